/* Pairs of statements: one tick in each pair, and the totals of both sides are counted. */
Handbook.totals = { start: start };

function start(form) {
  form.querySelectorAll("table.pairs").forEach(function (table) {
    table.addEventListener("change", function (event) {
      if (event.target.checked) untickOther(event.target);
      count(table);
    });
    form.addEventListener("filled", function () { count(table); });
    totals(table).forEach(function (field) { field.readOnly = true; });
  });
}

function untickOther(tick) {
  tick.closest("tr").querySelectorAll("input[type=checkbox]").forEach(function (other) { other.checked = other === tick; });
}

function totals(table) {
  return Array.from(table.querySelectorAll(".line-total input"));
}

/* Nothing ticked: the totals stay empty, as on a blank sheet. */
function count(table) {
  const ticked = Array.from(table.querySelectorAll("input:checked"));
  totals(table).forEach(function (field) {
    const side = field.name.split(".").pop();
    const number = ticked.filter(function (tick) { return tick.name.split(".").pop() === side; }).length;
    field.value = ticked.length ? String(number) : "";
  });
}
