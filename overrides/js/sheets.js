/* A form as sheets of a workbook: one for each grid, its heads merged as on paper, and one for all other fields. */
Handbook.sheets = { of: of };

const GRID = Handbook.fields.GRID;
const TICK = "\u2713";

/* `texts` by place; empty for a blank workbook. */
function of(form, texts) {
  const others = Handbook.fields.all(form).filter(function (field) { return !field.closest(GRID + ", .identity"); });
  const made = grids(form).map(function (table, index) { return sheet(form, table, texts, index); });
  return others.length ? made.concat(rest(form, others, texts)) : made;
}

function grids(form) {
  return Array.from(form.querySelectorAll(GRID));
}

/* What stands above and below the grids: a row for each field, with its label. */
function rest(form, fields, texts) {
  const top = identity(form, {});
  const head = [{ text: Handbook.word("sheet_field"), bold: true }, { text: Handbook.word("sheet_answer"), bold: true }];
  const rows = fields.map(function (field) { return [{ text: label(field), bold: true }, answer(form, field, texts)]; });
  return { name: Handbook.word("sheet_rest"), widths: [44, 60], head: 2, merges: [], rows: [top[0], head].concat(rows) };
}

/* The label, with the name of the group of fields that it stands in (a signature, a pair). */
function label(field) {
  const group = field.closest("fieldset") ? field.closest("fieldset").querySelector("legend") : field.closest("tr") && field.closest("tr").querySelector("th");
  return (group ? words(group) + ": " : "") + words(field.labels[0]);
}

function answer(form, field, texts) {
  const text = texts[Handbook.fields.place(form, field)] || "";
  return text && field.type === "checkbox" ? TICK : text;
}

function sheet(form, table, texts, index) {
  const top = identity(form, texts).concat(table.caption && table.matches(".part") ? [[plain(words(table.caption))]] : []);
  const head = heads(table, top.length);
  const rows = Array.from(table.tBodies[0].rows).map(function (row) { return cells(form, row, texts); });
  const name = form.querySelector(".sheet-code").textContent + (index ? " " + (index + 1) : "");
  return { name: name, widths: widths(head.rows[0].length, table), head: top.length + head.rows.length, merges: head.merges, rows: top.concat(head.rows, rows) };
}

/* Title, then the lines of identity, then an empty line. */
function identity(form, texts) {
  const title = form.querySelector(".sheet-code").textContent + " " + form.querySelector(".sheet-title").textContent;
  const lines = Array.from(form.querySelectorAll(".identity input")).map(function (field) {
    return [plain(field.labels[0].textContent + ": " + (texts[Handbook.fields.place(form, field)] || ""))];
  });
  return [[plain(title)]].concat(lines, [[plain("")]]);
}

function plain(text) {
  return { text: text, plain: true };
}

/* Merged cells hold their text at the top left; the others are empty but framed. */
function heads(table, above) {
  const given = Array.from(table.tHead.rows);
  const rows = given.map(function () { return []; });
  const merges = [];
  given.forEach(function (row, top) {
    let left = 0;
    Array.from(row.cells).forEach(function (cell) {
      while (rows[top][left] !== undefined) left += 1;
      spread(rows, cell, top, left);
      if (cell.rowSpan > 1 || cell.colSpan > 1) merges.push(area(left, above + top, cell));
    });
  });
  return { rows: rows, merges: merges };
}

function spread(rows, cell, top, left) {
  for (let down = 0; down < cell.rowSpan; down += 1) {
    for (let right = 0; right < cell.colSpan; right += 1) rows[top + down][left + right] = { text: down || right ? "" : words(cell), bold: true };
  }
}

function area(left, top, cell) {
  const name = Handbook.xlsx.column;
  return name(left) + (top + 1) + ":" + name(left + cell.colSpan - 1) + (top + cell.rowSpan);
}

function words(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll(".row-remove, .row-word, .cell-name").forEach(function (extra) { extra.remove(); });
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function cells(form, row, texts) {
  return Array.from(row.cells).map(function (cell) {
    const field = cell.querySelector("textarea, input:not([type=radio])");
    return field ? answer(form, field, texts) : { text: words(cell), bold: true };
  });
}

function widths(count, table) {
  const numbered = table.classList.contains("numbered");
  return Array.from({ length: count }, function (_, index) { return index ? 26 : numbered ? 6 : 34; });
}
