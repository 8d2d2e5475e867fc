/* Boxes of which one can be ticked, as in a row of Ya and Tidak: the other one becomes empty, and ticking again
   empties it too. Of other boxes a form says how many to tick (data-choose): they are counted, and the count is told. */
Handbook.choices = { start: start, mates: mates };

const ROWS = "table.pairs tr, table.criteria:not(.names) tr, [data-choose='1']";

/** @param {Form} form */
function start(form) {
  const voice = form.appendChild(Handbook.make("p", { class: "sr-only", role: "status" }));
  form.addEventListener("input", function (event) {
    untick(/** @type {Field} */ (event.target), voice);
    count(form);
  });
  form.addEventListener("filled", function () { count(form); });
}

/** The other boxes of a choice that a field belongs to.
    @param {Field} field */
function mates(field) {
  const row = field.type === "checkbox" && field.closest(ROWS);
  /** @type {Field[]} */
  const boxes = row ? Array.from(row.querySelectorAll("input[type=checkbox]")) : [];
  return boxes.filter(function (other) { return other !== field; });
}

/** @param {Field} field @param {HTMLElement} voice */
function untick(field, voice) {
  const others = field.checked ? mates(field).filter(function (other) { return other.checked; }) : [];
  others.forEach(function (other) { other.checked = false; });
  voice.textContent = others.map(function (other) { return Handbook.word("choice_emptied", { field: name(other) }); }).join(" ");
}

/** @param {Field} field */
function name(field) {
  return field.labels[0].textContent.replace(/\s+/g, " ").trim();
}

/** @param {Form} form */
function count(form) {
  /** @type {NodeListOf<With<"most" | "round" | "title">>} */
  const counts = form.querySelectorAll(".choice-count");
  counts.forEach(function (line) {
    const most = Number(line.dataset.most);
    const sheet = line.closest(".name-sheet");
    const ticked = sheet ? sheet.querySelectorAll('input:checked[name$=".' + line.dataset.round + '"]').length : 0;
    const words = Handbook.word(ticked > most ? "choice_over" : "choice_count", { round: line.dataset.title, ticked: ticked, most: most, over: ticked - most });
    line.classList.toggle("is-over", ticked > most);
    if (line.textContent !== words) line.textContent = words;
  });
}
