/* Ordering: two buttons per step, for keyboard and touch alike; each move is announced with the new place. */
Handbook.judges[".steps"] = { always: true, prepare: prepare, empty: empty, check: check, clear: clear, given: given, put: put };

function list(question) {
  return question.querySelector(".steps");
}

function prepare(question) {
  const voice = question.insertBefore(Handbook.make("p", { class: "sr-only", role: "status" }), list(question).nextSibling);
  Array.from(list(question).children).forEach(function (step) { equip(question, step, voice); });
  update(question);
}

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

function move(question, step, way, voice) {
  const steps = list(question);
  if (way === "up") steps.insertBefore(step, step.previousElementSibling);
  else steps.insertBefore(step.nextElementSibling, step);
  update(question);
  const button = step.querySelector(".step-" + way);
  (button.disabled ? step.querySelector("button:enabled") : button).focus();
  const place = Array.from(steps.children).indexOf(step) + 1;
  voice.textContent = Handbook.word("moved", { step: step.querySelector(".step-text").textContent, place: place, total: steps.children.length });
  step.dispatchEvent(new Event("input", { bubbles: true }));
}

function update(question) {
  Array.from(list(question).children).forEach(function (step) {
    step.querySelector(".step-up").disabled = !step.previousElementSibling;
    step.querySelector(".step-down").disabled = !step.nextElementSibling;
  });
}

function empty() {
  return false;
}

function check(question) {
  return Array.from(list(question).children).map(function (step, index) {
    const right = Number(step.dataset.step) === index + 1;
    Handbook.mark(step, right, Handbook.word(right ? "place_right" : "place_wrong"));
    return right;
  }).every(Boolean);
}

function given(question) {
  return Array.from(list(question).children, function (step) { return step.dataset.step; }).join("\n");
}

function put(question, text) {
  text.split("\n").forEach(function (number) {
    const step = Array.from(list(question).children).find(function (item) { return item.dataset.step === number; });
    if (step) list(question).appendChild(step);
  });
  update(question);
}

function clear() {}
