/* A long register is filtered while one types: an entry stays when it has every word. How many stay is shown, and said
   a moment after the last key. A link to an entry that is filtered away shows the whole list again. */
Handbook.ready(start);

const PAUSE = 400;

function start() {
  const room = document.querySelector(".filter");
  if (!room) return;
  const entries = entriesOf(room.parentElement);
  const field = Handbook.make("input", { type: "search", id: "filter", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const status = Handbook.make("p", { class: "filter-status", role: "status" });
  let timer = 0;
  const filter = function () {
    const number = show(entries, wordsOf(field.value));
    clearTimeout(timer);
    timer = setTimeout(function () { status.textContent = said(field.value, number, entries.length); }, PAUSE);
  };
  room.append(Handbook.make("label", { for: "filter" }, Handbook.word("filter")), field, status);
  field.addEventListener("input", filter);
  window.addEventListener("hashchange", function () { reveal(field, filter); });
}

/* Each entry as its elements and its text: a term with its meanings, or a section. */
function entriesOf(list) {
  const found = [];
  list.querySelectorAll(".glossary > *, .regulation").forEach(function (element) {
    if (element.tagName === "DD") found[found.length - 1].elements.push(element);
    else found.push({ elements: [element] });
  });
  found.forEach(function (entry) { entry.text = entry.elements.map(function (element) { return element.textContent; }).join(" ").toLowerCase(); });
  return found;
}

function wordsOf(text) { return text.toLowerCase().split(/\s+/).filter(Boolean); }

function show(entries, words) {
  return entries.filter(function (entry) {
    const stays = words.every(function (word) { return entry.text.indexOf(word) >= 0; });
    entry.elements.forEach(function (element) { element.hidden = !stays; });
    return stays;
  }).length;
}

function said(text, number, all) {
  if (!text.trim()) return "";
  return Handbook.word(number ? "filter_count" : "filter_none", { number: number, all: all, words: text.trim() });
}

function reveal(field, filter) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.hidden) return;
  field.value = "";
  filter();
  target.scrollIntoView();
}
