/* Keeps a form while it is typed, says when, and brings it back.
   The screen is compared with what stood there before (`seen`): each difference is a change, whoever made it, and is
   timed at once. `known` is the record that the screen shows, also what is not kept yet. */
Handbook.keep = { start: start };

const WAIT = 400;

/** @typedef {{ fields: Texts, rows: Texts }} Screen
    @typedef {{ form: Form, id: string, bar: HTMLElement, status: HTMLElement, isKept: boolean, isUnsaved: boolean,
      timer: ReturnType<typeof setTimeout> | undefined, seen: Screen, known: Kept }} State */

/** What the other subjects of the form need: changed() after a change by a script, follow() after one of what is kept,
   record(), clear() and restore() what it gave, note(words), offer(words, undo).
    @param {Form} form @param {HTMLElement} bar */
function start(form, bar) {
  /** @type {State} */
  const state = {
    form: form, id: form.dataset.instrument, bar: bar, status: Handbook.get(bar, ".keep-status"), isKept: form.dataset.keep !== "tidak",
    isUnsaved: false, timer: undefined, seen: { fields: {}, rows: Handbook.rows.values(form) }, known: { time: 0 },
  };
  if (state.isKept) bringBack(state);
  else unkept(state);
  ["input", "change"].forEach(function (type) { form.addEventListener(type, function () { notice(state); }); });
  return keeper(state);
}

/** @param {State} state @returns {Keeper} */
function keeper(state) {
  return {
    changed: function () { notice(state); save(state); },
    follow: function () { follow(state); },
    record: function () { notice(state); return state.known; },
    clear: function () { return clear(state); },
    restore: function (cleared) { restore(state, cleared); },
    note: function (words) { note(state, words); },
    offer: function (words, undo) { return offer(state, words, undo); },
    isKept: state.isKept,
  };
}

/** What was typed before this script was there is on the screen: it is a change like any other.
    @param {State} state */
function bringBack(state) {
  state.known = Handbook.store.read(state.id) || Handbook.store.blank();
  const problem = Handbook.store.problem();
  if (problem) note(state, Handbook.word("keep_" + problem));
  else if (!Handbook.record.isEmpty(state.known)) note(state, Handbook.word("kept", { time: Handbook.time(state.known.time) }));
  const before = state.known.fields || {};
  notice(state);
  replaced(state, before);
  show(state);
  window.addEventListener("pagehide", function () { save(state); });
  window.addEventListener("beforeunload", function (event) { if (save(state) === false) event.preventDefault(); });
  document.addEventListener("visibilitychange", function () { if (document.hidden) save(state); else follow(state); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) follow(state); });
  Handbook.store.listen(state.id, function () { follow(state); });
}

/** Who typed into a field before it showed what it held can have that back.
    @param {State} state @param {Texts} before */
function replaced(state, before) {
  const time = state.known.time;
  const now = state.known.fields || {};
  /** @type {Texts} */
  const lost = {};
  Object.keys(before).filter(function (place) { return before[place] !== now[place]; }).forEach(function (place) { lost[place] = before[place]; });
  const number = Object.keys(lost).length;
  if (number) offer(state, Handbook.word("early", { number: number }), function () { restore(state, { time: time, before: { fields: lost } }); });
}

/** Leaving asks first, since what was typed is gone then.
    @param {State} state */
function unkept(state) {
  note(state, Handbook.word("not_kept"));
  window.addEventListener("beforeunload", function (event) {
    if (Object.keys(Handbook.fields.values(state.form)).length) event.preventDefault();
  });
}

/** @param {State} state @param {string} words */
function note(state, words) {
  state.bar.classList.remove("is-waiting");
  if (state.status.textContent !== words) state.status.textContent = words;
}

/** Words with a button that takes something back; it stays while the reader goes on.
    @param {State} state @param {string} words @param {Act} undo */
function offer(state, words, undo) {
  const place = Handbook.get(state.bar, ".keep-offer");
  const button = Handbook.button("undo", function () { place.replaceChildren(); undo(); }, true);
  place.replaceChildren(words + " ", button);
  return button;
}

