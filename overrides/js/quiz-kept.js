/* What is kept of a quiz: the last outcome of each question, the best score, the texts of reflections.
   { outcomes: { question: "right" or "wrong" }, scores: { best: number }, fields: { question: text of a reflection,
   "question.jawaban": the answer that was given } } */
Handbook.quizKept = { start: start };

/** The quiz as it stands: its reflections by question, the outcomes and the answers that are kept already.
    @typedef {{ id: string, questions: Question[], place: HTMLElement, texts: Record<string, HTMLTextAreaElement>, seen: Texts, given: Texts }} State */

/** @param {With<"quiz">} form @param {Question[]} questions @param {Act} changed */
function start(form, questions, changed) {
  /** @type {State} */
  const state = { id: form.dataset.quiz, questions: questions, place: Handbook.make("div", { class: "quiz-kept" }), texts: reflections(form), seen: {}, given: {} };
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

/** { question: its field }
    @param {HTMLElement} form */
function reflections(form) {
  /** @type {State["texts"]} */
  const found = {};
  /** @type {NodeListOf<Question>} */
  const questions = form.querySelectorAll(".question");
  questions.forEach(function (question) {
    const field = question.querySelector("textarea");
    if (field && !Handbook.judge(question)) found[question.dataset.question] = field;
  });
  return found;
}

/** What is known of a question: its outcome on this page, or the kept one until it is answered anew.
    @param {Question} question */
function outcome(question) {
  return question.dataset.state || question.dataset.kept || "";
}

/** @param {State} state */
function outcomes(state) {
  /** @type {Record<string, Outcome>} */
  const found = {};
  state.questions.forEach(function (question) { found[question.dataset.question] = outcome(question); });
  return found;
}

/** @param {Question[]} questions */
function right(questions) {
  return questions.filter(function (question) { return outcome(question) === "right"; }).length;
}

/** Of each question the last outcome, wherever it was answered; what was answered on this page stays to be seen.
    @param {State} state */
function bringBack(state) {
  const record = Handbook.store.read(state.id) || Handbook.store.blank();
  state.questions.filter(function (question) { return !question.dataset.state; }).forEach(function (question) {
    forget(question);
    remember(question, (record.outcomes || {})[question.dataset.question]);
  });
  state.seen = outcomes(state);
  Object.keys(state.texts).forEach(function (id) { refill(state, id, (record.fields || {})[id] || ""); });
  show(state);
}

/** @param {Question} question @param {string} [kept] */
function remember(question, kept) {
  if (kept !== "right" && kept !== "wrong") return;
  question.dataset.kept = kept;
  const words = Handbook.word("before_" + kept);
  Handbook.get(question, ".question-actions").after(Handbook.make("p", { class: "question-kept is-" + kept }, words));
}

/** @param {Question} question */
function forget(question) {
  delete question.dataset.kept;
  question.querySelectorAll(".question-kept").forEach(function (line) { line.remove(); });
}

/** What was typed before this script was there is kept.
    @param {State} state @param {string} id @param {string} text */
function refill(state, id, text) {
  const field = state.texts[id];
  if (field.dataset.shown === undefined && field.value) keepText(state, id, field.value);
  else if (field.value !== text) field.value = text;
  field.dataset.shown = "";
}

/** @param {State} state @param {string} id @param {HTMLTextAreaElement} field */
function listen(state, id, field) {
  field.addEventListener("input", function () { keepText(state, id, field.value); });
}

/** What was answered before stands there again, checked or not; what was answered before this script was there stays.
    @param {State} state */
function resume(state) {
  const fields = (Handbook.store.read(state.id) || Handbook.store.blank()).fields || {};
  state.questions.forEach(function (question) {
    const judge = Handbook.judge(question);
    state.given[question.dataset.question] = judge.given(question);
    const text = fields[place(question)];
    if (!text || (!judge.always && !judge.empty(question))) return;
    judge.put(question, text);
    state.given[question.dataset.question] = judge.given(question);
  });
}

/** @param {Question} question */
function place(question) {
  return question.dataset.question + ".jawaban";
}

/** The answers that are not as they were.
    @param {State} state */
function given(state) {
  /** @type {Texts} */
  const changes = {};
  state.questions.forEach(function (question) {
    const text = Handbook.judge(question).given(question);
    if (text === state.given[question.dataset.question]) return;
    state.given[question.dataset.question] = text;
    changes[place(question)] = text;
  });
  return changes;
}

/** @param {State} state @param {string} id @param {string} text */
function keepText(state, id, text) {
  change(state, { fields: { [id]: text } });
}

/** Only what changed on this page is changed in the record: another tab may have answered the others.
    @param {State} state */
function keep(state) {
  state.questions.filter(function (question) { return question.dataset.state; }).forEach(forget);
  const now = outcomes(state);
  /** @type {{ outcomes: Texts, scores: Numbers, fields: Texts }} */
  const changes = { outcomes: {}, scores: {}, fields: given(state) };
  Object.keys(now).filter(function (id) { return now[id] !== state.seen[id]; }).forEach(function (id) { changes.outcomes[id] = now[id]; });
  state.seen = now;
  if (right(state.questions) > best(Handbook.store.read(state.id))) changes.scores.best = right(state.questions);
  if (Object.values(changes).some(function (group) { return Object.keys(group).length; })) change(state, changes);
}

/** @param {Kept | null} record */
function best(record) {
  return (record && record.scores && record.scores.best) || 0;
}

/** @param {State} state @param {Changes} changes */
function change(state, changes) {
  if (!Handbook.store.change({ [state.id]: changes })) return say(state, [Handbook.word("keep_" + Handbook.store.problem())]);
  return Handbook.store.sure(state.id, function (isSure) { show(state, isSure); });
}

/** @param {State} state @param {boolean} [isSure] */
function show(state, isSure) {
  const record = Handbook.store.read(state.id);
  const problem = Handbook.store.problem();
  const lines = [];
  if (problem) lines.push(Handbook.word("keep_" + problem));
  else if (record) lines.push(Handbook.word(isSure === false ? "kept_unsure" : "kept", { time: Handbook.time(record.time) }).replace(/\.?$/, "."));
  if (best(record)) lines.push(Handbook.word("best", { right: best(record), total: state.questions.length }));
  say(state, lines);
}

/** @param {State} state @param {string[]} lines */
function say(state, lines) {
  const place = state.place.querySelector("p") || state.place.appendChild(Handbook.make("p", { role: "status" }));
  if (place.textContent !== lines.join(" ")) place.textContent = lines.join(" ");
}
