/* Single choice, multiple choice, true or false: marks and feedback stand at the options that were chosen. */
Handbook.judges[".options"] = { prepare: prepare, empty: empty, check: check, clear: clear, given: given, put: put };

function prepare() {}

/** @param {Question} question @returns {HTMLInputElement[]} */
function inputs(question) {
  return Array.from(question.querySelectorAll(".options input"));
}

/** @param {Question} question */
function empty(question) {
  return !inputs(question).some(function (input) { return input.checked; });
}

/** @param {Question} question */
function check(question) {
  const wrong = inputs(question).filter(function (input) { return input.checked !== isCorrect(question, input); });
  inputs(question).forEach(function (input) { if (input.checked) show(question, input); });
  const missed = wrong.filter(function (input) { return !input.checked; });
  if (missed.length && missed.length === wrong.length) return Handbook.word("incomplete");
  return wrong.length === 0;
}

/** @param {Question} question @param {HTMLInputElement} input */
function entry(question, input) {
  return Array.from(question.querySelectorAll(".answer-options [data-value]")).find(function (item) { return item.dataset.value === input.value; });
}

/** @param {Question} question @param {HTMLInputElement} input */
function isCorrect(question, input) {
  const item = entry(question, input);
  return item !== undefined && item.dataset.correct === "ya";
}

/** @param {Question} question @param {HTMLInputElement} input */
function show(question, input) {
  const place = /** @type {HTMLElement} */ (input.closest("li"));
  const item = entry(question, input);
  Handbook.mark(place, isCorrect(question, input));
  const words = item ? item.textContent.trim() : "";
  if (words !== Handbook.get(place, "label").textContent.trim()) Handbook.feedback(place, words);
}

/** @param {Question} question */
function given(question) {
  return inputs(question).filter(function (input) { return input.checked; }).map(function (input) { return input.value; }).join("\n");
}

/** @param {Question} question @param {string} text */
function put(question, text) {
  inputs(question).forEach(function (input) { input.checked = text.split("\n").indexOf(input.value) >= 0; });
}

/** @param {Question} question */
function clear(question) {
  inputs(question).forEach(function (input) { input.checked = false; });
}
