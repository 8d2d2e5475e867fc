/* A quiz: a button and a result under each question, and the score. What is right is judged by what is answered with.
   A judge (Handbook.judges[selector of the controls]) has: prepare(question), empty(question), check(question),
   which puts marks beside the answers and returns true, false, or words for an answer that is nearly right,
   clear(question), given(question), the answer as text, and put(question, text); `always` when it has an answer
   from the start. */
Handbook.judge = judge;
Handbook.ready(start);

function start() {
  /** @type {NodeListOf<With<"quiz">>} */
  const forms = document.querySelectorAll("form.quiz");
  forms.forEach(begin);
}

/** @param {With<"quiz">} form */
function begin(form) {
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  const questions = questionsOf(form).filter(function (question) { return judge(question); });
  if (!questions.length) return;
  const bar = Handbook.quizBar(questions);
  const show = function () { bar.show(kept.score()); };
  questions.forEach(function (question) { equip(question, function () { kept.note(); }); });
  form.appendChild(bar.box);
  const kept = Handbook.quizKept.start(form, questions, show);
  form.appendChild(Handbook.make("p", { class: "quiz-actions" })).appendChild(Handbook.button("start_over", function () {
    questions.forEach(empty);
    kept.again();
    questions[0].scrollIntoView();
    focus(questions[0]);
  }, true));
  show();
}

/** @param {HTMLElement} form @returns {Question[]} */
function questionsOf(form) {
  return Array.from(form.querySelectorAll(".question"));
}

/** @param {Question} question @returns {HTMLDetailsElement} */
function answerOf(question) {
  return Handbook.get(question, ".answer");
}

/** @param {Question} question */
function judge(question) {
  const selector = Object.keys(Handbook.judges).find(function (controls) { return question.querySelector(controls); });
  return Handbook.judges[selector || ""];
}

/** @param {Question} question @param {Act} changed */
function equip(question, changed) {
  const answer = answerOf(question);
  const button = Handbook.make("button", { type: "button", class: "button" }, Handbook.word("check"));
  const row = Handbook.make("p", { class: "question-actions" });
  const result = Handbook.make("div", { class: "question-result", role: "status", "aria-live": "polite" });
  row.appendChild(button);
  question.insertBefore(row, answer);
  question.insertBefore(result, answer);
  answer.hidden = true;
  judge(question).prepare(question);
  button.addEventListener("click", function () { act(question); changed(); });
  question.addEventListener("input", function () {
    if (question.dataset.state) reopen(question);
    changed();
  });
  question.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && /** @type {Element} */ (event.target).matches("input")) { event.preventDefault(); button.click(); }
  });
}

/** @param {Question} question */
function act(question) {
  if (question.dataset.state) return again(question);
  if (judge(question).empty(question)) return say(question, "", Handbook.word("answer_first"));
  const outcome = judge(question).check(question);
  const right = outcome === true;
  question.dataset.state = right ? "right" : "wrong";
  Handbook.get(question, ".question-actions button").textContent = Handbook.word("again");
  answerOf(question).hidden = right;
  say(question, question.dataset.state, typeof outcome === "string" ? outcome : Handbook.word(question.dataset.state));
}

/** @param {Question} question @param {Outcome} state @param {string} text */
function say(question, state, text) {
  const result = Handbook.get(question, ".question-result");
  result.className = "question-result " + state;
  result.textContent = state ? "" : text;
  if (!state) return;
  result.appendChild(Handbook.make("p", { class: "verdict is-" + state }, text));
  if (state === "right") copy(question, ".explanation", result);
  copy(question, ".passage", result);
}

/** @param {Question} question @param {string} selector @param {HTMLElement} result */
function copy(question, selector, result) {
  const part = question.querySelector(".answer " + selector);
  if (part) result.appendChild(part.cloneNode(true));
}

/** @param {Question} question */
function reopen(question) {
  delete question.dataset.state;
  question.querySelectorAll(".mark, .feedback").forEach(function (mark) { mark.remove(); });
  const answer = answerOf(question);
  answer.open = false;
  answer.hidden = true;
  Handbook.get(question, ".question-actions button").textContent = Handbook.word("check");
  say(question, "", "");
}

/** @param {Question} question */
function again(question) {
  empty(question);
  focus(question);
}

/** @param {Question} question */
function empty(question) {
  reopen(question);
  judge(question).clear(question);
}

/** @param {Question} question */
function focus(question) {
  Handbook.get(question, "input, select, .steps button:enabled").focus();
}
