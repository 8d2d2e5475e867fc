/* Loading a file: first what it would do to each record, then, if the reader agrees, the loading; and the way back. */
Handbook.preview = { open: open };

/** Of a record what is here, what the file has, and whether the reader wants it.
    @typedef {{ id: string, here: Kept | null, there: Kept, title: string, diff: Difference, wanted: boolean }} Plan */

/** `place` takes the preview; `records` come from a file; `titles` names records; `loaded(problem, number, undo)` runs afterwards.
    @param {HTMLElement} place @param {Records} records @param {(id: string) => string} titles @param {Loaded} loaded */
function open(place, records, titles, loaded) {
  const plans = Object.keys(records).map(function (id) { return plan(id, records[id], titles); });
  const box = Handbook.make("section", { class: "preview", tabindex: "-1", "aria-label": Handbook.word("preview_title") });
  const list = Handbook.make("ul", { class: "preview-list" });
  plans.forEach(function (item) { list.appendChild(entry(item)); });
  const actions = Handbook.make("p", { class: "preview-actions" });
  actions.append(
    Handbook.button("preview_load", function () { carryOut(plans, box, loaded); }),
    Handbook.button("cancel", function () { box.remove(); }, true));
  box.append(Handbook.make("h2", {}, Handbook.word("preview_title")), Handbook.make("p", {}, Handbook.word("preview_text")), list, actions);
  place.replaceChildren(box);
  box.focus();
}

/** @param {string} id @param {Kept} there @param {(id: string) => string} titles */
function plan(id, there, titles) {
  const here = Handbook.store.read(id);
  return { id: id, here: here, there: there, title: titles(id), diff: Handbook.merge.compare(here, there), wanted: true };
}

/** @param {Plan} item */
function entry(item) {
  const line = Handbook.make("li", {});
  const label = Handbook.make("label", { class: "preview-label" });
  const tick = Handbook.make("input", { type: "checkbox" });
  tick.checked = true;
  tick.addEventListener("change", function () { item.wanted = tick.checked; });
  label.append(tick, " ", Handbook.make("strong", {}, item.title), " ", said(item));
  line.appendChild(label);
  if (item.diff.replaced.length) line.appendChild(replaced(item.diff.replaced));
  return line;
}

/** @param {Plan} item */
function said(item) {
  const diff = item.diff;
  const words = [Handbook.word("preview_file", { time: Handbook.time(item.there.time) })];
  if (item.here) words.push(Handbook.word("preview_here", { time: Handbook.time(item.here.time) }));
  words.push(Handbook.word("preview_counts", { added: diff.added, replaced: diff.replaced.length, same: diff.same }));
  return Handbook.make("span", { class: "preview-words" }, words.join(" "));
}

/** @param {Difference["replaced"]} pairs */
function replaced(pairs) {
  const box = Handbook.make("details", { class: "preview-replaced" });
  box.appendChild(Handbook.make("summary", {}, Handbook.word("preview_replaced")));
  pairs.forEach(function (pair) {
    const line = Handbook.make("p", {});
    line.append(Handbook.make("del", {}, pair.old), " → ", Handbook.make("ins", {}, pair.new));
    box.appendChild(line);
  });
  return box;
}

/** Everything is loaded or nothing.
    @param {Plan[]} plans @param {HTMLElement} box @param {Loaded} loaded */
function carryOut(plans, box, loaded) {
  /** @type {Record<string, Changes>} */
  const changes = {};
  plans.filter(function (item) { return item.wanted; })
    .forEach(function (item) { changes[item.id] = Handbook.merge.changes(item.here, item.there); });
  const undo = Handbook.store.change(changes);
  box.remove();
  loaded(undo ? "" : Handbook.store.problem(), Object.keys(changes).length, undo);
}
