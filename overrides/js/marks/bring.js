/* What comes from elsewhere: files of participants, a file of this page, cells copied from a spreadsheet. Each gives
   changes to be made, so that all of it can be undone at once. */
Handbook.marks.bring = { file: file, names: names, answers: answers, plans: plans, cells: cells, heads: heads, planned: activities };

const FORMAT = "nilai";

/** What a file holds goes into the changes; gives the words for whoever brought it.
    @param {string} text @param {string} called @param {PlaceTexts} changes */
function file(text, called, changes) {
  const own = ofThisPage(text);
  if (own) {
    Object.keys(own).forEach(function (place) { if (typeof own[place] === "string") changes[place] = own[place]; });
    return Handbook.word("marks_brought_own", { file: called });
  }
  try {
    return ofParticipant(Handbook.file.open(text), called, changes);
  } catch (error) {
    return called + ": " + Handbook.word(/** @type {Error} */ (error).message);
  }
}

/** @param {string} text @returns {PlaceTexts | null} */
function ofThisPage(text) {
  try {
    const found = JSON.parse(text);
    return found.format === FORMAT && found.book === Handbook.data.book ? Object(found.places) : null;
  } catch {
    return null;
  }
}

/** The outcomes of self-checks and the action plan, under the name in the file.
    @param {Records} records @param {string} called @param {PlaceTexts} changes */
function ofParticipant(records, called, changes) {
  const plan = Handbook.marks.data.plan;
  const form = (plan && records[plan.form] && records[plan.form].fields) || {};
  const self = (records.diri && records.diri.fields) || {};
  const own = plan ? plan.own : {};
  const name = form[own.nama || ""] || self.nama || "";
  const district = form[own.kecamatan || ""] || self.kecamatan || "";
  const id = Handbook.marks.people.named(name, district, changes);
  if (district) changes["orang/" + id + "/kecamatan"] = district;
  if (plan) planned(plan, form, id, changes);
  Handbook.marks.data.modules.forEach(function (bank) { checked(bank, records[bank.quiz], id, changes); });
  return Handbook.word(name ? "marks_brought" : "marks_brought_nameless", { file: called, name: name });
}

/** @param {ActionPlan} plan @param {Texts} form @param {string} id @param {PlaceTexts} changes */
function planned(plan, form, id, changes) {
  Object.keys(form).forEach(function (place) {
    const steps = place.split(".");
    const what = Object.keys(plan.shown).find(function (key) { return plan.shown[key] === steps[2]; });
    if (steps[0] === plan.part && what) changes["rencana/" + id + "/" + steps[1] + "." + what] = form[place];
  });
}

/** @param {TestBank} bank @param {Kept | undefined} record @param {string} id @param {PlaceTexts} changes */
function checked(bank, record, id, changes) {
  const outcomes = (record && record.outcomes) || {};
  bank.forms.K.forEach(function (column) {
    const outcome = outcomes[column.id];
    if (outcome) changes[[Handbook.marks.sheets.ofTest(bank, "K"), id, column.id].join("/")] = outcome === "right" ? column.right : column.letters.replace(column.right, "");
  });
}

/** The cells of a table as text: with tabs, as spreadsheets copy them, or with semicolons or commas; quotes hold signs.
    @param {string} text */
function cells(text) {
  const mark = ["\t", ";", ","].find(function (sign) { return text.indexOf(sign) >= 0; }) || "\t";
  /** @type {string[][]} */
  const rows = [[""]];
  let isQuoted = false;
  Array.from(text.replace(/\r\n?/g, "\n")).forEach(function (sign) {
    const row = rows[rows.length - 1];
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === mark && !isQuoted) row.push("");
    else if (sign === "\n" && !isQuoted) rows.push([""]);
    else row[row.length - 1] += sign;
  });
  return rows.map(function (row) { return row.map(function (cell) { return cell.trim(); }); }).filter(function (row) { return row.some(Boolean); });
}

/** The place of each known head in the first row; none when it has no head for names.
    @param {string[]} row @returns {Record<string, number>} */
