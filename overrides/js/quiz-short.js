/* Short answers: capitals, punctuation and repeated spaces make no difference. */
Handbook.judges[".short"] = { prepare: prepare, empty: empty, check: check, clear: clear, given: given, put: put };

function prepare() {}

function field(question) {
  return question.querySelector(".short input");
}

function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function empty(question) {
  return !plain(field(question).value);
}

function check(question) {
  const accepted = Array.from(question.querySelectorAll(".answer-options [data-accept]"));
  const given = plain(field(question).value);
  const right = accepted.some(function (item) { return plain(item.dataset.accept) === given; });
  Handbook.mark(field(question).parentNode, right);
  return right;
}

function given(question) {
  return field(question).value;
}

function put(question, text) {
  field(question).value = text;
}

function clear(question) {
  field(question).value = "";
}
