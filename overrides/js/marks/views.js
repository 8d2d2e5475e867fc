/* What each part of the page shows: the class, a test to type in, its results, evaluations, action plans, files. */
Handbook.marks.views = { peserta: people, tes: test, hasil: results, evaluasi: evaluation, rencana: plans, berkas: files };

const word = Handbook.word;
const make = Handbook.make;
/** What is chosen, until the page is left. */
const chosen = { form: /** @type {TestForm} */ ("A"), sheet: "", number: "1" };

/** @param {HTMLElement} box */
function people(box) {
  const all = Handbook.marks.people.all();
  box.append(pasting("marks_paste_names", "marks_add", function (text) { return { changes: Handbook.marks.bring.names(text), refused: [] }; }));
  box.append(adding());
  if (!all.length) return;
  const table = make("table", { class: "marks-people" });
  const head = make("tr");
  ["marks_no", "marks_name", "marks_district", "marks_away"].forEach(function (key) { head.append(make("th", { scope: "col" }, word(key))); });
  const body = make("tbody");
  all.forEach(function (person) { body.append(own(person)); });
  table.append(Handbook.marks.draw.caption(word("marks_class", { count: all.length })), make("thead"), body);
  table.tHead?.append(head);
  table.addEventListener("input", function (event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    Handbook.marks.keep.typed(field, field.value);
  });
  const doubled = Handbook.marks.statistics.namesakes(all).map(function (ids) { return ids.map(numberOf).join(", "); });
  if (doubled.length) box.append(make("p", { class: "marks-warning" }, word("marks_namesakes", { numbers: doubled.join("; ") })));
  const scroll = make("div", { class: "marks-scroll" });
  scroll.append(table);
  box.append(scroll, hiding());
}

/** @param {string} id */
function numberOf(id) {
  return Handbook.marks.keep.get("orang/" + id + "/nomor");
}

/** @param {Person} person */
function own(person) {
  const row = make("tr");
  row.append(make("td", { class: "marks-figure" }, person.number));
  ["nama", "kecamatan"].forEach(function (what) {
    const place = ["orang", person.id, what].join("/");
    const label = word(what === "nama" ? "marks_name_of" : "marks_district_of", { number: person.number });
    const field = make("input", { type: "text", autocomplete: "off", "aria-label": label, "data-place": place });
    field.value = Handbook.marks.keep.get(place);
    const cell = make("td");
    cell.append(field);
    row.append(cell);
  });
  const cell = make("td");
  const button = Handbook.button("marks_remove", function () { Handbook.marks.people.remove(person.id); Handbook.marks.page.refresh(); }, true);
  button.setAttribute("aria-label", word("marks_remove_of", { number: person.number }));
  cell.append(button);
  row.append(cell);
  return row;
}

/** People without names yet, as many as are in the room. */
function adding() {
  const line = make("p", { class: "marks-line" });
  const field = make("input", { type: "number", min: "1", max: "200", value: "30", id: "marks-count" });
  const add = Handbook.button("marks_add", function () {
    const count = Math.min(200, Math.max(0, Math.floor(Number(field.value) || 0)));
    Handbook.marks.keep.change(Handbook.marks.people.add(Array.from({ length: count }, function () { return { name: "" }; })));
    Handbook.marks.page.refresh();
  });
  line.append(make("label", { for: "marks-count" }, word("marks_count")), field, add);
  return line;
}

/** Numbers in the place of names, on screen and paper, or for good. */
function hiding() {
  const line = make("p", { class: "marks-line" });
  const place = "atur/semua/tanpa-nama";
  const field = make("input", { type: "checkbox", id: "marks-hide" });
  field.checked = Handbook.marks.keep.get(place) === "ya";
  field.addEventListener("change", function () { Handbook.marks.keep.change({ [place]: field.checked ? "ya" : "" }); });
  const forget = Handbook.button("marks_nameless", function () {
    Handbook.ask(word("marks_nameless_sure"), "marks_nameless_yes", function () { Handbook.marks.people.nameless(); Handbook.marks.page.refresh(); });
  }, true);
  line.append(field, make("label", { for: "marks-hide" }, word("marks_hide")), forget);
  return line;
}

