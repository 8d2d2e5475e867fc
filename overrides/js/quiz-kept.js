/* What is kept of a quiz: the last outcome of each question, the best score, the texts of reflections.
   { outcomes: { question: "right" or "wrong" }, best: number, fields: { question: text } } */
Handbook.quizKept = { start: start };

function start(form, questions, changed) {
  const state = { id: form.dataset.quiz, questions: questions, place: Handbook.make("div", { class: "quiz-kept" }) };
  const record = Handbook.store.read(state.id) || { outcomes: {}, fields: {} };
  questions.forEach(function (question) { bringBack(question, (record.outcomes || {})[question.dataset.question]); });
  reflections(form, state, record.fields || {});
  form.appendChild(state.place);
  show(state, record);
  return { note: function () { keep(state); changed(); }, score: function () { return right(questions); }, again: function () { startOver(state, changed); } };
}

/* What is known of a question: its outcome on this page, or the kept one until it is answered anew. */
function outcome(question) {
  return question.dataset.state || question.dataset.kept || "";
}

function right(questions) {
  return questions.filter(function (question) { return outcome(question) === "right"; }).length;
}

function bringBack(question, kept) {
  if (kept !== "right" && kept !== "wrong") return;
  question.dataset.kept = kept;
  const words = Handbook.word("before_" + kept);
  question.querySelector(".question-actions").after(Handbook.make("p", { class: "question-kept is-" + kept }, words));
}

function forget(question) {
  delete question.dataset.kept;
  question.querySelectorAll(".question-kept").forEach(function (line) { line.remove(); });
}

function keep(state) {
  const record = Handbook.store.read(state.id) || {};
  const outcomes = {};
  state.questions.forEach(function (question) {
    if (question.dataset.state) forget(question);
    if (outcome(question)) outcomes[question.dataset.question] = outcome(question);
  });
  record.outcomes = Object.assign(others(record.outcomes, state), outcomes);
  record.best = Math.max(Number(record.best) || 0, right(state.questions));
  write(state, record);
}

/* Outcomes of questions that are not on this page stay. */
function others(outcomes, state) {
  const known = state.questions.map(function (question) { return question.dataset.question; });
  const kept = Object.assign({}, outcomes);
  known.forEach(function (id) { delete kept[id]; });
  return kept;
}

function write(state, record) {
  record.time = Date.now();
  Handbook.store.write(state.id, record);
  show(state, record);
}

function show(state, record) {
  const problem = Handbook.store.problem();
  const lines = [];
  if (problem) lines.push(Handbook.word("keep_" + problem));
  else if (record.time) lines.push(Handbook.word("kept", { time: Handbook.time(record.time) }) + ".");
  if (record.best) lines.push(Handbook.word("best", { right: record.best, total: state.questions.length }));
  let words = state.place.querySelector("p");
  if (!words) words = state.place.appendChild(Handbook.make("p", { role: "status" }));
  if (words.textContent !== lines.join(" ")) words.textContent = lines.join(" ");
}

function reflections(form, state, texts) {
  form.querySelectorAll("[data-kind=refleksi]").forEach(function (question) {
    const field = question.querySelector("textarea");
    const id = question.dataset.question;
    if (!field) return;
    field.value = texts[id] || "";
    field.addEventListener("change", function () { keepText(state, id, field.value); });
    window.addEventListener("pagehide", function () { if (field.value !== (texts[id] || "")) keepText(state, id, field.value); });
  });
}

function keepText(state, id, text) {
  const record = Handbook.store.read(state.id) || {};
  record.fields = Object.assign({}, record.fields);
  if (text) record.fields[id] = text;
  else delete record.fields[id];
  write(state, record);
}

function startOver(state, changed) {
  state.questions.forEach(forget);
  keep(state);
  changed();
}
