/* Pairs of statements: the totals of both sides are counted. */
Handbook.totals = { start: start };

/** @param {Form} form */
function start(form) {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = form.querySelectorAll("table.grid");
  tables.forEach(function (table) {
    ["input", "filled"].forEach(function (type) { form.addEventListener(type, function () { count(table); }); });
    totals(table).forEach(function (field) { field.readOnly = true; });
  });
}

/** @param {HTMLTableElement} table @returns {HTMLInputElement[]} */
function totals(table) {
  return Array.from(table.querySelectorAll(".line-total input"));
}

/** Nothing ticked: the totals stay empty, as on a blank sheet.
    @param {HTMLTableElement} table */
function count(table) {
  /** @type {HTMLInputElement[]} */
  const ticked = Array.from(table.querySelectorAll("input:checked"));
  totals(table).forEach(function (field) {
    const side = field.name.split(".").pop();
    const number = ticked.filter(function (tick) { return tick.name.split(".").pop() === side; }).length;
    field.value = ticked.length ? String(number) : "";
  });
}
