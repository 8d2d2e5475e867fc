/* Ordering: two buttons per step, for keyboard and touch alike; each move is announced with the new place. */
Handbook.judges[".steps"] = { always: true, prepare: prepare, empty: empty, check: check, clear: clear, given: given, put: put };

/** @param {Question} question */
function list(question) {
  return Handbook.get(question, ".steps");
}

/** @param {Question} question */
function steps(question) {
  return /** @type {With<"step">[]} */ (Array.from(list(question).children));
}

/** @param {HTMLElement} step @param {string} way @returns {HTMLButtonElement} */
function mover(step, way) {
  return Handbook.get(step, ".step-" + way);
}

/** @param {Question} question */
function prepare(question) {
  const voice = question.insertBefore(Handbook.make("p", { class: "sr-only", role: "status" }), list(question).nextSibling);
  steps(question).forEach(function (step) { equip(question, step, voice); });
  update(question);
}

/** @param {Question} question @param {With<"step">} step @param {HTMLElement} voice */
function equip(question, step, voice) {
  const text = step.textContent.trim();
  const moves = Handbook.make("span", { class: "step-moves" });
  step.textContent = "";
  step.appendChild(Handbook.make("span", { class: "step-text" }, text));
  step.appendChild(moves);
  ["up", "down"].forEach(function (way) {
    const button = Handbook.make("button", { type: "button", class: "button button-plain step-" + way, "aria-label": Handbook.word(way + "_name", { step: text }) }, Handbook.word(way));
    button.addEventListener("click", function () { move(question, step, way, voice); });
    moves.appendChild(button);
  });
}

/** @param {Question} question @param {With<"step">} step @param {string} way @param {HTMLElement} voice */
function move(question, step, way, voice) {
  const beside = way === "up" ? step.previousElementSibling : step.nextElementSibling;
  if (beside && way === "up") beside.before(step);
  if (beside && way === "down") step.before(beside);
  update(question);
  const button = mover(step, way);
  (button.disabled ? Handbook.get(step, "button:enabled") : button).focus();
  const all = steps(question);
  voice.textContent = Handbook.word("moved", { step: Handbook.get(step, ".step-text").textContent, place: all.indexOf(step) + 1, total: all.length });
  step.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {Question} question */
function update(question) {
  steps(question).forEach(function (step) {
    mover(step, "up").disabled = !step.previousElementSibling;
    mover(step, "down").disabled = !step.nextElementSibling;
  });
}

function empty() {
  return false;
}

/** @param {Question} question */
function check(question) {
  return steps(question).map(function (step, index) {
    const right = Number(step.dataset.step) === index + 1;
    Handbook.mark(step, right, Handbook.word(right ? "place_right" : "place_wrong"));
    return right;
  }).every(Boolean);
}

/** @param {Question} question */
function given(question) {
  return steps(question).map(function (step) { return step.dataset.step; }).join("\n");
}

/** @param {Question} question @param {string} text */
function put(question, text) {
  text.split("\n").forEach(function (number) {
    const step = steps(question).find(function (item) { return item.dataset.step === number; });
    if (step) list(question).appendChild(step);
  });
  update(question);
}

function clear() {}