function heads(row) {
  /** @type {Record<string, number>} */
  const found = {};
  Object.entries(Handbook.marks.data.heads).forEach(function (pair) {
    const index = row.findIndex(function (cell) { return pair[1].indexOf(cell.toLowerCase()) >= 0; });
    if (index >= 0) found[pair[0]] = index;
  });
  return found.nama === undefined ? {} : found;
}

/** Names with their districts: below heads, or a name first, behind a number or not.
    @param {string} text */
function names(text) {
  const rows = cells(text);
  const known = rows.length ? heads(rows[0]) : {};
  /** @type {PlaceTexts} */
  const changes = {};
  rows.slice(known.nama === undefined ? 0 : 1).forEach(function (row) {
    const at = known.nama === undefined ? first(row) : known.nama;
    const district = known.nama === undefined ? row[at + 1] : row[known.kecamatan];
    if (row[at]) Handbook.marks.people.named(row[at], district || "", changes);
  });
  return changes;
}

/** The first cell that is no number.
    @param {string[]} row */
function first(row) {
  return Math.max(0, row.findIndex(function (cell) { return cell !== "" && !/^[\d.]+$/.test(cell); }));
}

/** A row for each person: the name, then a cell for each question; the last cells are the answers.
    @param {string} text @param {TestBank} bank @param {TestForm} form */
function answers(text, bank, form) {
  const columns = bank.forms[form];
  const sheet = Handbook.marks.sheets.ofTest(bank, form);
  /** @type {{ changes: PlaceTexts, refused: string[] }} */
  const found = { changes: {}, refused: [] };
  const rows = cells(text).filter(function (row, index) { return index > 0 || heads(row).nama === undefined; });
  rows.forEach(function (row) {
    const name = row[first(row)];
    if (row.length <= columns.length) return found.refused.push(Handbook.word("marks_short_row", { name: name, count: columns.length }));
    const id = Handbook.marks.people.named(name, "", found.changes);
    return columns.forEach(function (column, index) {
      const given = row[row.length - columns.length + index];
      const taken = understood(column, given);
      if (taken === null) found.refused.push(Handbook.word("marks_refused", { name: name, number: column.number, text: given }));
      else if (taken) found.changes[[sheet, id, column.id].join("/")] = taken;
    });
  });
  return found;
}

/** What a cell means; null when it can be no answer.
    @param {AnswerColumn} column @param {string} given */
function understood(column, given) {
  if (column.accepted.indexOf(given.toLowerCase()) >= 0) return column.right;
  const bare = given.toUpperCase().replace(/[\s,;]/g, "");
  const sorted = column.kind === "several" ? bare.split("").sort().join("") : bare;
  return Handbook.marks.judge.clean(column, bare) === sorted ? sorted : null;
}

/** Below heads: the name, and what is planned; several rows of one name are several activities.
    @param {string} text */
function plans(text) {
  const rows = cells(text);
  const known = rows.length ? heads(rows[0]) : {};
  /** @type {PlaceTexts} */
  const changes = {};
  activities(rows, function (index) {
    const row = rows[index];
    return row[known.nama] ? Handbook.marks.people.named(row[known.nama], row[known.kecamatan] || "", changes) : "";
  }, changes);
  return changes;
}

/** The activities of a table with heads; `whose` gives the id of the person of a row, or none.
    @param {string[][]} rows @param {(index: number) => string} whose @param {PlaceTexts} changes */
function activities(rows, whose, changes) {
  const known = rows.length ? heads(rows[0]) : {};
  const shown = Object.keys((Handbook.marks.data.plan || { shown: {} }).shown);
  /** @type {Numbers} */
  const counts = {};
  rows.forEach(function (row, index) {
    const filled = index ? shown.filter(function (what) { return row[known[what]]; }) : [];
    const id = filled.length ? whose(index) : "";
    if (!id) return;
    counts[id] = (counts[id] || 0) + 1;
    filled.forEach(function (what) { changes["rencana/" + id + "/" + counts[id] + "." + what] = row[known[what]]; });
  });
}
