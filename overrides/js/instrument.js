/* A form on screen: what keeps it, what fills it, and the buttons round it. */
Handbook.ready(start);

function start() {
  const form = document.querySelector("form.instrument");
  if (!form || form.closest(".workbook-print")) return;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  const row = document.querySelector(".instrument-actions");
  row.append(Handbook.button("print_form", function () { window.print(); }));
  // Cards to read have nothing to fill in: there is nothing to keep, to load or to clear.
  if (form.querySelector(".keep-bar")) fillIn(form, row);
}

function fillIn(form, row) {
  const bar = keepBar(form);
  Handbook.picks.start(form);
  Handbook.rows.start(form, function () { keeper.changed(); });
  Handbook.choices.start(form);
  Handbook.totals.start(form);
  const keeper = Handbook.keep.start(form, bar);
  Handbook.clear.start(form, keeper);
  Handbook.carry.start(form);
  Handbook.offers.start(form, keeper);
  Handbook.rowStrip.start(form);
  straight(form);
  if (!CSS.supports("field-sizing", "content")) growWithText(form);
  place(form, row, keeper);
}

/* The link at the top leads to the first field; to the first empty one when something is filled in. */
function straight(form) {
  const link = document.querySelector(".fill-now");
  if (!link) return;
  link.addEventListener("click", function (event) {
    const empty = Handbook.fields.all(form).find(function (field) { return !field.value && !field.readOnly && field.getClientRects().length; });
    if (!empty) return;
    event.preventDefault();
    empty.focus();
  });
}

/* What the page says of keeping stays in sight at the foot of the window while the form is on screen. */
function keepBar(form) {
  const bar = form.querySelector(".keep-bar");
  bar.append(
    Handbook.make("p", { class: "keep-status", role: "status", "aria-live": "polite" }),
    Handbook.make("p", { class: "keep-waiting", "aria-hidden": "true" }, Handbook.word("keeping")),
    Handbook.make("p", { class: "keep-offer", role: "status" }));
  return bar;
}

function place(form, row, keeper) {
  const shown = Handbook.make("div", { class: "preview-place" });
  row.after(shown);
  if (keeper.isKept) row.append(Handbook.letter.button(form, keeper, shown));
  row.append(more(form, keeper, shown));
}

function more(form, keeper, shown) {
  const box = Handbook.make("details", { class: "more-actions" });
  const list = Handbook.make("div", { class: "more-list" });
  box.append(Handbook.make("summary", {}, Handbook.word("more")), list);
  if (keeper.isKept) list.append(fileButtons(form, keeper, shown));
  if (form.querySelector(Handbook.fields.GRID)) list.append(Handbook.sheetButtons(form, keeper));
  const last = Handbook.make("p", { class: "more-clear" });
  last.append(Handbook.clear.button(form, keeper));
  list.append(last);
  return box;
}

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

/* Of a file with many forms this page takes its own; the others are loaded in the workbook. */
function preview(text, form, keeper, shown) {
  const id = form.dataset.instrument;
  keeper.changed();
  let records = {};
  try {
    records = Handbook.file.open(text);
    if (!records[id]) throw new Error("file_without_this");
  } catch (wrong) {
    return shown.replaceChildren(Handbook.make("p", { class: "file-problem", role: "alert" }, Handbook.word(wrong.message)));
  }
  const title = function () { return form.getAttribute("aria-label"); };
  Handbook.preview.open(shown, { [id]: records[id] }, title, function (problem, number, undo) { loaded(form, keeper, problem, number, undo); });
}

function loaded(form, keeper, problem, number, undo) {
  if (problem) return keeper.note(Handbook.word("load_failed") + " " + Handbook.word("keep_" + problem));
  keeper.follow();
  keeper.offer(Handbook.word("loaded", { number: number }), function () {
    keeper.changed();
    undo();
    keeper.follow();
    keeper.note(Handbook.word("restored"));
  });
}

function growWithText(form) {
  const fields = function () { return form.querySelectorAll("textarea"); };
  form.addEventListener("input", function (event) { fit(event.target); });
  form.addEventListener("filled", function () { fields().forEach(fit); });
  window.addEventListener("beforeprint", function () { fields().forEach(fit); });
}

function fit(field) {
  if (field.tagName !== "TEXTAREA") return;
  field.style.height = "";
  if (field.scrollHeight > field.clientHeight + 1) field.style.height = field.scrollHeight + "px";
}
