/* The mark beside an answer: a sign drawn by the stylesheet, and the word. */
Handbook.mark = mark;
Handbook.feedback = feedback;

/** @param {HTMLElement} place @param {boolean} right @param {string} [text] */
function mark(place, right, text) {
  place.appendChild(Handbook.make("span", { class: "mark is-" + (right ? "right" : "wrong") }, text || Handbook.word(right ? "mark_right" : "mark_wrong")));
}

/** @param {HTMLElement} place @param {string} [text] */
function feedback(place, text) {
  if (text) place.appendChild(Handbook.make("span", { class: "feedback" }, text));
}
