/* Keeps a form while it is typed, says when, and brings it back. Clearing can be undone until the page is left. */
Handbook.keep = { start: start };

const WAIT = 400;

/* What the other subjects of the form need: changed() after a change of rows, clear(), load(record), record(). */
function start(form, status) {
  const state = { form: form, id: form.dataset.instrument, status: status, dirty: {}, rowsDirty: false, timer: 0 };
  if (form.dataset.keep === "tidak") return unkept(state);
  bringBack(state);
  form.addEventListener("input", function (event) { touch(state, event.target); });
  form.addEventListener("change", function (event) { touch(state, event.target); });
  window.addEventListener("pagehide", function () { save(state); });
  document.addEventListener("visibilitychange", function () { if (document.hidden) save(state); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) bringBack(state); });
  window.addEventListener("beforeunload", function (event) { if (save(state) === false) event.preventDefault(); });
  Handbook.store.listen(state.id, function (record) { follow(state, record); });
  return keeper(state);
}

function keeper(state) {
  return {
    changed: function () { state.rowsDirty = true; schedule(state); },
    record: function () { return whole(state); },
    load: function (record) { return load(state, record); },
    note: function (words, undo) { note(state, words, undo); },
    typed: function (field) { touch(state, field); },
    isKept: true,
  };
}

/* Leaving asks first, since what was typed is gone then. */
function unkept(state) {
  note(state, Handbook.word("not_kept"));
  window.addEventListener("beforeunload", function (event) {
    if (Object.keys(Handbook.fields.values(state.form)).length) event.preventDefault();
  });
  return Object.assign(keeper(state), {
    changed: function () {},
    typed: function () {},
    load: function (record) { show(state.form, record); },
    isKept: false,
  });
}

function note(state, words, undo) {
  const now = state.status.textContent;
  if (!undo && now === words) return;
  state.status.replaceChildren(words);
  if (undo) state.status.append(" ", undo);
}

function bringBack(state) {
  const record = Handbook.store.read(state.id);
  const problem = Handbook.store.problem();
  if (record) show(state.form, record);
  if (problem) note(state, Handbook.word("keep_" + problem));
  else if (record) note(state, Handbook.word("kept", { time: Handbook.time(record.time) }));
}

function show(form, record) {
  Handbook.rows.fill(form, record);
  Handbook.fields.fill(form, record.fields || {});
}

function touch(state, field) {
  if (!field.name) return;
  state.dirty[Handbook.fields.place(state.form, field)] = true;
  schedule(state);
}

function schedule(state) {
  clearTimeout(state.timer);
  state.timer = setTimeout(function () { save(state); }, WAIT);
}

function isDirty(state) {
  return state.rowsDirty || Object.keys(state.dirty).length > 0;
}

/* True: kept; false: not kept, the reason is shown; undefined: there was nothing to keep. */
function save(state) {
  clearTimeout(state.timer);
  if (!isDirty(state)) return undefined;
  const there = Handbook.store.read(state.id);
  if (["blocked", "newer"].indexOf(Handbook.store.problem()) >= 0) return refused(state);
  const record = merged(state, there);
  if (!keepRecord(state.id, record)) return refused(state);
  state.dirty = {};
  state.rowsDirty = false;
  note(state, Handbook.word("kept", { time: Handbook.time(record.time) }));
  return true;
}

function keepRecord(id, record) {
  if (Object.keys(record.fields).length || Object.keys(record.rows).length) return Handbook.store.write(id, record);
  Handbook.store.remove(id);
  return true;
}

function refused(state) {
  note(state, Handbook.word("keep_" + Handbook.store.problem()));
  return false;
}

/* Only what was touched here is written over what is there: another tab may have filled in other fields,
   and what an earlier edition asked stays in the record. */
function merged(state, there) {
  const now = current(state);
  const fields = Object.assign({}, there && there.fields);
  const touched = function (place) { return state.dirty[place] || (state.rowsDirty && Handbook.rows.owns(state.form, place)) || isCounted(state.form, place); };
  Object.keys(fields).filter(touched).forEach(function (place) { delete fields[place]; });
  Object.keys(now.fields).filter(touched).forEach(function (place) { fields[place] = now.fields[place]; });
  return Object.assign({}, there, now, { fields: fields });
}

function isCounted(form, place) {
  const field = form.elements[form.dataset.instrument + "." + place];
  return Boolean(field && field.readOnly);
}

function current(state) {
  return { time: Date.now(), fields: Handbook.fields.values(state.form), rows: Handbook.rows.values(state.form) };
}

/* Another tab changed the record: show it, except where someone is typing here. */
function follow(state, record) {
  const given = record || { fields: {}, rows: {} };
  if (!state.rowsDirty) Handbook.rows.fill(state.form, given);
  Handbook.fields.fill(state.form, given.fields, function (field) {
    return field === document.activeElement || state.dirty[Handbook.fields.place(state.form, field)];
  });
}

/* Shows and keeps a whole record: a file that was loaded, a cleared form, or what was there before. */
function load(state, record) {
  clearTimeout(state.timer);
  state.dirty = {};
  state.rowsDirty = false;
  show(state.form, record);
  const whole = Object.assign({ fields: {}, rows: {} }, record);
  if (!keepRecord(state.id, whole)) return refused(state);
  note(state, Handbook.word("kept", { time: Handbook.time(whole.time || Date.now()) }));
  return true;
}

/* What is kept, and what stands on the screen. */
function whole(state) {
  const there = Handbook.store.read(state.id);
  return Object.assign({}, there, merged(state, there));
}
