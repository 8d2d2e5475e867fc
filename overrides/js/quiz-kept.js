/* What is kept of a quiz: the last outcome of each question, the best score, the texts of reflections.
   { outcomes: { question: "right" or "wrong" }, scores: { best: number }, fields: { question: text of a reflection,
   "question.jawaban": the answer that was given } } */
Handbook.quizKept = { start: start };

function start(form, questions, changed) {
  const state = { id: form.dataset.quiz, questions: questions, place: Handbook.make("div", { class: "quiz-kept" }), texts: reflections(form) };
  form.appendChild(state.place);
  bringBack(state);
  resume(state);
  Handbook.store.listen(state.id, function () {
    bringBack(state);
    changed();
  });
  Object.keys(state.texts).forEach(function (id) { listen(state, id, state.texts[id]); });
  return { note: function () { keep(state); changed(); }, score: function () { return right(questions); }, again: function () { questions.forEach(forget); keep(state); changed(); } };
}

/* { question: its field } */
function reflections(form) {
  const found = {};
  form.querySelectorAll(".question").forEach(function (question) {
    const field = question.querySelector("textarea");
    if (field && !Handbook.judge(question)) found[question.dataset.question] = field;
  });
  return found;
}

/* What is known of a question: its outcome on this page, or the kept one until it is answered anew. */
function outcome(question) {
  return question.dataset.state || question.dataset.kept || "";
}

function outcomes(state) {
  const found = {};
  state.questions.forEach(function (question) { found[question.dataset.question] = outcome(question); });
  return found;
}

function right(questions) {
  return questions.filter(function (question) { return outcome(question) === "right"; }).length;
}

/* Of each question the last outcome, wherever it was answered; what was answered on this page stays to be seen. */
function bringBack(state) {
  const record = Handbook.store.read(state.id) || {};
  state.questions.filter(function (question) { return !question.dataset.state; }).forEach(function (question) {
    forget(question);
    remember(question, (record.outcomes || {})[question.dataset.question]);
  });
  state.seen = outcomes(state);
  Object.keys(state.texts).forEach(function (id) { refill(state, id, (record.fields || {})[id] || ""); });
  show(state);
}

function remember(question, kept) {
  if (kept !== "right" && kept !== "wrong") return;
  question.dataset.kept = kept;
  const words = Handbook.word("before_" + kept);
  question.querySelector(".question-actions").after(Handbook.make("p", { class: "question-kept is-" + kept }, words));
}

function forget(question) {
  delete question.dataset.kept;
  question.querySelectorAll(".question-kept").forEach(function (line) { line.remove(); });
}

/* What was typed before this script was there is kept. */
function refill(state, id, text) {
  const field = state.texts[id];
  if (field.dataset.shown === undefined && field.value) keepText(state, id, field.value);
  else if (field.value !== text) field.value = text;
  field.dataset.shown = "";
}

function listen(state, id, field) {
  field.addEventListener("input", function () { keepText(state, id, field.value); });
}

/* What was answered before stands there again, checked or not; what was answered before this script was there stays. */
function resume(state) {
  const fields = (Handbook.store.read(state.id) || {}).fields || {};
  state.given = {};
  state.questions.forEach(function (question) {
    const judge = Handbook.judge(question);
    state.given[question.dataset.question] = judge.given(question);
    const text = fields[place(question)];
    if (!text || (!judge.always && !judge.empty(question))) return;
    judge.put(question, text);
    state.given[question.dataset.question] = judge.given(question);
  });
}

function place(question) {
  return question.dataset.question + ".jawaban";
}

/* The answers that are not as they were. */
function given(state) {
  const changes = {};
  state.questions.forEach(function (question) {
    const text = Handbook.judge(question).given(question);
    if (text === state.given[question.dataset.question]) return;
    state.given[question.dataset.question] = text;
    changes[place(question)] = text;
  });
  return changes;
}

function keepText(state, id, text) {
  change(state, { fields: { [id]: text } });
}

/* Only what changed on this page is changed in the record: another tab may have answered the others. */
function keep(state) {
  state.questions.filter(function (question) { return question.dataset.state; }).forEach(forget);
  const now = outcomes(state);
  const changes = { outcomes: {}, scores: {}, fields: given(state) };
  Object.keys(now).filter(function (id) { return now[id] !== state.seen[id]; }).forEach(function (id) { changes.outcomes[id] = now[id]; });
  state.seen = now;
  if (right(state.questions) > best(Handbook.store.read(state.id))) changes.scores.best = right(state.questions);
  if (Object.keys(changes).some(function (group) { return Object.keys(changes[group]).length; })) change(state, changes);
}

function best(record) {
  return (record && record.scores && record.scores.best) || 0;
}

function change(state, changes) {
  if (!Handbook.store.change({ [state.id]: changes })) return say(state, [Handbook.word("keep_" + Handbook.store.problem())]);
  return Handbook.store.sure(state.id, function (isSure) { show(state, isSure); });
}

function show(state, isSure) {
  const record = Handbook.store.read(state.id);
  const problem = Handbook.store.problem();
  const lines = [];
  if (problem) lines.push(Handbook.word("keep_" + problem));
  else if (record) lines.push(Handbook.word(isSure === false ? "kept_unsure" : "kept", { time: Handbook.time(record.time) }).replace(/\.?$/, "."));
  if (best(record)) lines.push(Handbook.word("best", { right: best(record), total: state.questions.length }));
  say(state, lines);
}

function say(state, lines) {
  const place = state.place.querySelector("p") || state.place.appendChild(Handbook.make("p", { role: "status" }));
  if (place.textContent !== lines.join(" ")) place.textContent = lines.join(" ");
}
