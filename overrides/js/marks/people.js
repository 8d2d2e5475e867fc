/* The class: people with a number that never changes, a name and a district; what is typed for each of them.
   Places: `orang/<id>/nomor`, `…/nama`, `…/kecamatan`; answers stand at `<sheet>/<id>/<column>`. */
Handbook.marks.people = { all: all, called: called, add: add, named: named, remove: remove, rows: rows, nameless: nameless };
Handbook.marks.sheets = { ofTest: ofTest, ofEvaluation: ofEvaluation, numbers: numbers, rated: rated };

const SHEET = "orang";

/** @returns {Person[]} */
function all() {
  const keep = Handbook.marks.keep;
  return idsIn(SHEET, keep.places()).map(function (id) {
    const of = function (/** @type {string} */ what) { return keep.get([SHEET, id, what].join("/")); };
    return { id: id, number: of("nomor"), name: of("nama"), district: of("kecamatan") };
  }).sort(function (one, other) { return Number(one.number) - Number(other.number); });
}

/** The rows of a sheet among places.
    @param {string} sheet @param {string[]} places */
function idsIn(sheet, places) {
  const lead = sheet + "/";
  return Array.from(new Set(places.filter(function (place) { return place.indexOf(lead) === 0; }).map(function (place) { return place.split("/")[1]; })));
}

/** The name, or a number in its place where there is none or names are hidden.
    @param {Person} person */
function called(person) {
  const isHidden = Handbook.marks.keep.get("atur/semua/tanpa-nama") === "ya";
  return person.name && !isHidden ? person.name : Handbook.word("marks_person", { number: person.number });
}

/** @param {{ name: string, district?: string }[]} given */
function add(given) {
  /** @type {PlaceTexts} */
  const changes = {};
  given.forEach(function (one) { named("", "", changes, one); });
  return changes;
}

/** The id of somebody with a name; who is new is added to the changes.
    @param {string} name @param {string} district @param {PlaceTexts} changes @param {{ name: string, district?: string }} [given] */
function named(name, district, changes, given) {
  const known = name && (all().find(function (person) { return alike(person.name, name); }) || added(changes).find(function (person) { return alike(person.name, name); }));
  if (known) return known.id;
  const number = 1 + Math.max.apply(null, all().concat(added(changes)).map(function (person) { return Number(person.number); }).concat([0]));
  const id = "p" + number;
  changes[[SHEET, id, "nomor"].join("/")] = String(number);
  changes[[SHEET, id, "nama"].join("/")] = given ? given.name : name;
  changes[[SHEET, id, "kecamatan"].join("/")] = (given ? given.district : district) || "";
  return id;
}

/** @param {PlaceTexts} changes @returns {Person[]} */
function added(changes) {
  return idsIn(SHEET, Object.keys(changes)).map(function (id) {
    return { id: id, number: changes[[SHEET, id, "nomor"].join("/")] || "0", name: changes[[SHEET, id, "nama"].join("/")] || "", district: "" };
  });
}

/** Titles behind a comma, capitals and spaces do not make another person.
    @param {string} one @param {string} other */
function alike(one, other) {
  const bare = function (/** @type {string} */ name) { return name.toLowerCase().split(",")[0].replace(/[^\p{L}\p{N}]+/gu, " ").trim(); };
  return bare(one) === bare(other);
}

/** With all that was typed for the person.
    @param {string} id */
function remove(id) {
  /** @type {PlaceTexts} */
  const changes = {};
  Handbook.marks.keep.places().filter(function (place) { return isOf(place, id); }).forEach(function (place) { changes[place] = ""; });
  Handbook.marks.keep.change(changes);
}

/** @param {string} place @param {string} id */
function isOf(place, id) {
  return place.split("/")[1] === id;
}

/** @param {string} sheet @param {AnswerColumn[]} columns @returns {AnswerRow[]} */
function rows(sheet, columns) {
  return all().map(function (person) { return row(sheet, person.id, columns); });
}

/** @param {string} sheet @param {string} id @param {AnswerColumn[]} columns @returns {AnswerRow} */
function row(sheet, id, columns) {
  /** @type {Texts} */
  const answers = {};
  columns.forEach(function (column) { answers[column.id] = Handbook.marks.keep.get([sheet, id, column.id].join("/")); });
  return { id: id, answers: answers, sum: Handbook.marks.keep.get([sheet, id, "jumlah"].join("/")) };
}

/** Names go for good; numbers and districts stay. */
function nameless() {
  Handbook.marks.keep.forget(function (place) {
    return place.indexOf(SHEET + "/") === 0 && place.slice(-5) === "/nama";
  });
}

/** @param {TestBank} bank @param {TestForm} form */
function ofTest(bank, form) {
  return "tes-" + bank.number + "-" + form;
}

/** @param {EvaluationSheet} sheet @param {string} number */
function ofEvaluation(sheet, number) {
  return sheet.each ? "evaluasi-" + sheet.id + "-" + number : "evaluasi-" + sheet.id;
}

/** @param {string} sheet */
function numbers(sheet) {
  return idsIn(sheet, Handbook.marks.keep.places()).sort(function (one, other) { return Number(one) - Number(other); });
}

/** @param {string} sheet @param {AnswerColumn[]} columns */
function rated(sheet, columns) {
  return numbers(sheet).map(function (id) { return row(sheet, id, columns); });
}
