/* A form on screen: what keeps it, what fills it, and the buttons round it. */
Handbook.ready(start);

function start() {
  /** @type {Form | null} */
  const form = document.querySelector("form.instrument");
  if (!form || form.closest(".workbook-print")) return;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  const row = Handbook.get(document, ".instrument-actions");
  Handbook.get(row, "span.button").replaceWith(Handbook.button("print_form", function () { window.print(); }));
  // Cards to read have nothing to fill in: there is nothing to keep, to load or to clear.
  if (form.querySelector(".keep-bar")) fillIn(form, row);
  row.classList.remove("is-coming");
}

/** @param {Form} form @param {HTMLElement} row */
function fillIn(form, row) {
  const bar = keepBar(form);
  Handbook.picks.start(form);
  Handbook.rows.start(form, function () { keeper.changed(); });
  Handbook.choices.start(form);
  Handbook.totals.start(form);
  const keeper = Handbook.keep.start(form, bar);
  Handbook.carry.start(form);
  Handbook.offers.start(form, keeper);
  Handbook.reminders.start(form, keeper);
  Handbook.rowStrip.start(form);
  straight(form);
  if (!CSS.supports("field-sizing", "content")) growWithText(form);
  place(form, row, keeper);
}

/** The link at the top leads to the first field; to the first empty one when something is filled in.
    @param {Form} form */
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

/** What the page says of keeping stays in sight at the foot of the window while the form is on screen.
    @param {Form} form */
function keepBar(form) {
  const bar = Handbook.get(form, ".keep-bar");
  bar.append(
    Handbook.make("p", { class: "keep-status", role: "status", "aria-live": "polite" }),
    Handbook.make("p", { class: "keep-waiting", "aria-hidden": "true" }, Handbook.word("keeping")),
    Handbook.make("p", { class: "keep-offer", role: "status" }));
  return bar;
}

/** @param {Form} form @param {HTMLElement} row @param {Keeper} keeper */
function place(form, row, keeper) {
  const shown = Handbook.make("div", { class: "preview-place" });
  const withTools = function (/** @type {Act} */ act) { return function () { Handbook.load("tools", act, function () { keeper.note(Handbook.word("tools_failed")); }); }; };
  row.after(shown);
  if (keeper.isKept) Handbook.get(row, "span.button").replaceWith(Handbook.button("send", withTools(function () { Handbook.letter.send(form, keeper, shown); }), true));
  menu(Handbook.get(row, ".more-actions"), form, keeper, withTools(function () { Handbook.more(Handbook.get(row, ".more-list"), form, keeper, shown); }));
}

/** What the menu holds comes with its first opening, or when somebody begins to type: then it is there when the
   connection is not.
    @param {HTMLElement} box @param {Form} form @param {Keeper} keeper @param {Act} fill */
function menu(box, form, keeper, fill) {
  box.addEventListener("toggle", fill);
  form.addEventListener("input", function () { Handbook.load("tools", function () {}); }, { once: true });
  if (keeper.isKept && Handbook.undo.take(form.dataset.instrument)) Handbook.load("tools", function () { Handbook.clear.start(form, keeper); });
}

/** @param {Form} form */
function growWithText(form) {
  const fields = function () { return form.querySelectorAll("textarea"); };
  form.addEventListener("input", function (event) { fit(/** @type {HTMLElement} */ (event.target)); });
  form.addEventListener("filled", function () { fields().forEach(fit); });
  window.addEventListener("beforeprint", function () { fields().forEach(fit); });
}

/** @param {HTMLElement} field */
function fit(field) {
  if (field.tagName !== "TEXTAREA") return;
  field.style.height = "";
  if (field.scrollHeight > field.clientHeight + 1) field.style.height = field.scrollHeight + "px";
}
