/* Matching: a select for each line, and the list of choices for paper, where selects are blank lines. */
Handbook.judges[".matches"] = { prepare: prepare, empty: empty, check: check, clear: clear, given: given, put: put };

/** @param {Question} question @returns {HTMLSelectElement[]} */
function selects(question) {
  return Array.from(question.querySelectorAll(".matches select"));
}

/** @param {Question} question */
function prepare(question) {
  const choices = Array.from(selects(question)[0].options).filter(function (option) { return option.value; });
  const text = choices.map(function (option) { return option.text; }).join(" · ");
  Handbook.get(question, ".matches").after(Handbook.make("p", { class: "print-only" }, Handbook.word("choices", { list: text })));
}

/** @param {Question} question */
function empty(question) {
  return selects(question).some(function (select) { return !select.value; });
}

/** @param {Question} question */
function check(question) {
  return selects(question).map(function (select) {
    const right = select.value === solution(question, select.name);
    Handbook.mark(/** @type {HTMLElement} */ (select.closest("li")), right);
    return right;
  }).every(Boolean);
}

/** @param {Question} question @param {string} name */
function solution(question, name) {
  return Handbook.get(question, '.answer-options [data-name="' + name + '"]').dataset.correctValue;
}

/** @param {Question} question */
function given(question) {
  return selects(question).filter(function (select) { return select.value; }).map(function (select) { return select.name + " " + select.value; }).join("\n");
}

/** @param {Question} question @param {string} text */
function put(question, text) {
  const lines = text.split("\n");
  selects(question).forEach(function (select) {
    const line = lines.find(function (words) { return words.indexOf(select.name + " ") === 0; });
    if (line) select.value = line.slice(select.name.length + 1);
  });
}

/** @param {Question} question */
function clear(question) {
  selects(question).forEach(function (select) { select.value = ""; });
}
