/* A form as sheets of a workbook: one for each grid, its heads merged as on paper, and one for all other fields. */
Handbook.sheets = { of: of };

const GRID = Handbook.fields.GRID;
const TICK = "\u2713";

/** `texts` by place; empty for a blank workbook.
    @param {Form} form @param {Texts} texts */
function of(form, texts) {
  const others = Handbook.fields.all(form).filter(function (field) { return !field.closest(GRID + ", .identity"); });
  const made = grids(form).map(function (table, index) { return sheet(form, table, texts, index); });
  return others.length ? made.concat(rest(form, others, texts)) : made;
}

/** @param {Form} form @returns {HTMLTableElement[]} */
function grids(form) {
  return Array.from(form.querySelectorAll(GRID));
}

/** What stands above and below the grids: a row for each field, with its label.
    @param {Form} form @param {Field[]} fields @param {Texts} texts @returns {Sheet} */
function rest(form, fields, texts) {
  const top = identity(form, {});
  const head = [{ text: Handbook.word("sheet_field"), bold: true }, { text: Handbook.word("sheet_answer"), bold: true }];
  const rows = fields.map(function (field) { return [{ text: label(field), bold: true }, answer(form, field, texts)]; });
  return { name: Handbook.word("sheet_rest"), widths: [44, 60], head: 2, merges: [], rows: [top[0], head, ...rows] };
}

/** The label, with the name of the group of fields that it stands in (a signature, a pair).
    @param {Field} field */
function label(field) {
  const block = field.closest("fieldset"), row = field.closest("tr");
  const group = block ? block.querySelector("legend") : row && row.querySelector("th");
  return (group ? words(group) + ": " : "") + words(field.labels[0]);
}

/** @param {Form} form @param {Field} field @param {Texts} texts */
function answer(form, field, texts) {
  const text = texts[Handbook.fields.place(form, field)] || "";
  return text && field.type === "checkbox" ? TICK : text;
}

/** @param {Form} form @param {HTMLTableElement} table @param {Texts} texts @param {number} index @returns {Sheet} */
function sheet(form, table, texts, index) {
  const top = identity(form, texts).concat(table.caption && table.matches(".part") ? [[plain(words(table.caption))]] : []);
  const head = heads(table, top.length);
  const rows = Array.from(table.tBodies[0].rows).map(function (row) { return cells(form, row, texts); });
  const name = Handbook.get(form, ".sheet-code").textContent + (index ? " " + (index + 1) : "");
  return { name: name, widths: widths(head.rows[0].length, table), head: top.length + head.rows.length, merges: head.merges, rows: top.concat(head.rows, rows) };
}

/** Title, then the lines of identity, then an empty line.
    @param {Form} form @param {Texts} texts @returns {Cell[][]} */
function identity(form, texts) {
  const title = Handbook.get(form, ".sheet-code").textContent + " " + Handbook.get(form, ".sheet-title").textContent;
  /** @type {NodeListOf<Field>} */
  const fields = form.querySelectorAll(".identity input");
  const lines = Array.from(fields, function (field) {
    return [plain(field.labels[0].textContent + ": " + (texts[Handbook.fields.place(form, field)] || ""))];
  });
  return [[plain(title)]].concat(lines, [[plain("")]]);
}

/** @param {string} text */
function plain(text) {
  return { text: text, plain: true };
}

/** Merged cells hold their text at the top left; the others are empty but framed.
    @param {HTMLTableElement} table @param {number} above */
function heads(table, above) {
  const given = Array.from(table.tHead ? table.tHead.rows : []);
  const rows = given.map(function () { return /** @type {Cell[]} */ ([]); });
  /** @type {string[]} */
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

/** @param {Cell[][]} rows @param {HTMLTableCellElement} cell @param {number} top @param {number} left */
function spread(rows, cell, top, left) {
  for (let down = 0; down < cell.rowSpan; down += 1) {
    for (let right = 0; right < cell.colSpan; right += 1) rows[top + down][left + right] = { text: down || right ? "" : words(cell), bold: true };
  }
}

/** @param {number} left @param {number} top @param {HTMLTableCellElement} cell */
function area(left, top, cell) {
  const name = Handbook.xlsx.column;
  return name(left) + (top + 1) + ":" + name(left + cell.colSpan - 1) + (top + cell.rowSpan);
}

/** @param {HTMLElement} cell */
function words(cell) {
  const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
  copy.querySelectorAll(".row-remove, .row-word, .cell-name").forEach(function (extra) { extra.remove(); });
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** @param {Form} form @param {HTMLTableRowElement} row @param {Texts} texts */
function cells(form, row, texts) {
  return Array.from(row.cells).map(function (cell) {
    /** @type {Field | null} */
    const field = cell.querySelector("textarea, input:not([type=radio])");
    return field ? answer(form, field, texts) : { text: words(cell), bold: true };
  });
}

/** @param {number} count @param {HTMLTableElement} table */
function widths(count, table) {
  const numbered = table.classList.contains("numbered");
  return Array.from({ length: count }, function (_, index) { return index ? 26 : numbered ? 6 : 34; });
}
