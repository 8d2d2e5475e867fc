/* A quiz: a button and a result under each question, and the score. What is right is judged by what is answered with.
   A judge (Handbook.judges[selector of the controls]) has: prepare(question), empty(question), check(question),
   which puts marks beside the answers and returns true, false, or words for an answer that is nearly right,
   clear(question), given(question), the answer as text, and put(question, text); `always` when it has an answer
   from the start. */
Handbook.judge = judge;
Handbook.ready(start);

function start() {
  document.querySelectorAll("form.quiz").forEach(begin);
}

function begin(form) {
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  const questions = Array.from(form.querySelectorAll(".question")).filter(function (question) { return judge(question); });
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

function judge(question) {
  const selector = Object.keys(Handbook.judges).find(function (controls) { return question.querySelector(controls); });
  return selector && Handbook.judges[selector];
}

function equip(question, changed) {
  const answer = question.querySelector(".answer");
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
    if (event.key === "Enter" && event.target.matches("input")) { event.preventDefault(); button.click(); }
  });
}

function act(question) {
  if (question.dataset.state) return again(question);
  if (judge(question).empty(question)) return say(question, "", Handbook.word("answer_first"));
  const outcome = judge(question).check(question);
  const right = outcome === true;
  question.dataset.state = right ? "right" : "wrong";
  question.querySelector(".question-actions button").textContent = Handbook.word("again");
  question.querySelector(".answer").hidden = right;
  say(question, question.dataset.state, outcome.length ? outcome : Handbook.word(question.dataset.state));
}

function say(question, state, text) {
  const result = question.querySelector(".question-result");
  result.className = "question-result " + state;
  result.textContent = state ? "" : text;
  if (!state) return;
  result.appendChild(Handbook.make("p", { class: "verdict is-" + state }, text));
  if (state === "right") copy(question, ".explanation", result);
  copy(question, ".passage", result);
}

function copy(question, selector, result) {
  const part = question.querySelector(".answer " + selector);
  if (part) result.appendChild(part.cloneNode(true));
}

function reopen(question) {
  delete question.dataset.state;
  question.querySelectorAll(".mark, .feedback").forEach(function (mark) { mark.remove(); });
  const answer = question.querySelector(".answer");
  answer.open = false;
  answer.hidden = true;
  question.querySelector(".question-actions button").textContent = Handbook.word("check");
  say(question, "", "");
}

function again(question) {
  empty(question);
  focus(question);
}

function empty(question) {
  reopen(question);
  judge(question).clear(question);
}

function focus(question) {
  question.querySelector("input, select, .steps button:enabled").focus();
}
