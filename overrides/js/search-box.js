/* The theme asks for its search worker at once. Ours begins to load when the reader turns to the search,
   and from file://, where workers are not allowed, it runs in the page. Stands before the theme's script. */
const Native = window.Worker;
const FOLDER = "search/", SCRIPTS = ["index.js", "search.js"], ANSWER = 3;

window.Worker = function (address, options) {
  return String(address).includes("/search.") ? later() : new Native(address, options);
};

Handbook.ready(function () {
  const field = document.querySelector(".md-search__input"), line = document.querySelector(".search-said");
  if (!line) return;
  /* What comes without a key, by voice or from the clipboard: the theme listens to keys only. */
  field.addEventListener("input", function () { field.dispatchEvent(new Event("keyup")); });
  field.addEventListener("keydown", stay);
  line.addEventListener("click", function (event) { follow(event, field); });
});

/* Enter leads to the first result; without one to the first word that may have been meant. */
function stay(event) {
  if (event.key !== "Enter" || document.querySelector(".md-search-result__list > li")) return;
  event.preventDefault();
  event.stopPropagation();
  const hint = document.querySelector(".search-hint");
  if (hint) hint.click();
}

function follow(event, field) {
  const hint = event.target.closest(".search-hint");
  if (!hint) return;
  event.preventDefault();
  event.stopPropagation();
  field.value = new URL(hint.href).searchParams.get("q");
  field.focus();
  field.dispatchEvent(new Event("input"));
}

/* Lines of texts and links. The theme goes with Enter to the highest score in the box; these have none to speak of. */
function tell(lines) {
  document.querySelector(".search-said").replaceChildren(...lines.map(function (pieces) {
    const line = Handbook.make("p");
    line.append(...pieces.map(function (piece) { return piece.text ? link(piece) : piece; }));
    return line;
  }));
}

function link(piece) {
  const isHint = piece.query !== undefined;
  const address = isHint ? "?q=" + encodeURIComponent(piece.query) : place(piece.address);
  const made = Handbook.make("a", { href: address, class: isHint ? "search-hint" : "search-list" });
  made.append(Handbook.make("span", { "data-md-score": "-1" }, piece.text));
  return made;
}

function later() {
  const worker = new EventTarget(), held = [];
  let send = function (message) { held.push(message); };
  worker.postMessage = function (message) { send(message); };
  onTurn(function () {
    tell([[Handbook.word("search_loading")]]);
    start(worker, function (ready) {
      send = ready;
      held.splice(0).forEach(send);
    });
  });
  return worker;
}

/* Once, when the field gets the focus or the search is opened in another way. */
function onTurn(act) {
  const once = { once: true, capture: true };
  let done = false;
  const turn = function () { if (!done) act(done = true); };
  document.querySelector(".md-search__input").addEventListener("focus", turn, once);
  document.getElementById("__search").addEventListener("change", turn, once);
}

function start(worker, ready) {
  const say = function (data) {
    worker.dispatchEvent(new MessageEvent("message", { data: data }));
    if (data.type === ANSWER || !document.querySelector(".md-search__input").value) tell(data.data.said);
  };
  if (location.protocol === "file:") inPage(say, ready);
  else inWorker(say, ready);
}

function inWorker(say, ready) {
  const real = new Native(place(FOLDER + "search.js"));
  real.onmessage = function (event) { say(event.data); };
  real.onerror = failed;
  ready(function (message) { real.postMessage(message); });
}

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

function place(address) {
  const base = JSON.parse(document.getElementById("__config").textContent).base;
  return new URL(base.replace(/\/?$/, "/") + address, location).href;
}
