/* How far a quiz is, in sight at the foot of the window while its questions are: how many are answered, how many are
   right, and the way to the first that is not answered. */
Handbook.quizBar = make;

/** @param {Question[]} questions */
function make(questions) {
  const box = Handbook.make("div", { class: "quiz-bar" });
  const progress = box.appendChild(Handbook.make("p", { class: "quiz-progress" }));
  const score = box.appendChild(Handbook.make("p", { class: "quiz-score", role: "status" }));
  const next = box.appendChild(Handbook.button("check", function () { go(questions.find(isOpen)); }, true));
  const show = function (/** @type {number} */ right) {
    const open = questions.filter(isOpen);
    progress.textContent = Handbook.word("quiz_progress", { done: questions.length - open.length, total: questions.length });
    score.textContent = Handbook.word("score", { right: right, total: questions.length });
    next.hidden = !open.length || open.length === questions.length;
    if (open.length) next.textContent = Handbook.word("quiz_next", { number: Handbook.get(open[0], ".question-number").textContent });
  };
  return { box: box, show: show };
}

/** Not answered, on this page or before.
    @param {Question} question */
function isOpen(question) {
  return !question.dataset.state && !question.dataset.kept;
}

/** @param {Question | undefined} question */
function go(question) {
  if (!question) return;
  question.scrollIntoView();
  Handbook.get(question, "input, select, .steps button:enabled").focus({ preventScroll: true });
}
