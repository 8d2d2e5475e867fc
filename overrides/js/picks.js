/* Answers that are chosen: the buttons stand for the texts that the field of the answer may hold. The field is what is
   kept, printed and sent; a text of another kind stays in sight beside the buttons. Choosing again empties. */
Handbook.picks = { start: start, show: show };

/* What was chosen before this script was there goes into its field, before anything else looks there. */
function start(form) {
  groups(form).forEach(function (group) { if (!field(group).value) field(group).value = chosenIn(group); });
  show(form);
  form.addEventListener("click", clicked);
  form.addEventListener("keydown", erased);
  ["input", "change"].forEach(function (type) { form.addEventListener(type, chosen, true); });
  ["input", "filled"].forEach(function (type) { form.addEventListener(type, function () { show(form); }); });
  new MutationObserver(function () { show(form); }).observe(form, { childList: true, subtree: true });
}

function groups(form) {
  return Array.from(form.querySelectorAll(".picks"));
}

function field(group) {
  return group.parentNode.querySelector("textarea.pick-own, input.pick-own");
}

function buttons(group) {
  return Array.from(group.querySelectorAll("input"));
}

function chosenIn(group) {
  const chosen = buttons(group).find(function (button) { return button.checked; });
  return chosen ? chosen.dataset.answer : "";
}

function show(form) {
  groups(form).forEach(function (group) {
    const text = plain(field(group).value);
    const known = buttons(group).filter(function (button) { return (button.checked = plain(button.dataset.answer) === text); });
    field(group).parentNode.classList.toggle("is-own", Boolean(text) && !known.length);
    group.setAttribute("aria-labelledby", field(group).labels[0].id);
  });
}

function plain(text) {
  return text.trim().toLowerCase();
}

/* The field says that it was typed in; of its buttons nobody else need know. */
function give(group, text) {
  field(group).value = text;
  ["input", "change"].forEach(function (type) { field(group).dispatchEvent(new Event(type, { bubbles: true })); });
}

function chosen(event) {
  const group = event.target.type === "radio" && event.target.closest(".picks");
  if (!group) return;
  event.stopImmediatePropagation();
  if (event.type === "input") give(group, event.target.dataset.answer);
}

/* A click comes before the choice: what is chosen already is meant to be emptied. */
function clicked(event) {
  const group = event.target.type === "radio" && event.target.closest(".picks");
  if (group && plain(event.target.dataset.answer) === plain(field(group).value)) give(group, "");
}

/* Browsers say nothing of the space bar on what is chosen already. */
function erased(event) {
  const group = event.target.type === "radio" && event.target.closest(".picks");
  if (!group) return;
  const empties = ["Delete", "Backspace"].indexOf(event.key) >= 0 || (event.key === " " && event.target.checked);
  if (!empties) return;
  event.preventDefault();
  give(group, "");
  event.target.addEventListener("keyup", function (later) { later.preventDefault(); }, { once: true });
}