/** @param {State} state */
function show(state) {
  Handbook.rows.fill(state.form, state.known);
  Handbook.fields.put(state.form, state.known.fields || {});
  state.seen = screen(state.form);
  state.form.dispatchEvent(new CustomEvent("filled"));
  notice(state);
}

/** @param {Form} form */
function screen(form) {
  return { fields: Handbook.fields.values(form), rows: Handbook.rows.values(form) };
}

/** Times what is new on the screen. What changes nothing is no change.
    @param {State} state */
function notice(state) {
  const now = screen(state.form);
  const changes = { fields: difference(state.seen.fields, now.fields, ""), rows: difference(state.seen.rows, now.rows, "-") };
  state.seen = now;
  if (!Object.keys(changes.fields).length && !Object.keys(changes.rows).length) return;
  addMates(state.form, changes.fields);
  state.known = Handbook.record.change(state.known, changes);
  schedule(state);
}

/** @param {Texts} before @param {Texts} now @param {string} none */
function difference(before, now, none) {
  /** @type {Texts} */
  const found = {};
  Object.keys(Object.assign({}, before, now)).forEach(function (place) {
    if (before[place] !== now[place]) found[place] = now[place] || none;
  });
  return found;
}

/** Who chooses one of several boxes says something of the others too, though they were empty already.
    @param {Form} form @param {Texts} changes */
function addMates(form, changes) {
  Handbook.fields.all(form).filter(function (field) { return field.checked && changes[Handbook.fields.place(form, field)]; }).forEach(function (field) {
    Handbook.choices.mates(field).forEach(function (other) { changes[Handbook.fields.place(form, other)] = Handbook.fields.text(other); });
  });
}

/** @param {State} state */
function schedule(state) {
  state.isUnsaved = state.isKept;
  if (!state.isKept) return;
  state.bar.classList.add("is-waiting");
  state.timer = state.timer || setTimeout(function () { save(state); }, WAIT);
}

/** True: kept; false: not kept, the reason is shown; undefined: there was nothing to keep.
    @param {State} state */
function save(state) {
  notice(state);
  clearTimeout(state.timer);
  state.timer = undefined;
  if (!state.isUnsaved) return undefined;
  const record = Handbook.store.merge(state.id, state.known);
  if (!record) return refused(state);
  state.isUnsaved = false;
  adopt(state, record);
  Handbook.store.sure(state.id, function (isSure) { told(state, isSure); });
  return true;
}

/** "Tersimpan" is said of what is on the disk; where that cannot be known, that is said.
    @param {State} state @param {boolean} isSure */
function told(state, isSure) {
  if (!state.isUnsaved) note(state, Handbook.word(isSure ? "kept" : "kept_unsure", { time: Handbook.time(state.known.time) }));
}

/** @param {State} state */
function refused(state) {
  note(state, Handbook.word("keep_" + Handbook.store.problem()));
  return false;
}

/** @param {State} state @param {Kept} record */
function adopt(state, record) {
  if (Handbook.record.same(state.known, record)) return;
  state.known = record;
  show(state);
}

/** What is kept was changed elsewhere. What is newer here is kept too.
    @param {State} state */
function follow(state) {
  notice(state);
  const there = Handbook.store.read(state.id);
  if (["blocked", "newer"].indexOf(Handbook.store.problem()) >= 0) return;
  const base = there || Handbook.store.blank();
  adopt(state, Handbook.store.live(Handbook.record.join(state.known, base)) || base);
  if (!Handbook.record.same(state.known, base)) schedule(state);
}

/** Empties the form; gives what brings it back.
    @param {State} state */
function clear(state) {
  notice(state);
  const before = { fields: state.known.fields || {}, rows: state.known.rows || {} };
  state.known = Handbook.record.clear(state.known);
  const time = state.known.time;
  show(state);
  schedule(state);
  save(state);
  return { time: time, before: before };
}

/** @param {State} state @param {Cleared} cleared */
function restore(state, cleared) {
  notice(state);
  state.known = Handbook.record.change(state.known, Handbook.record.undo(state.known, cleared.before, cleared.time));
  show(state);
  schedule(state);
  save(state);
}
