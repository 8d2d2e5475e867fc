/* The buttons of the workbook: everything into a file, onto paper, from a file, away from this device. */
Handbook.workbookTools = start;

/* Records that are no form and no quiz. */
/** @type {Texts} */
const NAMES = { [Handbook.stages.ID]: "stages_name", [Handbook.self.ID]: "self_name" };

/** Where it says what was done, and where previews and questions stand.
    @typedef {{ book: HTMLElement, changed: Act, status: HTMLElement, place: HTMLElement }} Tools */

/** @param {HTMLElement} book @param {Act} changed */
function start(book, changed) {
  const tools = { book: book, changed: changed, status: Handbook.make("p", { class: "workbook-status", role: "status" }), place: Handbook.make("div", { class: "preview-place" }) };
  const row = Handbook.make("p", { class: "workbook-actions" });
  row.append(
    Handbook.button("book_save", function () { save(tools, Handbook.file.download); }),
    Handbook.button("book_print", function () { print(tools); }, true),
    Handbook.file.choose("book_load", function (text) { load(tools, text); }),
    Handbook.button("share", function () { save(tools); }, true),
    Handbook.button("book_wipe", function () { ask(tools); }, true));
  book.prepend(row, tools.status, tools.place);
  if (Handbook.store.ids().length === 0 && Handbook.store.read("") === null && Handbook.store.problem()) say(tools, Handbook.word("keep_" + Handbook.store.problem()));
}

/** @param {Tools} tools @param {string} words @param {HTMLButtonElement} [button] */
function say(tools, words, button) {
  tools.status.replaceChildren(words);
  if (button) tools.status.append(" ", button);
}

function records() {
  /** @type {Records} */
  const found = {};
  Handbook.store.ids().forEach(function (id) {
    const record = Handbook.store.read(id);
    if (record && !Handbook.record.isEmpty(record)) found[id] = record;
  });
  return found;
}

/** @param {Tools} tools @param {Shared["file"]["download"]} [download] */
function save(tools, download) {
  const found = records();
  if (!Object.keys(found).length) return say(tools, Handbook.word("book_nothing"));
  const text = Handbook.file.pack(found);
  const what = Handbook.word("book_name").toLowerCase().replace(/\s+/g, "-");
  if (!download) return Handbook.file.share(text, what);
  return download(text, Handbook.file.name(what, "json"), "application/json");
}

/** @param {Tools} tools */
function print(tools) {
  /** @type {NodeListOf<WorkbookItem>} */
  const items = tools.book.querySelectorAll("[data-state]");
  const begun = Array.from(items).filter(function (item) { return item.dataset.state !== "empty"; });
  if (!begun.length) return say(tools, Handbook.word("book_nothing"));
  return Handbook.workbookPrint(tools.book, begun.map(function (item) { return item.dataset.record; }));
}

/** @param {Tools} tools */
function titles(tools) {
  return function (/** @type {string} */ id) {
    const item = tools.book.querySelector('[data-record="' + id + '"] .workbook-link');
    return item ? item.textContent : NAMES[id] ? Handbook.word(NAMES[id]) : id;
  };
}

/** @param {Tools} tools @param {string} text */
function load(tools, text) {
  /** @type {Records} */
  let found = {};
  try {
    found = Handbook.file.open(text);
  } catch (wrong) {
    return tools.place.replaceChildren(Handbook.make("p", { class: "file-problem", role: "alert" }, Handbook.word(/** @type {Error} */ (wrong).message)));
  }
  return Handbook.preview.open(tools.place, found, titles(tools), function (problem, number, undo) { loaded(tools, problem, number, undo); });
}

/** @param {Tools} tools @param {string} problem @param {number} number @param {Act | null} undo */
function loaded(tools, problem, number, undo) {
  tools.changed();
  if (!undo) return say(tools, Handbook.word("load_failed") + " " + Handbook.word("keep_" + problem));
  const back = Handbook.button("undo", function () {
    undo();
    tools.changed();
    say(tools, Handbook.word("restored"));
  }, true);
  return say(tools, Handbook.word("loaded", { number: number }), back);
}

/** @param {Tools} tools */
function ask(tools) {
  if (!Handbook.store.ids(true).length) return say(tools, Handbook.word("book_nothing"));
  const box = Handbook.make("section", { class: "preview", tabindex: "-1", "aria-label": Handbook.word("book_wipe") });
  const line = Handbook.make("p", { class: "preview-actions" });
  line.append(
    Handbook.button("book_wipe_yes", function () { wipe(tools, box); }),
    Handbook.button("cancel", function () { box.remove(); }, true));
  box.append(Handbook.make("p", {}, Handbook.word("book_wipe_ask")), line);
  tools.place.replaceChildren(box);
  box.focus();
}

/** @param {Tools} tools @param {HTMLElement} box */
function wipe(tools, box) {
  Handbook.store.wipe();
  Handbook.place.forget();
  box.remove();
  tools.changed();
  say(tools, Handbook.word("book_wiped"));
}