/** A field for cells from a spreadsheet.
    @param {string} key @param {string} action @param {(text: string) => { changes: PlaceTexts, refused: string[] }} read */
function pasting(key, action, read) {
  const box = make("details", { class: "marks-paste" });
  const field = make("textarea", { rows: "6", id: key, spellcheck: "false" });
  const said = make("ul", { class: "marks-refused" });
  const take = Handbook.button(action, function () {
    const found = read(field.value);
    said.replaceChildren(...found.refused.map(function (words) { return make("li", {}, words); }));
    if (!Handbook.marks.keep.change(found.changes)) return Handbook.marks.page.say(word("marks_nothing"));
    if (!found.refused.length) return Handbook.marks.page.refresh();
    return Handbook.marks.page.say(word("marks_partly", { count: found.refused.length }));
  });
  box.append(make("summary", {}, word(key)), make("label", { for: key }, word(key + "_how")), field, take, said);
  return box;
}

/** @param {HTMLElement} box */
function test(box) {
  const bank = Handbook.marks.page.bank();
  /** @type {TestForm[]} */
  const forms = bank.quiz ? ["A", "B", "K"] : ["A", "B"];
  box.append(Handbook.marks.page.choice("marks_form", forms.map(function (form) { return [form, word("marks_form_" + form.toLowerCase())]; }), chosen.form, function (form) {
    chosen.form = /** @type {TestForm} */ (form);
    Handbook.marks.page.refresh();
  }));
  const all = Handbook.marks.people.all();
  const columns = bank.forms[chosen.form];
  box.append(pasting("marks_paste_answers", "marks_take", function (text) { return Handbook.marks.bring.answers(text, bank, chosen.form); }));
  if (!all.length) return box.append(make("p", { class: "marks-note" }, word("marks_no_people")));
  const sheet = Handbook.marks.sheets.ofTest(bank, chosen.form);
  const total = function (/** @type {string} */ id) {
    const row = Handbook.marks.people.rows(sheet, columns).filter(function (one) { return one.id === id; });
    const result = Handbook.marks.statistics.test(columns, row);
    return result.takers.length ? word("marks_of", { part: Handbook.marks.draw.number(result.takers[0].total), whole: result.whole }) : "";
  };
  box.append(Handbook.marks.grid({
    sheet: sheet, title: word("marks_form_" + chosen.form.toLowerCase()) + ", " + word("marks_module", { number: bank.number, title: bank.title }),
    first: word("marks_name"), columns: columns, open: [], total: total,
    rows: all.map(function (person) { return { id: person.id, name: person.number + ". " + Handbook.marks.people.called(person) }; }),
  }));
  const doubled = Handbook.marks.statistics.doubles(columns, Handbook.marks.people.rows(sheet, columns)).map(function (ids) { return ids.map(numberOf).join(", "); });
  if (doubled.length) box.append(make("p", { class: "marks-warning" }, word("marks_doubles", { numbers: doubled.join("; ") })));
  return null;
}

/** @param {HTMLElement} box */
function results(box) {
  box.append(...Handbook.marks.report.module(Handbook.marks.page.bank()));
  box.append(make("p", { class: "marks-note" }, word("marks_reading")));
}

