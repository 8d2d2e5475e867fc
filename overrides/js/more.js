/* The menu of a form: its file, spreadsheets, sharing, clearing. */
Handbook.more = more;

/** @param {HTMLElement} list @param {Form} form @param {Keeper} keeper @param {HTMLElement} shown */
function more(list, form, keeper, shown) {
  if (list.children.length) return;
  if (keeper.isKept) list.append(fileButtons(form, keeper, shown));
  if (form.querySelector(Handbook.fields.GRID)) list.append(Handbook.sheetButtons(form, keeper));
  const last = Handbook.make("p", { class: "more-clear" });
  last.append(Handbook.clear.button(form, keeper));
  list.append(last);
}

/** @param {Form} form @param {Keeper} keeper @param {HTMLElement} shown */
function fileButtons(form, keeper, shown) {
  const id = form.dataset.instrument;
  const packed = function () { return Handbook.file.pack({ [id]: keeper.record() }); };
  const group = Handbook.make("span", { class: "more-group" });
  group.append(
    Handbook.button("file_save", function () { Handbook.file.download(packed(), Handbook.file.name(id, "json"), "application/json"); }, true),
    Handbook.file.choose("file_load", function (text) { preview(text, form, keeper, shown); }),
    Handbook.button("share", function () { Handbook.file.share(packed(), id); }, true));
  return group;
}

/** Of a file with many forms this page takes its own; the others are loaded in the workbook.
    @param {string} text @param {Form} form @param {Keeper} keeper @param {HTMLElement} shown */
function preview(text, form, keeper, shown) {
  const id = form.dataset.instrument;
  keeper.changed();
  /** @type {Records} */
  let records = {};
  try {
    records = Handbook.file.open(text);
    if (!records[id]) throw new Error("file_without_this");
  } catch (wrong) {
    return shown.replaceChildren(Handbook.make("p", { class: "file-problem", role: "alert" }, Handbook.word(/** @type {Error} */ (wrong).message)));
  }
  const title = function () { return String(form.getAttribute("aria-label")); };
  Handbook.preview.open(shown, { [id]: records[id] }, title, function (problem, number, undo) { loaded(form, keeper, problem, number, undo); });
}

/** @param {Form} form @param {Keeper} keeper @param {string} problem @param {number} number @param {Act | null} undo */
function loaded(form, keeper, problem, number, undo) {
  if (!undo) return keeper.note(Handbook.word("load_failed") + " " + Handbook.word("keep_" + problem));
  keeper.follow();
  Handbook.undo.end(form.dataset.instrument);  // the last thing done is what can be undone
  keeper.offer(Handbook.word("loaded", { number: number }), function () {
    keeper.changed();
    undo();
    keeper.follow();
    keeper.note(Handbook.word("restored"));
  });
}
