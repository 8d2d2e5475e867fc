/* On the page of the workbook: all modules saved at once, with what that takes and what room there is. */
Handbook.ready(start);

/** @typedef {{ names: string[], status: HTMLElement, share: HTMLElement, actions: HTMLElement }} Panel
    @typedef {{ names: string[], bytes: number, space: number }} Plan */

/** @param {string} key @param {Record<string, string | number>} [values] */
function word(key, values) { return Handbook.word(key, values); }

function start() {
  const room = document.querySelector(".offline-all");
  if (!room) return;
  if (!Handbook.offline.possible()) return room.remove();
  /** @type {Panel} */
  const panel = { names: String(room.dataset.modules).split(" ").map(function (number) { return "modul-" + number.padStart(2, "0"); }), status: Handbook.make("p", { class: "offline-status", role: "status" }), share: Handbook.make("p", { class: "offline-share", "aria-hidden": "true" }), actions: Handbook.make("p", { class: "offline-actions" }) };
  room.setAttribute("role", "group");
  room.setAttribute("aria-label", word("offline_panel"));
  room.append(Handbook.make("h2", {}, word("offline_panel")), panel.status, panel.share, panel.actions);
  show(panel);
}

/** `said` is what just happened, before what is there now.
    @param {Panel} panel @param {string} [said] */
async function show(panel, said) {
  const saved = (await Handbook.offline.all()).filter(function (name) { return panel.names.indexOf(name) >= 0; });
  const plan = await Handbook.offline.plan(panel.names).catch(function () { return null; });
  const lines = [said, word("offline_all_state", { saved: saved.length, total: panel.names.length })];
  /** @type {(HTMLButtonElement | null)[]} */
  const buttons = saved.length ? [Handbook.button("offline_all_remove", function () { remove(panel, saved); }, true)] : [];
  if (!plan) lines.push(word("offline_all_none"));
  else if (plan.names.length) buttons.unshift(await offer(panel, plan, lines));
  panel.share.textContent = "";
  panel.status.textContent = lines.filter(Boolean).join(" ");
  panel.actions.replaceChildren(...buttons.flatMap(function (button) { return button || []; }));
}

/** The button that saves; none where the device has not the room.
    @param {Panel} panel @param {Plan} plan @param {(string | undefined)[]} lines */
async function offer(panel, plan, lines) {
  const left = await free();
  const sizes = { need: megabytes(plan.space), left: megabytes(left) };
  if (plan.space > left) {
    lines.push(word("offline_all_full", sizes));
    return null;
  }
  lines.push(word(left === Infinity ? "offline_all_need" : "offline_all_room", sizes));
  const button = Handbook.button("offline_update", function () { save(panel, plan); });
  button.textContent = word("offline_all_save", { size: megabytes(plan.bytes) });
  return button;
}

/* Bytes that the browser still gives this site. */
async function free() {
  if (!navigator.storage || !navigator.storage.estimate) return Infinity;
  const known = await navigator.storage.estimate();
  return Math.max(0, Number(known.quota) - Number(known.usage));
}

/** @param {Panel} panel @param {Plan} plan */
async function save(panel, plan) {
  const stop = new AbortController();
  const cancel = Handbook.button("cancel", function () { stop.abort(); }, true);
  panel.actions.replaceChildren(cancel);
  cancel.focus();
  panel.status.textContent = word("offline_all_saving");
  try {
    for (let index = 0; index < plan.names.length; index += 1) {
      const name = plan.names[index];
      const step = function (/** @type {number} */ share) { progress(panel, name, (index + share) / plan.names.length); };
      await Handbook.offline.save(name, step, stop.signal);
    }
    await show(panel);
  } catch (problem) {
    await show(panel, word(REASONS[/** @type {Error} */ (problem).name] || "offline_all_failed"));
  }
}

/** @type {Texts} */
const REASONS = { AbortError: "offline_all_stopped", QuotaExceededError: "offline_all_quota" };

/** @param {Panel} panel @param {string} name @param {number} share */
function progress(panel, name, share) {
  panel.share.textContent = word("offline_all_share", { number: Number(name.split("-")[1]), share: Math.round(share * 100) });
}

/** @param {Panel} panel @param {string[]} names */
async function remove(panel, names) {
  for (const name of names) await Handbook.offline.remove(name);
  await show(panel);
}

/** @param {number} bytes */
function megabytes(bytes) {
  const number = Math.max(0.1, bytes / 1e6);
  return number.toLocaleString(Handbook.data.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
