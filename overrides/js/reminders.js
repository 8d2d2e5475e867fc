/* The button that makes a calendar file of a plan. What makes it is loaded when it is first asked for. */
Handbook.reminders = { start: start };

/** @param {Form} form @param {Keeper} keeper */
function start(form, keeper) {
  /** @type {HTMLElement | null} */
  const box = document.querySelector(".reminders");
  if (!box || !keeper.isKept) return;
  const said = Handbook.make("p", { role: "status" });
  const failed = function () { said.textContent = Handbook.word("calendar_failed"); };
  const make = function () { Handbook.remind(form, box); };
  const load = function () { Handbook.load("tools", function () { Handbook.load("calendar", make, failed); }, failed); };
  Handbook.get(box, ".reminder-actions").append(Handbook.button("calendar_make", load));
  box.append(said);
}
