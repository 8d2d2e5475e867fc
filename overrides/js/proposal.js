/* A reader's correction: the message carries page, edition, and the paragraph that the reader tapped or selected,
   never what stands in a field. It goes to the book's address; while there is none, to the share sheet or the clipboard. */
Handbook.ready(start);

const PLACES = "p, li, dt, dd, th, td, caption, figcaption, legend, label, h1, h2, h3, h4";
const PRIVATE = ".carry, .preview, .file-problem, .keep-bar, .workbook-print, .written, textarea, input, select, button";
/* A tap there answers or opens something; what is selected there is meant. */
const TAPPED = "label, summary, .options, .steps, .matches";
const LONGEST = 240;

function start() {
  const foot = document.querySelector(".proposal");
  const article = document.querySelector("article");
  if (!foot || !article) return;
  const state = { foot: foot, about: Handbook.make("p", { class: "proposal-about" }, Handbook.word("propose_hint")), words: "" };
  foot.append(state.about);
  if (!foot.querySelector(".proposal-link")) offer(state);
  article.addEventListener("pointerdown", function (event) { if (!event.target.closest(TAPPED)) note(state, event.target, ""); });
  document.addEventListener("selectionchange", function () { selected(state, article); });
}

function selected(state, article) {
  const choice = document.getSelection();
  const place = choice.rangeCount && choice.getRangeAt(0).startContainer;
  if (choice.isCollapsed || !article.contains(place)) return;
  note(state, place.nodeType === Node.TEXT_NODE ? place.parentElement : place, String(choice));
}

function note(state, element, chosen) {
  const place = element.closest(PLACES);
  if (!place || element.closest(PRIVATE)) return;
  const words = short(chosen || text(place));
  if (!words) return;
  const heading = headingOf(place);
  state.words = heading ? Handbook.word("propose_place", { words: words, heading: short(text(heading)) }) : words;
  state.about.textContent = Handbook.word("propose_about", { words: words });
  const link = state.foot.querySelector("a.proposal-link");
  if (link) link.href = state.foot.dataset.template.replace("{pesan}", encodeURIComponent(message(state)));
}

function text(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(PRIVATE + ", .term-tip, .headerlink").forEach(function (extra) { extra.remove(); });
  return copy.textContent;
}

function short(words) {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? line.slice(0, LONGEST) + " …" : line;
}

/* The last heading before a place. */
function headingOf(place) {
  return Array.from(document.querySelectorAll("article :is(h1, h2, h3)")).filter(function (heading) {
    return heading !== place && heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
  }).pop();
}

function message(state) {
  return state.foot.dataset.message.replace("{alinea}", function () { return state.words || "…"; });
}

/* Without an address: a button instead of the sentence. */
function offer(state) {
  const button = Handbook.make("button", { type: "button", class: "proposal-link" }, Handbook.word("propose"));
  const status = Handbook.make("p", { class: "proposal-status", role: "status" });
  button.addEventListener("click", function () { hand(state, status); });
  state.foot.querySelector(".proposal-nowhere").replaceChildren(button);
  state.foot.append(status);
}

async function hand(state, status) {
  const words = state.foot.dataset.subject + "\n\n" + message(state);
  const sheet = { title: state.foot.dataset.subject, text: words };
  try {
    if (navigator.canShare && navigator.canShare(sheet)) return await navigator.share(sheet);
    await navigator.clipboard.writeText(words);
  } catch (refused) {
    if (refused.name !== "AbortError") show(state, words);
    return undefined;
  }
  return status.replaceChildren(Handbook.word("propose_copied"));
}

/* Where nothing may be copied by a script, the reader copies. */
function show(state, words) {
  let field = state.foot.querySelector("textarea");
  if (!field) field = state.foot.appendChild(Handbook.make("textarea", { rows: "7", readonly: "", "aria-label": Handbook.word("propose_text") }));
  field.value = words;
  field.focus();
  field.select();
}
