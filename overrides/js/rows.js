/* Tables with repeatable rows: rows are added and removed (with undo). A row's id never changes, its number does. */
Handbook.rows = { start: start, values: values, fill: fill, owns: owns };

function start(form, changed) {
  tables(form).forEach(function (table) {
    table.firstRow = table.tBodies[0].rows[0].cloneNode(true);
    table.blankRows = ids(table);
    table.rowChanged = changed;
    Array.from(table.tBodies[0].rows).forEach(function (row) { equip(table, row); });
    table.parentNode.insertAdjacentElement("afterend", adder(table));
    number(table);
  });
}

function tables(form) {
  return Array.from(form.querySelectorAll("table.repeatable"));
}

function ids(table) {
  return Array.from(table.tBodies[0].rows).map(function (row) { return row.dataset.row; });
}

/* Of each table that is not as printed, its rows. */
function values(form) {
  const found = {};
  tables(form).forEach(function (table) {
    if (ids(table).join() !== table.blankRows.join()) found[table.dataset.part] = ids(table);
  });
  return found;
}

/* The rows of a record; a row that has text is shown even where this edition prints fewer rows. */
function fill(form, record) {
  tables(form).forEach(function (table) {
    const part = table.dataset.part;
    const asked = ((record.rows || {})[part] || table.blankRows).slice();
    Object.keys(record.fields || {}).forEach(function (place) {
      const steps = place.split(".");
      if (steps[0] === part && /^\d+$/.test(steps[1]) && asked.indexOf(steps[1]) < 0) asked.push(steps[1]);
    });
    if (asked.join() !== ids(table).join()) table.tBodies[0].replaceChildren.apply(table.tBodies[0], asked.map(function (id) { return rowOf(table, id); }));
    number(table);
  });
}

/* Whether a place belongs to a table with repeatable rows. */
function owns(form, place) {
  return tables(form).some(function (table) { return table.dataset.part === place.split(".")[0]; });
}

function rowOf(table, id) {
  const there = Array.from(table.tBodies[0].rows).find(function (row) { return row.dataset.row === id; });
  return there || made(table, id);
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

function adder(table) {
  const line = Handbook.make("p", { class: "row-actions", "data-for": table.dataset.part });
  line.appendChild(Handbook.button("row_add", function () { add(table); }, true));
  line.appendChild(Handbook.make("span", { class: "row-status", role: "status" }));
  return line;
}

function status(table) {
  return table.parentNode.nextElementSibling.querySelector(".row-status");
}

/* The new id is higher than any that the table ever had, so that no row takes over another's text. */
function add(table) {
  const known = ids(table).concat(table.takenIds || []).map(Number);
  const row = made(table, String(Math.max.apply(null, known) + 1));
  table.tBodies[0].appendChild(row);
  status(table).textContent = "";
  number(table);
  table.rowChanged();
  row.querySelector("textarea, input").focus();
}

function take(table, row) {
  const next = row.nextElementSibling;
  const place = row.querySelector(".row-count").textContent;
  table.takenIds = (table.takenIds || []).concat(row.dataset.row);
  row.remove();
  number(table);
  table.rowChanged();
  offerUndo(table, row, next, place);
}

function offerUndo(table, row, next, place) {
  const undo = Handbook.button("undo", function () {
    table.tBodies[0].insertBefore(row, next && next.parentNode ? next : null);
    status(table).textContent = "";
    number(table);
    table.rowChanged();
    row.querySelector("textarea, input").focus();
  }, true);
  status(table).replaceChildren(Handbook.word("row_removed", { row: place }) + " ", undo);
  undo.focus();
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
