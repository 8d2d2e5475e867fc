/* Stages that the reader marked as done: a button at the end of a stage, a word in the module's timeline. */
Handbook.stages = { ID: "tahap", done: done };
Handbook.ready(start);

function start() {
  const title = document.querySelector(".page-stage h1[id]");
  if (title) offer(title);
  window.addEventListener("pageshow", mark);
}

/* { id of the stage: when }. */
function done() {
  const record = Handbook.store.read(Handbook.stages.ID);
  return (record && record.done) || {};
}

/** @param {HTMLElement} title */
function offer(title) {
  const button = Handbook.button("stage_mark", function () { toggle(title.id, button, status); });
  const status = Handbook.make("span", { class: "stage-status", role: "status" });
  const line = Handbook.make("p", { class: "stage-done" });
  line.append(button, status);
  /** @type {HTMLElement} */ (title.closest("article")).appendChild(line);
  show(button, Boolean(done()[title.id]));
}

/** @param {HTMLButtonElement} button @param {boolean} isDone */
function show(button, isDone) {
  button.setAttribute("aria-pressed", String(isDone));
  button.textContent = Handbook.word(isDone ? "stage_marked" : "stage_mark");
  button.classList.toggle("button-plain", !isDone);
}

/** @param {string} id @param {HTMLButtonElement} button @param {HTMLElement} status */
function toggle(id, button, status) {
  const mark = done()[id] ? 0 : Date.now();
  const kept = Handbook.store.change({ [Handbook.stages.ID]: { done: { [id]: mark } } });
  if (kept) show(button, Boolean(mark));
  status.textContent = kept ? "" : Handbook.word("keep_" + Handbook.store.problem());
}

function mark() {
  const marks = done();
  /** @type {NodeListOf<With<"stage">>} */
  const stages = document.querySelectorAll(".timeline-stage[data-stage]");
  stages.forEach(function (item) {
    const isDone = Boolean(marks[item.dataset.stage]);
    const there = item.querySelector(".timeline-done");
    if (isDone && !there) Handbook.get(item, ".timeline-head").appendChild(Handbook.make("span", { class: "timeline-done is-right" }, Handbook.word("stage_done")));
    if (!isDone && there) there.remove();
    item.classList.toggle("is-done", isDone);
  });
}
