/* Boxes of which one can be ticked, as in a row of Ya and Tidak: the other one becomes empty, and ticking again
   empties it too. Of other boxes a form says how many to tick (data-choose): they are counted, and the count is told. */
Handbook.choices = { start: start, mates: mates };

const ROWS = "table.pairs tr, table.criteria:not(.names) tr, [data-choose='1']";

function start(form) {
  const voice = form.appendChild(Handbook.make("p", { class: "sr-only", role: "status" }));
  form.addEventListener("input", function (event) {
    untick(event.target, voice);
    count(form);
  });
  form.addEventListener("filled", function () { count(form); });
}

/* The other boxes of a choice that a field belongs to. */
function mates(field) {
  const row = field.type === "checkbox" && field.closest(ROWS);
  return row ? Array.from(row.querySelectorAll("input[type=checkbox]")).filter(function (other) { return other !== field; }) : [];
}

function untick(field, voice) {
  const others = field.checked ? mates(field).filter(function (other) { return other.checked; }) : [];
  others.forEach(function (other) { other.checked = false; });
  voice.textContent = others.map(function (other) { return Handbook.word("choice_emptied", { field: name(other) }); }).join(" ");
}

function name(field) {
  return field.labels[0].textContent.replace(/\s+/g, " ").trim();
}

function count(form) {
  form.querySelectorAll(".choice-count").forEach(function (line) {
    const most = Number(line.dataset.most);
    const ticked = line.closest(".name-sheet").querySelectorAll('input:checked[name$=".' + line.dataset.round + '"]').length;
    const words = Handbook.word(ticked > most ? "choice_over" : "choice_count", { round: line.dataset.title, ticked: ticked, most: most, over: ticked - most });
    line.classList.toggle("is-over", ticked > most);
    if (line.textContent !== words) line.textContent = words;
  });
}
