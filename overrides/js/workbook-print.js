/* One printable document of all filled forms, each on its own sheet as the form's page prints it, then the quizzes.
   The blank forms come as a script of their own, loaded when first asked for. */
Handbook.workbookPrint = print;

const LEAVING = ["pointerdown", "keydown"];

/** @param {HTMLElement} book @param {string[]} ids */
function print(book, ids) {
  if (window.HandbookForms) return show(book, ids);
  const script = Handbook.make("script", { src: String(book.dataset.forms) });
  script.addEventListener("load", function () { show(book, ids); });
  return document.head.appendChild(script);
}

/** @param {HTMLElement} book @param {string[]} ids */
function show(book, ids) {
  const sheets = Handbook.make("div", { class: "workbook-print" });
  const blank = window.HandbookForms || {};
  ids.filter(function (id) { return blank[id]; }).forEach(function (id) { sheets.append(sheet(blank[id])); });
  /** @type {WorkbookItem[]} */
  const items = ids.map(function (id) { return Handbook.get(book, '[data-record="' + id + '"]'); });
  const quizzes = items.filter(function (item) { return item.dataset.questions; });
  if (quizzes.length) sheets.appendChild(results(quizzes));
  away();
  /** @type {HTMLElement} */ (book.closest("article")).appendChild(sheets);
  /** @type {NodeListOf<Form>} */
  const forms = sheets.querySelectorAll("form.instrument");
  forms.forEach(fill);
  document.body.classList.add("prints-workbook");
  window.print();
  LEAVING.forEach(function (type) { document.addEventListener(type, away, true); });
}

/* The document stays until the reader turns to the page again: phones say afterprint while their preview is still
   being made, and make it anew from the page when an option changes. */
function away() {
  LEAVING.forEach(function (type) { document.removeEventListener(type, away, true); });
  document.querySelectorAll(".workbook-print").forEach(function (sheets) { sheets.remove(); });
  document.body.classList.remove("prints-workbook");
}

/** The markup is the book's own; links in it lead nowhere from this page.
    @param {string} markup */
function sheet(markup) {
  const holder = document.createElement("template");
  holder.innerHTML = markup;
  holder.content.querySelectorAll("a").forEach(function (link) { link.removeAttribute("href"); });
  return holder.content.children[0];
}

/** @param {Form} form */
function fill(form) {
  const record = Handbook.store.read(form.dataset.instrument) || Handbook.store.blank();
  Handbook.picks.start(form);
  Handbook.rows.start(form, function () {});
  Handbook.rows.fill(form, record);
  Handbook.fields.fill(form, record.fields || {});
}

/** Of each quiz how far it is, and what was written down.
    @param {WorkbookItem[]} items */
function results(items) {
  const page = Handbook.make("section", { class: "workbook-quizzes" });
  page.append(Handbook.make("h2", {}, Handbook.word("book_quizzes")));
  items.forEach(function (item) {
    page.append(Handbook.make("h3", {}, Handbook.get(item, ".workbook-link").textContent));
    page.append(Handbook.make("p", {}, Handbook.get(item, ".workbook-state").textContent));
    page.append.apply(page, reflections(item));
  });
  return page;
}

/** @param {WorkbookItem} item */
function reflections(item) {
  const asked = JSON.parse(item.dataset.reflections || "{}");
  const written = (Handbook.store.read(item.dataset.record) || Handbook.store.blank()).fields || {};
  return Object.keys(asked).filter(function (id) { return written[id]; }).flatMap(function (id) {
    return [Handbook.make("p", { class: "reflection-asked" }, asked[id]), Handbook.make("p", { class: "reflection-written" }, written[id])];
  });
}