/** @param {HTMLElement} box */
function evaluation(box) {
  const sheets = Handbook.marks.data.evaluations;
  const sheet = sheets.find(function (one) { return one.id === chosen.sheet; }) || sheets[0];
  box.append(Handbook.marks.page.choice("marks_sheet", sheets.map(function (one) { return [one.id, one.title]; }), sheet.id, function (id) {
    chosen.sheet = id;
    Handbook.marks.page.refresh();
  }));
  if (sheet.each) {
    const numbers = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    box.append(Handbook.marks.page.choice("marks_which", numbers.map(function (number) { return [number, word("marks_each_" + sheet.each, { number: number })]; }), chosen.number, function (number) {
      chosen.number = number;
      Handbook.marks.page.refresh();
    }));
  }
  const place = Handbook.marks.sheets.ofEvaluation(sheet, chosen.number);
  const rows = Handbook.marks.sheets.numbers(place);
  const paper = function (/** @type {string} */ number) { return { id: number, name: word("marks_paper", { number: number }) }; };
  const last = Math.max.apply(null, rows.map(Number).concat([0]));
  box.append(Handbook.marks.grid({
    sheet: place, title: sheet.title, first: word("marks_papers"), columns: sheet.columns, open: sheet.open,
    rows: rows.concat([String(last + 1)]).map(paper),
    next: function () { return paper(String(1 + Math.max.apply(null, Handbook.marks.sheets.numbers(place).map(Number)))); },
  }));
  const count = Handbook.button("marks_count_now", Handbook.marks.page.refresh, true);
  box.append(count, Handbook.marks.draw.table(Handbook.marks.tables.rated(sheet, chosen.number)));
  const written = Handbook.marks.tables.comments(sheet, chosen.number);
  if (written.rows.length) box.append(Handbook.marks.draw.table(written));
}

/** @param {HTMLElement} box */
function plans(box) {
  const table = Handbook.marks.tables.plans();
  box.append(choosing(), pasting("marks_paste_plans", "marks_take", function (text) { return { changes: Handbook.marks.bring.plans(text), refused: [] }; }));
  box.append(table.rows.length ? Handbook.marks.draw.table(table) : make("p", { class: "marks-note" }, word("marks_no_plans")));
}

/** Files of participants, or of this page, several at once. */
function choosing() {
  const line = make("p", { class: "marks-line" });
  const field = make("input", { type: "file", multiple: "", accept: ".json,.txt,.xlsx,application/json,text/plain", id: "marks-files" });
  field.addEventListener("change", function () { brought(Array.from(field.files || [])); });
  line.append(make("label", { for: "marks-files" }, word("marks_files")), field);
  return line;
}

/** @param {File[]} files */
async function brought(files) {
  /** @type {PlaceTexts} */
  const changes = {};
  const said = [];
  for (const one of files) said.push(await (/\.xlsx$/i.test(one.name) ? ofWorkbook(one, changes) : ofText(one, changes)));
  Handbook.marks.keep.change(changes);
  Handbook.marks.page.refresh();
  Handbook.marks.page.say(said.join(" "));
}

/** @param {File} file @param {PlaceTexts} changes */
async function ofText(file, changes) {
  return Handbook.marks.bring.file(await file.text(), file.name, changes);
}

/** @param {File} file @param {PlaceTexts} changes */
async function ofWorkbook(file, changes) {
  try {
    Handbook.marks.workbook.take(await Handbook.marks.workbook.read(await file.arrayBuffer()), changes);
    return word("marks_brought_own", { file: file.name });
  } catch (error) {
    const known = /** @type {Error} */ (error).message;
    return file.name + ": " + word(known.indexOf("marks_") === 0 ? known : "marks_no_workbook");
  }
}

/** @param {HTMLElement} box */
function files(box) {
  const line = make("p", { class: "marks-line" });
  const report = Handbook.marks.report;
  const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  line.append(
    Handbook.button("marks_print", report.print),
    Handbook.button("marks_xlsx", function () { Handbook.file.download(report.spreadsheet(), Handbook.file.name("nilai", "xlsx"), xlsx); }),
    Handbook.button("marks_save", report.save, true),
  );
  const wipe = Handbook.button("marks_wipe", function () {
    Handbook.ask(word("marks_wipe_sure"), "marks_wipe_yes", function () {
      Handbook.marks.keep.wipe();
      Handbook.marks.page.refresh();
      Handbook.marks.page.say(word("marks_wiped"));
    });
  }, true);
  wipe.classList.add("marks-wipe");
  box.append(line, choosing(), wipe);
}
