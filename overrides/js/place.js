/* Where the reader was last: every page of a module notes it on the device, the front page leads back there and says
   how far the reader is. The note stands beside the records of the store: it is no answer, and no file carries it. */
Handbook.place = { forget: forget };
const KEY = Handbook.data.book + ":tempat";
const PAGES = ".page-module, .page-stage, .page-reading, .page-instrument, .page-quiz, .page-summary";
Handbook.ready(start);

function start() {
  if (document.querySelector(PAGES)) note();
  const box = document.querySelector(".start");
  if (box) window.addEventListener("pageshow", function () { show(box); });
}

/* A form of which nothing may stay on the device is not noted either. */
function note() {
  const title = document.querySelector("article h1");
  if (!title || document.querySelector("form[data-keep]")) return;
  const address = location.href.split(/[?#]/)[0].slice(base().length);
  try { localStorage.setItem(KEY, JSON.stringify({ address: address, title: title.textContent.trim() })); } catch { /* the page reads on without a note */ }
}

function forget() {
  try { localStorage.removeItem(KEY); } catch { /* then nothing was kept */ }
}

/* The note, if it leads to a page of this book. */
function last() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) || "null");
    return found && found.title && new URL(found.address, base()).href.indexOf(base()) === 0 ? found : null;
  } catch {
    return null;
  }
}

function base() {
  const path = JSON.parse(Handbook.get(document, "#__config").textContent).base;
  return new URL(path.replace(/\/?$/, "/"), location.href).href;
}

/** @param {HTMLElement} box */
function show(box) {
  /** @type {HTMLAnchorElement | null} */
  const link = box.querySelector(".start-go a");
  const found = last();
  if (found && link) {
    link.href = base() + found.address;
    Handbook.get(link, ".start-word").textContent = Handbook.word("resume");
    Handbook.get(link, ".start-title").textContent = found.title;
  }
  const book = box.querySelector(".start-book");
  if (book && Handbook.store.ids().length) Handbook.get(book, ".start-progress").textContent = progress(book.dataset);
  document.querySelectorAll(".module-card[data-stages]").forEach(showModule);
}

/** @param {DOMStringMap} data */
function progress(data) {
  const forms = names(data.forms), quizzes = names(data.quizzes), stages = names(data.stages), marks = Handbook.stages.done();
  return Handbook.word("start_progress", {
    done: stages.filter(function (id) { return marks[id]; }).length, stages: stages.length,
    forms: forms.filter(hasText).length, allForms: forms.length,
    quizzes: quizzes.filter(isAnswered).length, allQuizzes: quizzes.length,
  });
}

/** @param {string | undefined} list */
function names(list) { return String(list).split(" ").filter(Boolean); }

/** @param {string} id */
function hasText(id) {
  const fields = (Handbook.store.read(id) || Handbook.store.blank()).fields || {};
  return Object.keys(fields).some(function (name) { return fields[name]; });
}

/** @param {string} id */
function isAnswered(id) {
  return Object.keys((Handbook.store.read(id) || Handbook.store.blank()).outcomes || {}).length > 0;
}

/** @param {HTMLElement} card */
function showModule(card) {
  const stages = names(card.dataset.stages), marks = Handbook.stages.done();
  const done = stages.filter(function (id) { return marks[id]; }).length;
  let place = card.querySelector(".module-done");
  if (!place) place = Handbook.get(card, ".module-meta").appendChild(Handbook.make("span", { class: "module-done" }));
  place.textContent = done ? " · " + Handbook.word("module_progress", { done: done, stages: stages.length }) : "";
}
