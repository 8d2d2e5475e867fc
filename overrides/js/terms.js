/* The meaning of a term beside it: on hover and focus, and on the first tap; a second tap opens the glossary. */
Handbook.ready(start);

/** The tip that is shown, and when it goes.
    @type {{ term: HTMLElement, tip: HTMLElement, timer: ReturnType<typeof setTimeout> | undefined } | null} */
let shown = null;

function start() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const terms = document.querySelectorAll("a.term[title]");
  terms.forEach(equip);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  document.addEventListener("pointerdown", function (event) { if (shown && !isIn(event.target, ".term, .term-tip")) hide(); });
}

/** @param {HTMLAnchorElement} term @param {number} index */
function equip(term, index) {
  term.dataset.meaning = term.title;
  term.removeAttribute("title");
  term.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") show(term, index); });
  term.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse") leave(); });
  term.addEventListener("focus", function () { if (term.matches(":focus-visible")) show(term, index); });
  term.addEventListener("blur", function (event) { if (!isIn(event.relatedTarget, ".term-tip")) hide(); });
  term.addEventListener("click", function (event) { tap(event, term, index); });
}

/** @param {EventTarget | null} place @param {string} selector */
function isIn(place, selector) {
  return place instanceof Element && place.closest(selector) !== null;
}

/** @param {PointerEvent} event @param {HTMLAnchorElement} term @param {number} index */
function tap(event, term, index) {
  const byFinger = event.pointerType === "touch" || event.pointerType === "pen";
  if (!byFinger || (shown && shown.term === term)) return;
  event.preventDefault();
  show(term, index);
}

/** @param {HTMLAnchorElement} term @param {number} index */
function show(term, index) {
  if (shown && shown.term === term) return clearTimeout(shown.timer);
  hide();
  const tip = Handbook.make("span", { class: "term-tip", role: "tooltip", id: "term-tip-" + index }, term.dataset.meaning + " ");
  tip.appendChild(Handbook.make("a", { href: term.href, class: "term-more", tabindex: "-1" }, Handbook.word("glossary")));
  tip.addEventListener("pointerenter", function () { if (shown) clearTimeout(shown.timer); });
  tip.addEventListener("pointerleave", leave);
  term.after(tip);
  term.setAttribute("aria-describedby", tip.id);
  shown = { term: term, tip: tip, timer: undefined };
  place(term, tip);
}

/** Below the term, inside the column; above it when there is no room below.
    @param {HTMLAnchorElement} term @param {HTMLElement} tip */
function place(term, tip) {
  const box = term.getClientRects()[0];
  const frame = (tip.offsetParent || document.body).getBoundingClientRect();
  const column = (term.closest("article") || document.body).getBoundingClientRect();
  tip.style.maxWidth = "min(22rem, " + column.width + "px)";
  const left = Math.max(column.left, Math.min(box.left, column.right - tip.offsetWidth));
  const isLow = box.bottom + tip.offsetHeight + 8 > window.innerHeight && box.top > tip.offsetHeight + 60;
  tip.style.left = left - frame.left + "px";
  tip.style.top = (isLow ? box.top - tip.offsetHeight - 4 : box.bottom + 4) - frame.top + "px";
}

/* A moment later, so that the pointer can reach the tip. */
function leave() {
  if (shown) shown.timer = setTimeout(hide, 250);
}

function hide() {
  if (!shown) return;
  clearTimeout(shown.timer);
  shown.term.removeAttribute("aria-describedby");
  shown.tip.remove();
  shown = null;
}
