/* Some browsers clear what a site keeps when it is not visited for a week: that is said where answers are kept, once,
   and only where it is true (WebKit, unless the site stands on the home screen or the browser promised to keep it). */
Handbook.ready(start);

const NOTE = { id: "diri", place: "peringatan-peramban" };

async function start() {
  const place = document.querySelector(".page-instrument .privacy, .workbook");
  const form = document.querySelector("form.instrument");
  if (!place || (form && form.dataset.keep === "tidak") || !(await clears()) || seen()) return;
  const box = Handbook.make("div", { class: "clearing", role: "note" });
  box.append(Handbook.make("p", {}, Handbook.word("clearing")), Handbook.button("clearing_seen", function () { dismiss(box); }, true));
  place.after(box);
}

async function clears() {
  const isWebKit = navigator.vendor === "Apple Computer, Inc.";
  const isInstalled = navigator.standalone || window.matchMedia("(display-mode: standalone)").matches;
  if (!isWebKit || isInstalled) return false;
  const storage = navigator.storage;
  return !(storage && storage.persisted && (await storage.persisted()));
}

function seen() {
  const record = Handbook.store.read(NOTE.id);
  return Boolean(record && record.done && record.done[NOTE.place]);
}

/** @param {HTMLElement} box */
function dismiss(box) {
  Handbook.store.change({ [NOTE.id]: { done: { [NOTE.place]: Date.now() } } });
  box.remove();
}
