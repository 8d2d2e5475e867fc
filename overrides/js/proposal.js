/* A reader's correction: the message carries page, edition, and the paragraph that the reader tapped or selected,
   never what stands in a field. It goes to the book's address; while there is none, to the share sheet or the clipboard. */
Handbook.ready(start);

const PLACES = "p, li, dt, dd, th, td, caption, figcaption, legend, label, h1, h2, h3, h4";
const PRIVATE = ".carry, .preview, .file-problem, .keep-bar, .workbook-print, .written, textarea, input, select, button";
/* A tap there answers or opens something; what is selected there is meant. */
const TAPPED = "label, summary, .options, .steps, .matches";
const LONGEST = 240;

/** The foot of the page, what it says of the place that is meant, and the words of the message about it.
    @typedef {{ foot: With<"template" | "message" | "subject">, about: HTMLElement, words: string }} State */

function start() {
  /** @type {State["foot"] | null} */
  const foot = document.querySelector(".proposal");
  const article = document.querySelector("article");
  if (!foot || !article) return;
  /** @type {State} */
  const state = { foot: foot, about: Handbook.make("p", { class: "proposal-about" }, Handbook.word("propose_hint")), words: "" };
  foot.append(state.about);
  if (!foot.querySelector(".proposal-link")) offer(state);
  article.addEventListener("pointerdown", function (event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (!target.closest(TAPPED)) note(state, target, "");
  });
  document.addEventListener("selectionchange", function () { selected(state, article); });
}

/** @param {State} state @param {HTMLElement} article */
function selected(state, article) {
  const choice = document.getSelection();
  if (!choice || !choice.rangeCount || choice.isCollapsed) return;
  const place = choice.getRangeAt(0).startContainer;
  const element = place.nodeType === Node.TEXT_NODE ? place.parentElement : place;
  if (element && article.contains(place)) note(state, /** @type {HTMLElement} */ (element), String(choice));
}

/** @param {State} state @param {HTMLElement} element @param {string} chosen */
function note(state, element, chosen) {
  const place = element.closest(PLACES);
  if (!place || element.closest(PRIVATE)) return;
  const words = short(chosen || text(place));
  if (!words) return;
  const heading = headingOf(place);
  state.words = heading ? Handbook.word("propose_place", { words: words, heading: short(text(heading)) }) : words;
  state.about.textContent = Handbook.word("propose_about", { words: words });
  /** @type {HTMLAnchorElement | null} */
  const link = state.foot.querySelector("a.proposal-link");
  if (link) link.href = state.foot.dataset.template.replace("{pesan}", encodeURIComponent(message(state)));
}

/** @param {HTMLElement} element */
function text(element) {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  copy.querySelectorAll(PRIVATE + ", .term-tip, .headerlink").forEach(function (extra) { extra.remove(); });
  return copy.textContent;
}

/** @param {string} words */
function short(words) {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? line.slice(0, LONGEST) + " …" : line;
}

/** The last heading before a place.
    @param {HTMLElement} place */
function headingOf(place) {
  return Array.from(document.querySelectorAll("article h1, article h2, article h3")).filter(function (heading) {
    return heading !== place && heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
  }).pop();
}

/** @param {State} state */
function message(state) {
  return state.foot.dataset.message.replace("{alinea}", function () { return state.words || "…"; });
}

/** Without an address: a button instead of the sentence.
    @param {State} state */
function offer(state) {
  const button = Handbook.make("button", { type: "button", class: "proposal-link" }, Handbook.word("propose"));
  const status = Handbook.make("p", { class: "proposal-status", role: "status" });
  button.addEventListener("click", function () { hand(state, status); });
  Handbook.get(state.foot, ".proposal-nowhere").replaceChildren(button);
  state.foot.append(status);
}

/** @param {State} state @param {HTMLElement} status */
async function hand(state, status) {
  const words = state.foot.dataset.subject + "\n\n" + message(state);
  const sheet = { title: state.foot.dataset.subject, text: words };
  try {
    if (navigator.canShare && navigator.canShare(sheet)) return await navigator.share(sheet);
    await navigator.clipboard.writeText(words);
  } catch (refused) {
    if (/** @type {Error} */ (refused).name !== "AbortError") show(state, words);
    return undefined;
  }
  return status.replaceChildren(Handbook.word("propose_copied"));
}

/** Where nothing may be copied by a script, the reader copies.
    @param {State} state @param {string} words */
function show(state, words) {
  let field = state.foot.querySelector("textarea");
  if (!field) field = state.foot.appendChild(Handbook.make("textarea", { rows: "7", readonly: "", "aria-label": Handbook.word("propose_text") }));
  field.value = words;
  field.focus();
  field.select();
}
