/* On the page of a module: save it for reading without a connection, see its state, update or remove it. */
Handbook.ready(start);

/** @typedef {{ name: string, number: string, status: HTMLElement, actions: HTMLElement }} Panel */

function start() {
  /** @type {With<"module"> | null} */
  const room = document.querySelector(".offline-panel[data-module]");
  if (!room) return;
  if (!Handbook.offline.possible()) return room.remove();
  const number = room.dataset.module, name = "modul-" + number.padStart(2, "0");
  const status = Handbook.make("p", { class: "offline-status", role: "status" });
  const actions = Handbook.make("p", { class: "offline-actions" });
  room.setAttribute("role", "group");
  room.setAttribute("aria-label", word("offline_panel"));
  room.append(status, actions);
  show({ name: name, number: number, status: status, actions: actions });
}

/** @param {string} key @param {Record<string, string | number>} [values] */
function word(key, values) { return Handbook.word(key, values); }

/** Not saved; saved; saved, and a newer one is there. Without a connection only what is known here is said.
    @param {Panel} panel */
async function show(panel) {
  const saved = await Handbook.offline.saved(panel.name);
  const now = await Handbook.offline.now(panel.name).catch(function () { return null; });
  if (!saved) return offer(panel, now);
  const isOld = now && now.version !== saved.version;
  panel.status.textContent = word(isOld ? "offline_old" : "offline_saved", { number: panel.number });
  const remove = Handbook.button("offline_remove", function () { Handbook.offline.remove(panel.name).then(again(panel)); }, true);
  panel.actions.replaceChildren(...(isOld ? [saver(panel), remove] : [remove]));
}

/** @param {Panel} panel @param {Parcel | null} now */
async function offer(panel, now) {
  panel.status.textContent = now ? "" : word("offline_none");
  if (!now) return panel.actions.replaceChildren();
  const size = megabytes(await Handbook.offline.size(panel.name)), made = saver(panel);
  made.textContent = word("offline_save", { number: panel.number, size: size });
  panel.actions.replaceChildren(made);
}

/** @param {Panel} panel */
function saver(panel) {
  return Handbook.button("offline_update", function () {
    panel.actions.replaceChildren();
    Handbook.offline.save(panel.name, progress(panel)).then(again(panel), failed(panel));
  });
}

/** @param {Panel} panel */
function progress(panel) {
  return function (/** @type {number} */ share) {
    panel.status.textContent = word("offline_saving", { share: Math.round(share * 100) });
  };
}

/** @param {Panel} panel */
function again(panel) {
  return function () { return show(panel); };
}

/** @param {Panel} panel */
function failed(panel) {
  return function (/** @type {Error} */ problem) {
    show(panel).then(function () {
      panel.status.textContent = word(problem.name === "QuotaExceededError" ? "offline_full" : "offline_failed");
    });
  };
}

/** @param {number} bytes */
function megabytes(bytes) {
  const number = Math.max(0.1, bytes / 1e6);
  return number.toLocaleString(Handbook.data.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
