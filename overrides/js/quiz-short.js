/* Short answers: capitals, punctuation and repeated spaces make no difference. */
Handbook.judges[".short"] = { prepare: prepare, empty: empty, check: check, clear: clear, given: given, put: put };

function prepare() {}

/** @param {Question} question @returns {HTMLInputElement} */
function field(question) {
  return Handbook.get(question, ".short input");
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {Question} question */
function empty(question) {
  return !plain(field(question).value);
}

/** @param {Question} question */
function check(question) {
  /** @type {With<"accept">[]} */
  const accepted = Array.from(question.querySelectorAll(".answer-options [data-accept]"));
  const given = plain(field(question).value);
  const right = accepted.some(function (item) { return plain(item.dataset.accept) === given; });
  Handbook.mark(Handbook.get(question, ".short"), right);
  return right;
}

/** @param {Question} question */
function given(question) {
  return field(question).value;
}

/** @param {Question} question @param {string} text */
function put(question, text) {
  field(question).value = text;
}

/** @param {Question} question */
function clear(question) {
  field(question).value = "";
}
