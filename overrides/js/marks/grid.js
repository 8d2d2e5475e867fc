/* A sheet to type in: a row for each person or paper, a column for each answer. Keys go on by themselves when an answer is
   whole; the arrows go everywhere; Backspace in an empty field goes back. */
Handbook.marks.grid = grid;

/** @param {Grid} given */
function grid(given) {
  const table = Handbook.make("table", { class: "marks-grid" });
  const hint = Handbook.make("p", { class: "marks-hint", id: "marks-hint" }, Handbook.word("marks_hint"));
  table.append(Handbook.marks.draw.caption(given.title), head(given), body(given));
  table.addEventListener("input", function (event) { typed(given, table, /** @type {HTMLInputElement} */ (event.target)); });
  table.addEventListener("focusin", function (event) { focused(given, hint, /** @type {HTMLInputElement} */ (event.target)); });
  table.addEventListener("keydown", function (event) { moved(table, event); });
  const scroll = Handbook.make("div", { class: "marks-scroll" });
  scroll.appendChild(table);
  const box = Handbook.make("div");
  box.append(hint, scroll);
  return box;
}

/** @param {Grid} given */
function head(given) {
  const row = Handbook.make("tr");
  row.appendChild(Handbook.make("th", { scope: "col" }, given.first));
  given.columns.forEach(function (column) { row.appendChild(Handbook.make("th", { scope: "col", class: "marks-key", title: column.title }, column.number)); });
  given.open.forEach(function (question) { row.appendChild(Handbook.make("th", { scope: "col", class: "marks-open" }, question)); });
  if (given.total) row.appendChild(Handbook.make("th", { scope: "col" }, Handbook.word("marks_points")));
  const made = Handbook.make("thead");
  made.appendChild(row);
  return made;
}

/** @param {Grid} given */
function body(given) {
  const made = Handbook.make("tbody");
  given.rows.forEach(function (row) { made.appendChild(line(given, row)); });
  return made;
}

/** @param {Grid} given @param {{ id: string, name: string }} row */
function line(given, row) {
  const made = Handbook.make("tr", { "data-row": row.id });
  made.appendChild(Handbook.make("th", { scope: "row" }, row.name));
  given.columns.forEach(function (column, index) {
    made.appendChild(cell(given, row, column.id, Handbook.word("marks_cell", { name: row.name, number: column.number }), { "data-column": String(index), size: String(Math.max(2, column.slots)), class: "marks-answer", autocapitalize: "characters" }));
  });
  given.open.forEach(function (question, index) {
    made.appendChild(cell(given, row, "t" + (index + 1), row.name + ": " + question, { class: "marks-text", size: "30" }));
  });
  if (given.total) made.appendChild(Handbook.make("td", { class: "marks-figure", "data-total": row.id }, given.total(row.id)));
  return made;
}

/** @param {Grid} given @param {{ id: string, name: string }} row @param {string} column @param {string} label @param {Texts} attributes */
function cell(given, row, column, label, attributes) {
  const place = [given.sheet, row.id, column].join("/");
  const field = Handbook.make("input", Object.assign({ type: "text", autocomplete: "off", spellcheck: "false", "aria-label": label, "aria-describedby": "marks-hint", "data-place": place }, attributes));
  field.value = Handbook.marks.keep.get(place);
  const made = Handbook.make("td");
  made.appendChild(field);
  return made;
}

/** @param {Grid} given @param {HTMLTableElement} table @param {HTMLInputElement} field */
function typed(given, table, field) {
  const column = given.columns[Number(field.dataset.column)];
  const text = field.dataset.column === undefined ? field.value : Handbook.marks.judge.clean(column, field.value);
  if (field.dataset.column !== undefined) field.value = text;
  Handbook.marks.keep.typed(field, text);
  const row = (field.dataset.place || "").split("/")[1];
  const total = table.querySelector('[data-total="' + row + '"]');
  if (total && given.total) total.textContent = given.total(row);
  if (given.next && row === given.rows[given.rows.length - 1].id) grow(given, given.next, table);
  if (column && text && Handbook.marks.judge.isFull(column, text)) go(table, field, 1);
}

/** Another empty row, once something stands in the last.
    @param {Grid} given @param {(rows: number) => { id: string, name: string }} next @param {HTMLTableElement} table */
function grow(given, next, table) {
  const row = next(given.rows.length);
  given.rows.push(row);
  table.tBodies[0].appendChild(line(given, row));
}

/** What a field asks for, and which keys it takes.
    @param {Grid} given @param {HTMLElement} hint @param {HTMLInputElement} field */
function focused(given, hint, field) {
  if (field.select) field.select();
  const column = given.columns[Number(field.dataset.column)];
  if (field.dataset.column === undefined || !column) return;
  const key = "marks_keys_" + column.kind;
  hint.textContent = Handbook.word(key, { number: column.number, title: column.title, letters: column.letters.split("").join(" "), slots: column.slots, worth: column.worth });
}

/** @param {HTMLTableElement} table @param {KeyboardEvent} event */
function moved(table, event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const isText = field.dataset.column === undefined;
  const width = fields(table).length / table.querySelectorAll("tbody tr").length;
  /** @type {Record<string, number>} */
  const steps = { ArrowDown: width, ArrowUp: -width, Enter: width, ArrowRight: isText ? 0 : 1, ArrowLeft: isText ? 0 : -1, Backspace: field.value || isText ? 0 : -1 };
  const step = event.ctrlKey || event.metaKey || event.altKey ? 0 : steps[event.key];
  if (!step) return;
  event.preventDefault();
  go(table, field, step);
}

/** @param {HTMLTableElement} table @returns {HTMLInputElement[]} */
function fields(table) {
  return Array.from(table.querySelectorAll("tbody input"));
}

/** @param {HTMLTableElement} table @param {HTMLInputElement} field @param {number} step */
function go(table, field, step) {
  const all = fields(table);
  const next = all[all.indexOf(field) + step];
  if (next) next.focus();
}
