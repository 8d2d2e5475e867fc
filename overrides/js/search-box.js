/* The theme asks for its search worker at once. Ours begins to load when the reader turns to the search,
   and from file://, where workers are not allowed, it runs in the page. Stands before the theme's script. */
const Native = window.Worker;
/** @typedef {(message: SearchMessage) => void} Send
    @typedef {(send: Send) => void} Ready */
const FOLDER = "search/", SCRIPTS = ["index.js", "search.js"], ANSWER = 3;

/* The name is the browser's own again as soon as the theme has asked. */
window.Worker = new Proxy(Native, {
  construct: function (_, given) {
    if (!String(given[0]).includes("/search.")) return new Native(given[0], given[1]);
    window.Worker = Native;
    return later();
  },
});

Handbook.ready(function () {
  const line = document.querySelector(".search-said");
  if (!line) return;
  const field = input();
  /* What comes without a key, by voice or from the clipboard: the theme listens to keys only. */
  field.addEventListener("input", function () { field.dispatchEvent(new Event("keyup")); });
  field.addEventListener("keydown", stay);
  line.addEventListener("click", function (event) { follow(event, field); });
});

/** @returns {HTMLInputElement} */
function input() {
  return Handbook.get(document, ".md-search__input");
}

/** Enter leads to the first result; without one to the first word that may have been meant.
    @param {KeyboardEvent} event */
function stay(event) {
  if (event.key !== "Enter" || document.querySelector(".md-search-result__list > li")) return;
  event.preventDefault();
  event.stopPropagation();
  const hint = document.querySelector(".search-hint");
  if (hint) hint.click();
}

/** @param {MouseEvent} event @param {HTMLInputElement} field */
function follow(event, field) {
  /** @type {HTMLAnchorElement | null} */
  const hint = /** @type {Element} */ (event.target).closest(".search-hint");
  if (!hint) return;
  event.preventDefault();
  event.stopPropagation();
  field.value = new URL(hint.href).searchParams.get("q") || "";
  field.focus();
  field.dispatchEvent(new Event("input"));
}

/** Lines of texts and links. The theme goes with Enter to the highest score in the box; these have none to speak of.
    @param {SaidLine[]} lines */
function tell(lines) {
  Handbook.get(document, ".search-said").replaceChildren(...lines.map(function (pieces) {
    const line = Handbook.make("p");
    line.append(...pieces.map(function (piece) { return typeof piece === "string" ? piece : link(piece); }));
    return line;
  }));
}

/** @param {SearchLink} piece */
function link(piece) {
  const isHint = piece.query !== undefined;
  const address = piece.query !== undefined ? "?q=" + encodeURIComponent(piece.query) : place(piece.address || "");
  const made = Handbook.make("a", { href: address, class: isHint ? "search-hint" : "search-list" });
  made.append(Handbook.make("span", { "data-md-score": "-1" }, piece.text));
  return made;
}

function later() {
  /** @type {SearchMessage[]} */
  const held = [];
  /** @type {Send} */
  let send = function (message) { held.push(message); };
  const worker = Object.assign(new EventTarget(), { postMessage: function (/** @type {SearchMessage} */ message) { send(message); } });
  onTurn(function () {
    tell([[Handbook.word("search_loading")]]);
    start(worker, function (ready) {
      send = ready;
      held.splice(0).forEach(send);
    });
  });
  return worker;
}

/** Once, when the field gets the focus or the search is opened in another way.
    @param {Act} act */
function onTurn(act) {
  const once = { once: true, capture: true };
  let done = false;
  const turn = function () {
    if (done) return;
    done = true;
    act();
  };
  input().addEventListener("focus", turn, once);
  Handbook.get(document, "#__search").addEventListener("change", turn, once);
}

/** @param {EventTarget} worker @param {Ready} ready */
function start(worker, ready) {
  const say = function (/** @type {SearchAnswer} */ data) {
    worker.dispatchEvent(new MessageEvent("message", { data: data }));
    if (data.type === ANSWER || !input().value) tell(data.data.said);
  };
  if (location.protocol === "file:") inPage(say, ready);
  else inWorker(say, ready);
}

/** @param {(data: SearchAnswer) => void} say @param {Ready} ready */
function inWorker(say, ready) {
  const real = new Native(place(FOLDER + "search.js"));
  real.onmessage = function (event) { say(event.data); };
  real.onerror = failed;
  ready(function (message) { real.postMessage(message); });
}

/** @param {(data: SearchAnswer) => void} say @param {Ready} ready */
function inPage(say, ready) {
  let left = SCRIPTS.length;
  SCRIPTS.forEach(function (name) {
    const script = Handbook.make("script", { src: place(FOLDER + name) });
    script.onerror = failed;
    script.onload = function () {
      left -= 1;
      if (left) return;
      ready(function (message) {
        setTimeout(function () { say(HandbookSearch.answer(message, HandbookIndex)); });
      });
    };
    document.head.append(script);
  });
}

function failed() {
  tell([[Handbook.word("search_failed")]]);
}

/** @param {string} address */
function place(address) {
  const base = JSON.parse(Handbook.get(document, "#__config").textContent).base;
  return new URL(base.replace(/\/?$/, "/") + address, location.href).href;
}
