/* Matching: a select for each line, and the list of choices for paper, where selects are blank lines. */
Handbook.judges[".matches"] = { prepare: prepare, empty: empty, check: check, clear: clear, given: given, put: put };

function selects(question) {
  return Array.from(question.querySelectorAll(".matches select"));
}

function prepare(question) {
  const choices = Array.from(selects(question)[0].options).filter(function (option) { return option.value; });
  const text = choices.map(function (option) { return option.text; }).join(" · ");
  question.querySelector(".matches").insertAdjacentElement("afterend", Handbook.make("p", { class: "print-only" }, Handbook.word("choices", { list: text })));
}

function empty(question) {
  return selects(question).some(function (select) { return !select.value; });
}

function check(question) {
  return selects(question).map(function (select) {
    const right = select.value === solution(question, select.name);
    Handbook.mark(select.closest("li"), right);
    return right;
  }).every(Boolean);
}

function solution(question, name) {
  const items = Array.from(question.querySelectorAll(".answer-options [data-name]"));
  return items.find(function (item) { return item.dataset.name === name; }).dataset.correctValue;
}

function given(question) {
  return selects(question).filter(function (select) { return select.value; }).map(function (select) { return select.name + " " + select.value; }).join("\n");
}

function put(question, text) {
  const lines = text.split("\n");
  selects(question).forEach(function (select) {
    const line = lines.find(function (words) { return words.indexOf(select.name + " ") === 0; });
    if (line) select.value = line.slice(select.name.length + 1);
  });
}

function clear(question) {
  selects(question).forEach(function (select) { select.value = ""; });
}
