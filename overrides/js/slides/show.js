// Shows one slide at a time: by keys, by a clicker, by buttons, by touch; in step with the window of the presenter.

const { HandbookClock: clock, HandbookWindow: pair } = window;
const words = JSON.parse((document.getElementById("words") || document.body).textContent || "{}");
const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".slide")]);
const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
let now = Math.max(0, slides.findIndex((slide) => `#${slide.id}` === location.hash));
let black = false;

const unit = () => slides[now].dataset.unit || "";
const clear = (/** @type {Element} */ element) => element.replaceChildren();

const shown = (/** @type {number} */ milliseconds) => {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const time = `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
  return words[milliseconds < 0 ? "lewat" : "sisa"].replace("{waktu}", time);
};

const tick = () => {
  const left = unit() ? clock.left(unit(), Number(slides[now].dataset.minutes)) : 0;
  for (const place of [by("clock"), by("left")]) {
    const text = unit() ? shown(left) : "";
    if (place.textContent !== text) place.textContent = text;
    place.classList.toggle("over", left < 0);
  }
  by("clock").hidden = !unit();
  by("time").textContent = new Date().toTimeString().slice(0, 5);
  if (pair.isPresenter && pair.isAlone()) by("message").textContent = words.terputus;
};

const fit = () => {
  for (const slide of slides) {
    const title = slide.querySelector("h1");
    const limit = slide.classList.contains("opening") ? 110 : 70;
    slide.classList.toggle("long", ((title && title.textContent) || "").length > limit);
  }
};

const draw = () => {
  slides.forEach((slide, place) => {
    slide.classList.toggle("current", place === now);
    slide.classList.toggle("next", place === now + 1);
  });
  document.body.classList.toggle("black", black);
  const notes = slides[now].querySelector(".notes");
  const told = by("told");
  clear(told);
  for (const note of notes ? [...notes.children] : []) told.append(note.cloneNode(true));
  if (!told.firstChild) told.textContent = words.tanpa_catatan;
  told.scrollTop = 0;
  if (!pair.isPresenter) history.replaceState(null, "", `#${slides[now].id}`);
  tick();
};

const share = () => {
  clock.keep();
  draw();
  pair.tell({ now, black, clocks: clock.all() });
};

const go = (/** @type {number} */ place) => {
  now = Math.min(Math.max(place, 0), slides.length - 1);
  black = false;
  clock.enter(unit());
  share();
};

/** @type {{[name: string]: () => void}} */
const actions = {
  maju: () => go(now + 1),
  mundur: () => go(now - 1),
  awal: () => go(0),
  akhir: () => go(slides.length - 1),
  hitam: () => {
    black = !black;
    share();
  },
  jam: () => {
    if (unit()) clock.toggle(unit());
    share();
  },
  ulang: () => {
    if (unit()) clock.restart(unit());
    share();
  },
  penyaji: () => {
    by("message").textContent = pair.open() ? "" : words.terhalang;
  },
};

/** @type {{[key: string]: string}} */
const KEYS = {
  PageDown: "maju", ArrowRight: "maju", ArrowDown: "maju", " ": "maju", Enter: "maju", n: "maju",
  PageUp: "mundur", ArrowLeft: "mundur", ArrowUp: "mundur", Backspace: "mundur", p: "mundur",
  Home: "awal", End: "akhir", ".": "hitam", b: "hitam", t: "jam", r: "ulang", s: "penyaji",
};

document.addEventListener("keydown", (event) => {
  const target = /** @type {Element} */ (event.target);
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isButton = target.closest("button") && (pressed === " " || pressed === "Enter");
  const isScrolled = target.id === "told" && pressed.startsWith("Arrow");
  if (!KEYS[pressed] || isButton || isScrolled || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  actions[KEYS[pressed]]();
});

by("tools").addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("button");
  if (button) actions[button.dataset.do || ""]();
});

let touched = 0;
document.addEventListener("touchstart", (event) => (touched = event.changedTouches[0].clientX), { passive: true });
document.addEventListener("touchend", (event) => {
  const moved = event.changedTouches[0].clientX - touched;
  if (Math.abs(moved) > 60) go(now + (moved < 0 ? 1 : -1));
});

let rest = 0;
document.addEventListener("mousemove", () => {
  document.body.classList.remove("still");
  clearTimeout(rest);
  rest = setTimeout(() => document.body.classList.add("still"), 2500);
});

pair.listen((state) => {
  if (state.asks) return share();
  ({ now, black } = state);
  clock.set(state.clocks);
  clock.keep();
  draw();
});

document.body.classList.add("running", "still");
document.body.classList.toggle("presenter", pair.isPresenter);
by("tools").hidden = false;
by("pane").hidden = !pair.isPresenter;
clock.recall();
fit();
clock.enter(unit());
draw();
setInterval(tick, 500);
