/* Tables with repeatable rows: rows are added and removed (with undo). A row's id never changes, its number does. */
Handbook.rows = { start: start, values: values, fill: fill, open: open };

/** @param {Form} form @param {Act} changed */
function start(form, changed) {
  tables(form).forEach(function (table) {
    table.firstRow = copy(rowsOf(table)[0]);
    table.blankRows = ids(table);
    table.highest = highest(table.blankRows);
    table.rowChanged = changed;
    rowsOf(table).forEach(function (row) { equip(table, row); });
    adder(table, form.querySelector('.row-actions[data-for="' + table.dataset.part + '"]'));
    number(table);
    form.addEventListener("filled", function () { stay(table); });
  });
}

/** One row always stays, also when each of two tabs removed one of the last two.
    @param {RepeatableTable} table */
function stay(table) {
  if (!rowsOf(table).length) insert(table, made(table, table.blankRows[0]));
  number(table);
}

/** @param {HTMLElement} form @returns {RepeatableTable[]} */
function tables(form) {
  return Array.from(form.querySelectorAll("table.repeatable"));
}

/** @param {RepeatableTable} table */
function rowsOf(table) {
  return /** @type {Row[]} */ (Array.from(table.tBodies[0].rows));
}

/** @param {Row} row */
function copy(row) {
  return /** @type {Row} */ (row.cloneNode(true));
}

/** @param {RepeatableTable} table */
function ids(table) {
  return rowsOf(table).map(function (row) { return row.dataset.row; });
}

/** @param {string[]} rows */
function highest(rows) {
  return Math.max.apply(null, [0].concat(rows.map(Number)).filter(isFinite));
}

/** The rows on the sheet: { "part.row": "+" }.
    @param {Form} form */
function values(form) {
  /** @type {Texts} */
  const found = {};
  tables(form).forEach(function (table) { ids(table).forEach(function (id) { found[table.dataset.part + "." + id] = "+"; }); });
  return found;
}

/** Rows that have left the sheet go, new ones come; the others are not touched, so that the cursor stays.
    @param {Form} form @param {Partial<Kept>} record */
function fill(form, record) {
  tables(form).forEach(function (table) {
    const asked = wanted(table, record);
    rowsOf(table).forEach(function (row) { if (asked.indexOf(row.dataset.row) < 0) row.remove(); });
    asked.filter(function (id) { return !find(table, id); }).forEach(function (id) { insert(table, made(table, id)); });
    number(table);
  });
}

/** The rows of a record. What has text is shown, though this edition prints fewer rows or another tab removed it
   before that was typed.
    @param {RepeatableTable} table @param {Partial<Kept>} record */
function wanted(table, record) {
  const part = table.dataset.part + ".";
  const rows = record.rows || {};
  const of = function (/** @type {object | undefined} */ group) { return Object.keys(group || {}).filter(function (place) { return place.indexOf(part) === 0; }).map(function (place) { return place.split(".")[1]; }); };
  const written = of(record.fields);
  const known = Array.from(new Set(table.blankRows.concat(of(rows), of((record.times || {}).rows), written))).filter(function (id) { return /^\d+$/.test(id); });
  table.highest = Math.max(table.highest, highest(known));
  return known.filter(function (id) {
    const printed = table.blankRows.indexOf(id) >= 0 ? "+" : "-";
    return written.indexOf(id) >= 0 || (rows[part + id] || rows[part + "*"] || printed) === "+";
  });
}

/** @param {RepeatableTable} table @param {string} id */
function find(table, id) {
  return rowsOf(table).find(function (row) { return row.dataset.row === id; });
}

/** In the order of their ids.
    @param {RepeatableTable} table @param {Row} row */
function insert(table, row) {
  const next = rowsOf(table).find(function (other) { return Number(other.dataset.row) > Number(row.dataset.row); });
  table.tBodies[0].insertBefore(row, next || null);
}

/** A new row is a copy of the first one with its own names.
    @param {RepeatableTable} table @param {string} id */
