/* Tables with repeatable rows: rows are added and removed (with undo). A row's id never changes, its number does. */
Handbook.rows = { start: start, values: values, fill: fill };

function start(form, changed) {
  tables(form).forEach(function (table) {
    table.firstRow = table.tBodies[0].rows[0].cloneNode(true);
    table.blankRows = ids(table);
    table.highest = highest(table.blankRows);
    table.rowChanged = changed;
    Array.from(table.tBodies[0].rows).forEach(function (row) { equip(table, row); });
    adder(table, form.querySelector('.row-actions[data-for="' + table.dataset.part + '"]'));
    number(table);
    form.addEventListener("filled", function () { stay(table); });
  });
}

/* One row always stays, also when each of two tabs removed one of the last two. */
function stay(table) {
  if (!table.tBodies[0].rows.length) insert(table, made(table, table.blankRows[0]));
  number(table);
}

function tables(form) {
  return Array.from(form.querySelectorAll("table.repeatable"));
}

function ids(table) {
  return Array.from(table.tBodies[0].rows).map(function (row) { return row.dataset.row; });
}

function highest(rows) {
  return Math.max.apply(null, [0].concat(rows.map(Number)).filter(isFinite));
}

/* The rows on the sheet: { "part.row": "+" }. */
function values(form) {
  const found = {};
  tables(form).forEach(function (table) { ids(table).forEach(function (id) { found[table.dataset.part + "." + id] = "+"; }); });
  return found;
}

/* Rows that have left the sheet go, new ones come; the others are not touched, so that the cursor stays. */
function fill(form, record) {
  tables(form).forEach(function (table) {
    const asked = wanted(table, record);
    Array.from(table.tBodies[0].rows).forEach(function (row) { if (asked.indexOf(row.dataset.row) < 0) row.remove(); });
    asked.filter(function (id) { return !find(table, id); }).forEach(function (id) { insert(table, made(table, id)); });
    number(table);
  });
}

/* The rows of a record. What has text is shown, though this edition prints fewer rows or another tab removed it
   before that was typed. */
function wanted(table, record) {
  const part = table.dataset.part + ".";
  const rows = record.rows || {};
  const of = function (group) { return Object.keys(group || {}).filter(function (place) { return place.indexOf(part) === 0; }).map(function (place) { return place.split(".")[1]; }); };
  const written = of(record.fields);
  const known = Array.from(new Set(table.blankRows.concat(of(rows), of((record.times || {}).rows), written))).filter(function (id) { return /^\d+$/.test(id); });
  table.highest = Math.max(table.highest, highest(known));
  return known.filter(function (id) {
    const printed = table.blankRows.indexOf(id) >= 0 ? "+" : "-";
    return written.indexOf(id) >= 0 || (rows[part + id] || rows[part + "*"] || printed) === "+";
  });
}

function find(table, id) {
  return Array.from(table.tBodies[0].rows).find(function (row) { return row.dataset.row === id; });
}

/* In the order of their ids. */
function insert(table, row) {
  const next = Array.from(table.tBodies[0].rows).find(function (other) { return Number(other.dataset.row) > Number(row.dataset.row); });
  table.tBodies[0].insertBefore(row, next || null);
}

/* A new row is a copy of the first one with its own names. */
function made(table, id) {
  const row = table.firstRow.cloneNode(true);
  const old = "." + table.dataset.part + "." + row.dataset.row + ".";
  const now = "." + table.dataset.part + "." + id + ".";
  row.dataset.row = id;
  row.querySelectorAll("[name], [for]").forEach(function (element) {
    ["id", "name", "for"].forEach(function (key) {
      if (element.hasAttribute(key)) element.setAttribute(key, element.getAttribute(key).replace(old, now));
    });
    if ("value" in element) element.value = "";
  });
  equip(table, row);
  return row;
}

function equip(table, row) {
  const cross = Handbook.make("button", { type: "button", class: "row-remove" });
  cross.appendChild(Handbook.make("span", { "aria-hidden": "true" }, "×"));
  cross.appendChild(Handbook.make("span", { class: "row-remove-word" }));
  cross.addEventListener("click", function () { take(table, row); });
  (row.querySelector("th") || row.lastElementChild).appendChild(cross);
}

function adder(table, room) {
  const line = room || table.parentNode.insertAdjacentElement("afterend", Handbook.make("p", { class: "row-actions", "data-for": table.dataset.part }));
  table.said = Handbook.make("span", { class: "row-status", role: "status" });
  line.replaceChildren(Handbook.button("row_add", function () { add(table); }, true), table.said);
}

/* The new id is higher than any that the table ever had, so that no row takes over another's text. */
function add(table) {
  table.highest += 1;
  const row = made(table, String(table.highest));
  insert(table, row);
  table.said.textContent = "";
  number(table);
  table.rowChanged();
  row.querySelector("textarea, input").focus();
}

function take(table, row) {
  const place = row.querySelector(".row-count").textContent;
  row.remove();
  number(table);
  table.rowChanged();
  const undo = Handbook.button("undo", function () { bringBack(table, row); }, true);
  table.said.replaceChildren(Handbook.word("row_removed", { row: place }) + " ", undo);
  undo.focus();
}

/* When the row is there again because something was typed in it meanwhile, its other fields come back. */
function bringBack(table, row) {
  const there = find(table, row.dataset.row);
  if (!there) insert(table, row);
  else row.querySelectorAll("[name]").forEach(function (field) { refill(there.querySelector('[name="' + field.name + '"]'), field); });
  table.said.textContent = "";
  number(table);
  table.rowChanged();
  (there || row).querySelector("textarea, input").focus();
}

function refill(field, old) {
  if (!field.value) field.value = old.value;
}

/* Numbers follow the order on the sheet; one row always stays. */
function number(table) {
  const rows = Array.from(table.tBodies[0].rows);
  rows.forEach(function (row, index) {
    row.querySelectorAll(".row-count").forEach(function (place) { place.textContent = index + 1; });
    const cross = row.querySelector(".row-remove");
    cross.hidden = rows.length === 1;
    cross.querySelector(".row-remove-word").textContent = Handbook.word("row_remove", { row: index + 1 });
  });
}
