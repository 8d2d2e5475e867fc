/* Answers that are chosen: the buttons stand for the texts that the field of the answer may hold. The field is what is
   kept, printed and sent; a text of another kind stays in sight beside the buttons. Choosing again empties. */
Handbook.picks = { start: start, show: show };

/** What was chosen before this script was there goes into its field, before anything else looks there.
    @param {Form} form */
function start(form) {
  groups(form).forEach(function (group) { if (!field(group).value) field(group).value = chosenIn(group); });
  show(form);
  form.addEventListener("click", clicked);
  form.addEventListener("keydown", erased);
  ["input", "change"].forEach(function (type) { form.addEventListener(type, chosen, true); });
  ["input", "filled"].forEach(function (type) { form.addEventListener(type, function () { show(form); }); });
  new MutationObserver(function () { show(form); }).observe(form, { childList: true, subtree: true });
}

/** @param {Form} form */
function groups(form) {
  return Array.from(form.querySelectorAll(".picks"));
}

/** @param {HTMLElement} group @returns {Field} */
function field(group) {
  return Handbook.get(/** @type {HTMLElement} */ (group.parentNode), "textarea.pick-own, input.pick-own");
}

/** @param {HTMLElement} group @returns {PickButton[]} */
function buttons(group) {
  return /** @type {PickButton[]} */ (Array.from(group.querySelectorAll("input")));
}

/** @param {HTMLElement} group */
function chosenIn(group) {
  const chosen = buttons(group).find(function (button) { return button.checked; });
  return chosen ? chosen.dataset.answer : "";
}

/** @param {Form} form */
function show(form) {
  groups(form).forEach(function (group) {
    const text = plain(field(group).value);
    const known = buttons(group).filter(function (button) { return (button.checked = plain(button.dataset.answer) === text); });
    field(group).parentNode.classList.toggle("is-own", Boolean(text) && !known.length);
    group.setAttribute("aria-labelledby", field(group).labels[0].id);
  });
}

/** @param {string} text */
function plain(text) {
  return text.trim().toLowerCase();
}

/** The field says that it was typed in; of its buttons nobody else need know.
    @param {HTMLElement} group @param {string} text */
function give(group, text) {
  field(group).value = text;
  ["input", "change"].forEach(function (type) { field(group).dispatchEvent(new Event(type, { bubbles: true })); });
}

/** The buttons of an answer, when one of them is what something happened to.
    @param {PickButton} button */
function groupOf(button) {
  return button.type === "radio" && button.closest(".picks");
}

/** @param {Event} event */
function chosen(event) {
  const button = /** @type {PickButton} */ (event.target);
  const group = groupOf(button);
  if (!group) return;
  event.stopImmediatePropagation();
  if (event.type === "input") give(group, button.dataset.answer);
}

/** A click comes before the choice: what is chosen already is meant to be emptied.
    @param {Event} event */
function clicked(event) {
  const button = /** @type {PickButton} */ (event.target);
  const group = groupOf(button);
  if (group && plain(button.dataset.answer) === plain(field(group).value)) give(group, "");
}

/** Browsers say nothing of the space bar on what is chosen already.
    @param {KeyboardEvent} event */
function erased(event) {
  const button = /** @type {PickButton} */ (event.target);
  const group = groupOf(button);
  if (!group) return;
  const empties = ["Delete", "Backspace"].indexOf(event.key) >= 0 || (event.key === " " && button.checked);
  if (!empties) return;
  event.preventDefault();
  give(group, "");
  button.addEventListener("keyup", function (later) { later.preventDefault(); }, { once: true });
}
