/* The theme asks for its search worker at once. Ours begins to load when the reader turns to the search,
   and from file://, where workers are not allowed, it runs in the page. Stands before the theme's script. */
const Native = window.Worker;
const FOLDER = "search/", SCRIPTS = ["index.js", "search.js"];

window.Worker = function (address, options) {
  return String(address).includes("/search.") ? later() : new Native(address, options);
};

function later() {
  const worker = new EventTarget(), held = [];
  let send = function (message) { held.push(message); };
  worker.postMessage = function (message) { send(message); };
  onTurn(function () {
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
  const say = function (data) { worker.dispatchEvent(new MessageEvent("message", { data: data })); };
  if (location.protocol === "file:") inPage(say, ready);
  else inWorker(say, ready);
}

function inWorker(say, ready) {
  const real = new Native(place("search.js"));
  real.onmessage = function (event) { say(event.data); };
  ready(function (message) { real.postMessage(message); });
}

function inPage(say, ready) {
  let left = SCRIPTS.length;
  SCRIPTS.forEach(function (name) {
    const script = Handbook.make("script", { src: place(name) });
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

function place(name) {
  const base = JSON.parse(document.getElementById("__config").textContent).base;
  return new URL(base.replace(/\/?$/, "/") + FOLDER + name, location).href;
}