function made(table, id) {
  const row = copy(table.firstRow);
  const old = "." + table.dataset.part + "." + row.dataset.row + ".";
  const now = "." + table.dataset.part + "." + id + ".";
  row.dataset.row = id;
  row.querySelectorAll("[name], [for]").forEach(function (element) {
    ["id", "name", "for"].forEach(function (key) {
      const name = element.getAttribute(key);
      if (name !== null) element.setAttribute(key, name.replace(old, now));
    });
    if ("value" in element) element.value = "";
  });
  equip(table, row);
  return row;
}

/** @param {RepeatableTable} table @param {Row} row */
function equip(table, row) {
  const cross = Handbook.make("button", { type: "button", class: "row-remove" });
  cross.appendChild(Handbook.make("span", { "aria-hidden": "true" }, "×"));
  cross.appendChild(Handbook.make("span", { class: "row-remove-word" }));
  cross.addEventListener("click", function () { take(table, row); });
  (row.querySelector("th") || Handbook.get(row, ":scope > :last-child")).appendChild(cross);
}

/** @param {RepeatableTable} table @param {HTMLElement | null} room */
function adder(table, room) {
  const line = room || Handbook.make("p", { class: "row-actions", "data-for": table.dataset.part });
  if (!room) table.parentNode.after(line);
  table.said = Handbook.make("span", { class: "row-status", role: "status" });
  line.replaceChildren(Handbook.button("row_add", function () { add(table); }, true), table.said);
}

/** The new id is higher than any that the table ever had, so that no row takes over another's text.
    @param {RepeatableTable} table */
function add(table) {
  table.highest += 1;
  const row = made(table, String(table.highest));
  insert(table, row);
  table.said.textContent = "";
  number(table);
  table.rowChanged();
  Handbook.get(row, "textarea, input").focus();
}

/** The row of a place, when a text goes there and the table does not have it.
    @param {Form} form @param {string} place */
function open(form, place) {
  const id = place.split(".")[1];
  const table = tables(form).find(function (one) { return one.dataset.part === place.split(".")[0]; });
  if (!table || find(table, id)) return;
  table.highest = Math.max(table.highest, highest([id]));
  insert(table, made(table, id));
  number(table);
}

/** @param {RepeatableTable} table @param {Row} row */
function take(table, row) {
  const place = Handbook.get(row, ".row-count").textContent;
  row.remove();
  number(table);
  table.rowChanged();
  const undo = Handbook.button("undo", function () { bringBack(table, row); }, true);
  table.said.replaceChildren(Handbook.word("row_removed", { row: place }) + " ", undo);
  undo.focus();
}

/** When the row is there again because something was typed in it meanwhile, its other fields come back.
    @param {RepeatableTable} table @param {Row} row */
function bringBack(table, row) {
  const there = find(table, row.dataset.row);
  if (!there) insert(table, row);
  else fieldsOf(row).forEach(function (field) { refill(Handbook.get(there, '[name="' + field.name + '"]'), field); });
  table.said.textContent = "";
  number(table);
  table.rowChanged();
  Handbook.get(there || row, "textarea, input").focus();
}

/** @param {Row} row @returns {NodeListOf<Field>} */
function fieldsOf(row) {
  return row.querySelectorAll("[name]");
}

/** @param {Field} field @param {Field} old */
function refill(field, old) {
  if (!field.value) field.value = old.value;
}

/** Numbers follow the order on the sheet; one row always stays.
    @param {RepeatableTable} table */
function number(table) {
  const rows = rowsOf(table);
  rows.forEach(function (row, index) {
    row.querySelectorAll(".row-count").forEach(function (place) { place.textContent = String(index + 1); });
    const cross = Handbook.get(row, ".row-remove");
    cross.hidden = rows.length === 1;
    Handbook.get(cross, ".row-remove-word").textContent = Handbook.word("row_remove", { row: index + 1 });
  });
}
