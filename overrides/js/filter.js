/* A long register is filtered while one types: an entry stays when it has every word. How many stay is shown, and said
   a moment after the last key. A link to an entry that is filtered away shows the whole list again. */
Handbook.ready(start);

/** @typedef {{ elements: HTMLElement[], text: string }} Entry */

const PAUSE = 400;

function start() {
  const room = document.querySelector(".filter");
  if (!room) return;
  const entries = entriesOf(/** @type {HTMLElement} */ (room.parentElement));
  const field = Handbook.make("input", { type: "search", id: "filter", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const status = Handbook.make("p", { class: "filter-status", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer = undefined;
  const filter = function () {
    const number = show(entries, wordsOf(field.value));
    clearTimeout(timer);
    timer = setTimeout(function () { status.textContent = said(field.value, number, entries.length); }, PAUSE);
  };
  room.append(Handbook.make("label", { for: "filter" }, Handbook.word("filter")), field, status);
  field.addEventListener("input", filter);
  window.addEventListener("hashchange", function () { reveal(field, filter); });
}

/** Each entry as its elements and its text: a term with its meanings, or a section.
    @param {HTMLElement} list */
function entriesOf(list) {
  /** @type {Entry[]} */
  const found = [];
  list.querySelectorAll(".glossary > *, .regulation").forEach(function (element) {
    if (element.tagName === "DD") found[found.length - 1].elements.push(element);
    else found.push({ elements: [element], text: "" });
  });
  found.forEach(function (entry) { entry.text = entry.elements.map(function (element) { return element.textContent; }).join(" ").toLowerCase(); });
  return found;
}

/** @param {string} text */
function wordsOf(text) { return text.toLowerCase().split(/\s+/).filter(Boolean); }

/** @param {Entry[]} entries @param {string[]} words */
function show(entries, words) {
  return entries.filter(function (entry) {
    const stays = words.every(function (word) { return entry.text.indexOf(word) >= 0; });
    entry.elements.forEach(function (element) { element.hidden = !stays; });
    return stays;
  }).length;
}

/** @param {string} text @param {number} number @param {number} all */
function said(text, number, all) {
  if (!text.trim()) return "";
  return Handbook.word(number ? "filter_count" : "filter_none", { number: number, all: all, words: text.trim() });
}

/** @param {HTMLInputElement} field @param {Act} filter */
function reveal(field, filter) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.hidden) return;
  field.value = "";
  filter();
  target.scrollIntoView();
}
