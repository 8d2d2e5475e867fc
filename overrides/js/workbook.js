/* The workbook: how far each form and quiz is, and the progress of each module. */
Handbook.ready(start);

function start() {
  const book = document.querySelector(".workbook");
  if (!book) return;
  Handbook.get(book, ".workbook-note").remove();
  saveAll(book.querySelector(".offline-all"));
  const showSelf = Handbook.selfPanel(book);
  Handbook.workbookTools(book, function () { show(book); showSelf(); });
  show(book);
  window.addEventListener("pageshow", function () { show(book); });
  Handbook.store.listen("", function () { show(book); });
}

/** What saves modules comes when its room is nearly in sight.
    @param {HTMLElement | null} room */
function saveAll(room) {
  if (!room) return;
  new IntersectionObserver(function (seen, watch) {
    if (!seen.some(function (item) { return item.isIntersecting; })) return;
    watch.disconnect();
    Handbook.load("offline", function () {});
  }, { rootMargin: "200px" }).observe(room);
}

/** @param {HTMLElement} book */
function show(book) {
  /** @type {NodeListOf<WorkbookItem>} */
  const items = book.querySelectorAll("[data-record]");
  /** @type {NodeListOf<With<"stages">>} */
  const modules = book.querySelectorAll("[data-stages]");
  items.forEach(showItem);
  modules.forEach(showModule);
}

/** @param {WorkbookItem} item */
function showItem(item) {
  let place = item.querySelector(".workbook-state");
  if (!place) place = item.appendChild(Handbook.make("span", { class: "workbook-state" }));
  const record = Handbook.store.read(item.dataset.record);
  place.textContent = item.dataset.note || (item.dataset.questions ? quiz(item, record) : form(item, record));
}

/** @param {WorkbookItem} item @param {Kept | null} record */
function form(item, record) {
  const places = item.dataset.required.split(" ").filter(Boolean);
  const filled = Object.keys((record && record.fields) || {});
  const found = places.filter(function (place) { return filled.some(function (name) { return name === place || name.indexOf(place + ".") === 0; }); });
  item.dataset.state = !filled.length ? "empty" : places.length && found.length === places.length ? "filled" : "partly";
  return Handbook.word("state_" + item.dataset.state, { filled: found.length, all: places.length, time: Handbook.time((record && record.time) || 0) });
}

/** @param {WorkbookItem} item @param {Kept | null} record */
function quiz(item, record) {
  const outcomes = (record && record.outcomes) || {};
  const right = Object.keys(outcomes).filter(function (id) { return outcomes[id] === "right"; }).length;
  const texts = (record && record.fields) || {};
  item.dataset.state = Object.keys(outcomes).length || Object.keys(texts).length ? "filled" : "empty";
  if (!record || item.dataset.state === "empty") return Handbook.word("state_quiz_empty");
  return Handbook.word("state_quiz", { right: right, total: String(item.dataset.questions), best: Math.max((record.scores || {}).best || 0, right), time: Handbook.time(record.time) });
}

/** @param {With<"stages">} module */
function showModule(module) {
  let place = module.querySelector(".workbook-progress");
  if (!place) {
    place = Handbook.make("p", { class: "workbook-progress" });
    Handbook.get(module, "h2").after(place);
  }
  const stages = module.dataset.stages.split(" ").filter(Boolean);
  const marks = Handbook.stages.done();
  const count = function (/** @type {string} */ state) { return module.querySelectorAll("[data-required][data-state=" + state + "]").length; };
  place.textContent = Handbook.word("progress", {
    done: stages.filter(function (id) { return marks[id]; }).length,
    stages: stages.length,
    filled: count("filled"),
    partly: count("partly"),
    forms: module.querySelectorAll("[data-required]").length,
  });
}
