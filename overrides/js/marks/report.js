/* All results together: on paper, as a spreadsheet, as a file of this page. */
Handbook.marks.report = { print: print, spreadsheet: spreadsheet, save: save, module: module, evaluations: evaluations };

const tables = Handbook.marks.tables;

/** The modules of which anything was typed. */
function used() {
  return Handbook.marks.data.modules.filter(function (bank) {
    return tables.people(bank).rows.length || tables.rows(bank, "K").some(function (row) { return Object.values(row.answers).some(Boolean); });
  });
}

/** The evaluation sheets of which anything was typed, by day or facilitator. */
function evaluations() {
  return Handbook.marks.data.evaluations.flatMap(function (sheet) {
    const numbers = sheet.each ? ["1", "2", "3", "4", "5", "6", "7", "8", "9"] : [""];
    return numbers.filter(function (number) { return Handbook.marks.sheets.numbers(Handbook.marks.sheets.ofEvaluation(sheet, number)).length; })
      .map(function (number) { return /** @type {[EvaluationSheet, string]} */ ([sheet, number]); });
  });
}

/** The results of a module.
    @param {TestBank} bank */
function module(bank) {
  const gain = Handbook.marks.statistics.gain(bank, tables.rows(bank, "A"), tables.rows(bank, "B"));
  const parts = figures(bank, gain);
  if (gain.both.length) parts.push(Handbook.marks.draw.chart(bank, gain), Handbook.marks.draw.table(tables.indicators(bank)));
  parts.push(Handbook.marks.draw.table(tables.people(bank)));
  /** @type {TestForm[]} */
  const forms = ["A", "B", "K"];
  return parts.concat(forms.filter(function (form) { return takers(bank, form); }).map(function (form) { return Handbook.marks.draw.table(tables.items(bank, form)); }));
}

/** @param {TestBank} bank @param {TestForm} form */
function takers(bank, form) {
  return Handbook.marks.statistics.test(bank.forms[form], tables.rows(bank, form)).takers.length;
}

/** @param {TestBank} bank @param {Gain} gain @returns {HTMLElement[]} */
function figures(bank, gain) {
  const before = Handbook.marks.statistics.test(bank.forms.A, tables.rows(bank, "A"));
  const after = Handbook.marks.statistics.test(bank.forms.B, tables.rows(bank, "B"));
  const passed = after.takers.filter(function (one) { return Handbook.marks.statistics.passes(bank, one.total); }).length;
  /** @type {[string, string | number | null][]} */
  const pairs = [
    ["marks_took_a", before.takers.length], ["marks_took_b", after.takers.length],
    ["marks_mean_a", before.mean], ["marks_mean_b", after.mean], ["marks_mean_gain", gain.mean],
  ];
  if (bank.passing) pairs.push(["marks_passed_of", Handbook.word("marks_of", { part: passed, whole: after.takers.length })]);
  const box = Handbook.marks.draw.facts(pairs.map(function (pair) { return [pair[0], typeof pair[1] === "number" ? Math.round(pair[1] * 10) / 10 : pair[1]]; }));
  return bank.passing ? [box, Handbook.make("p", { class: "marks-note" }, Handbook.word("marks_rule", bank.passing))] : [box];
}

function print() {
  const paper = Handbook.get(document, "#laporan");
  const secret = Handbook.get(document, ".marks-secret").cloneNode(true);
  paper.replaceChildren(secret, Handbook.make("h1", {}, Handbook.word("marks_report")), Handbook.make("p", {}, Handbook.word("marks_report_of", { edition: Handbook.data.edition, date: new Date().toLocaleDateString(Handbook.data.language, { day: "numeric", month: "long", year: "numeric" }) })));
  used().forEach(function (bank) { paper.append(Handbook.make("h2", {}, heading(bank)), ...module(bank)); });
  const rated = evaluations();
  if (rated.length) paper.append(Handbook.make("h2", {}, Handbook.word("marks_evaluations")));
  rated.forEach(function (one) { paper.append(...counted(one)); });
  if (tables.plans().rows.length) paper.append(Handbook.make("h2", {}, Handbook.word("marks_plans")), Handbook.marks.draw.table(tables.plans()));
  paper.hidden = false;
  window.addEventListener("afterprint", function () { paper.hidden = true; paper.replaceChildren(); }, { once: true });
  window.print();
}

/** @param {[EvaluationSheet, string]} one */
function counted(one) {
  return shown(one).map(Handbook.marks.draw.table);
}

/** @param {[EvaluationSheet, string]} one */
function shown(one) {
  const written = tables.comments(one[0], one[1]);
  return [tables.rated(one[0], one[1])].concat(written.rows.length ? [written] : []);
}

/** @param {TestBank} bank */
function heading(bank) {
  return Handbook.word("marks_module", { number: bank.number, title: bank.title });
}

function spreadsheet() {
  const made = used().flatMap(function (bank) {
    const lead = "M" + bank.number + " ";
    /** @type {TestForm[]} */
    const forms = ["A", "B", "K"];
    return [sheet(lead + Handbook.word("marks_people"), tables.people(bank)), sheet(lead + Handbook.word("marks_indicator"), tables.indicators(bank))]
      .concat(forms.map(function (form) { return sheet(lead + Handbook.word("marks_form_" + form.toLowerCase()), tables.items(bank, form)); }));
  });
  evaluations().forEach(function (one) {
    shown(one).forEach(function (table, index) { made.push(sheet(one[0].title + " " + one[1] + (index ? " " + Handbook.word("marks_comments") : ""), table)); });
  });
  made.push(sheet(Handbook.word("marks_plans"), tables.plans()));
  return Handbook.xlsx.make(made);
}

/** @param {string} name @param {ShownTable} table @returns {Sheet} */
function sheet(name, table) {
  const head = table.heads.map(function (text) { return { text: text, bold: true }; });
  const rows = table.rows.map(function (row) { return row.map(function (cell) { return cell === null ? "" : cell; }); });
  return { name: name, widths: table.widths, head: 2, merges: [], rows: [[{ text: table.title, plain: true }], head, ...rows] };
}

/** All that was typed, to go on elsewhere. */
function save() {
  /** @type {PlaceTexts} */
  const places = {};
  Handbook.marks.keep.places().forEach(function (place) { places[place] = Handbook.marks.keep.get(place); });
  const text = JSON.stringify({ format: "nilai", book: Handbook.data.book, edition: Handbook.data.edition, made: new Date().toISOString(), places: places }, null, 1);
  Handbook.file.download(text, Handbook.file.name("nilai", "json"), "application/json");
}
