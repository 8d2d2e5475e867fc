/* Marks one answer by the rule of its kind of question, as the key of the session pack says it; what may be typed. */
Handbook.marks = /** @type {Marks} */ ({ data: window.HandbookMarks, judge: { points: points, clean: clean, isFull: isFull } });

/* Instead of an answer: nothing was written; two crosses where one is asked for. */
const NONE = "-";
const DOUBLE = "*";

/** @type {Record<string, (column: AnswerColumn, given: string) => number>} The wrong steps of an answer: 1 is half right. */
const WRONG = { several: missed, match: unlike, order: exchanged };

/** @param {AnswerColumn} column @param {string} given */
function points(column, given) {
  if (!given || given === NONE || given === DOUBLE) return 0;
  if (column.kind === "points") return Math.min(Number(given) || 0, column.worth);
  if (given === column.right) return column.worth;
  const wrong = WRONG[column.kind];
  return wrong && given.length === column.slots && wrong(column, given) === 1 ? column.worth / 2 : 0;
}

/** Crosses at wrong options, in whatever order.
    @param {AnswerColumn} column @param {string} given */
function missed(column, given) {
  return given.split("").filter(function (letter) { return column.right.indexOf(letter) < 0; }).length;
}

/** Pairs that are not the right ones.
    @param {AnswerColumn} column @param {string} given */
function unlike(column, given) {
  return given.split("").filter(function (letter, index) { return letter !== column.right[index]; }).length;
}

/** 1 when two neighbours are exchanged and the rest is in order.
    @param {AnswerColumn} column @param {string} given */
function exchanged(column, given) {
  const first = given.split("").findIndex(function (letter, index) { return letter !== column.right[index]; });
  const back = given.slice(0, first) + (given[first + 1] || "") + given[first] + given.slice(first + 2);
  return back === column.right ? 1 : 2;
}

/** What of a typed text can be an answer: its keys, in capitals, no more than there is room for.
    @param {AnswerColumn} column @param {string} text */
function clean(column, text) {
  const typed = text.toUpperCase().replace(/\s/g, "");
  if (typed.slice(-1) === DOUBLE && column.kind !== "points") return DOUBLE;
  if (typed === NONE) return NONE;
  if (column.kind === "points") return figure(column, typed);
  const allowed = typed.split("").filter(function (letter, index, all) {
    if (letter === NONE) return column.kind === "match" || column.kind === "order";
    return column.letters.indexOf(letter) >= 0 && (!isOnce(column) || all.indexOf(letter) === index);
  });
  const kept = allowed.slice(0, column.slots).join("");
  return column.kind === "several" ? kept.split("").sort().join("") : kept;
}

/** @param {AnswerColumn} column @param {string} typed */
function figure(column, typed) {
  const digits = typed.replace(/\D/g, "").slice(0, column.slots);
  return digits && Number(digits) <= column.worth ? String(Number(digits)) : "";
}

/** Whether a key can be pressed once only.
    @param {AnswerColumn} column */
function isOnce(column) {
  return column.kind === "several" || column.kind === "order";
}

/** Whether the next key belongs to the next column.
    @param {AnswerColumn} column @param {string} text */
function isFull(column, text) {
  if (text === DOUBLE || (text === NONE && column.slots === 1)) return true;
  return text.length >= column.slots || (column.kind === "points" && Number(text) * 10 > column.worth);
}
