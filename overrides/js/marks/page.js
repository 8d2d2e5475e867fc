/* The page itself: which part is seen, which module is chosen, what is said of what is kept, the way back. */
Handbook.marks.page = { bank: bank, refresh: refresh, say: say, choice: choice };

const MODULE = "nilai-modul";

Handbook.ready(start);

function start() {
  const banks = Handbook.marks.data.modules;
  if (!banks.length) return;
  const options = banks.map(function (one) { return /** @type {[string, string]} */ ([String(one.number), Handbook.word("marks_module", { number: one.number, title: one.title })]); });
  Handbook.get(document, ".marks-module").append(choice("marks_choose", options, String(bank().number), function (number) {
    const shelf = Handbook.shelf("sessionStorage");
    if (shelf) shelf.setItem(MODULE, number);
    refresh();
  }));
  Handbook.get(document, ".marks-back").append(Handbook.button("undo", back, true));
  document.addEventListener("keydown", function (event) {
    if (event.key.toLowerCase() !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    back();
  });
  window.addEventListener("hashchange", refresh);
  Handbook.marks.keep.listen(function (isElsewhere) {
    kept();
    if (isElsewhere) refresh();
  });
  kept();
  refresh();
}

/** The module that is looked at. */
function bank() {
  const banks = Handbook.marks.data.modules;
  const field = /** @type {HTMLSelectElement | null} */ (document.querySelector(".marks-module select"));
  const shelf = Handbook.shelf("sessionStorage");
  const number = field ? field.value : shelf && shelf.getItem(MODULE);
  return banks.find(function (one) { return String(one.number) === number; }) || banks[0];
}

/** Draws the part that is seen anew; where one was typing, one goes on. */
function refresh() {
  const id = location.hash.slice(1);
  const view = Handbook.marks.views[id] ? id : "peserta";
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const place = (active && active.dataset.place) || "";
  document.querySelectorAll("main > section").forEach(function (section) { section.hidden = section.id !== "bagian-" + view; });
  document.querySelectorAll("nav a").forEach(function (link) {
    if (link.getAttribute("href") === "#" + view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  Handbook.get(document, ".marks-module").hidden = view !== "tes" && view !== "hasil";
  document.querySelectorAll(".marks-view").forEach(function (one) { one.replaceChildren(); });
  const box = Handbook.get(document, "#bagian-" + view + " .marks-view");
  Handbook.marks.views[view](box);
  focus(place);
}

/** @param {string} place */
function focus(place) {
  const field = place && Array.from(document.querySelectorAll("[data-place]")).find(function (one) { return one.dataset.place === place; });
  if (field) field.focus();
}

function back() {
  const places = Handbook.marks.keep.undo();
  if (!places.length) return say(Handbook.word("marks_no_undo"));
  refresh();
  focus(places[0]);
  return null;
}

function kept() {
  const problem = Handbook.marks.keep.problem();
  const people = Handbook.marks.people.all().length;
  say(Handbook.word(problem ? "marks_keep_" + problem : "marks_kept", { count: people }));
}

/** @param {string} words */
function say(words) {
  const line = Handbook.get(document, ".marks-said");
  if (line.textContent !== words) line.textContent = words;
}

/** @param {string} key @param {[string, string][]} options @param {string} value @param {(value: string) => void} act */
function choice(key, options, value, act) {
  const line = Handbook.make("p", { class: "marks-line" });
  const field = Handbook.make("select", { id: key, "data-place": key });
  options.forEach(function (pair) { field.append(Handbook.make("option", { value: pair[0] }, pair[1])); });
  field.value = value;
  field.addEventListener("change", function () { act(field.value); });
  line.append(Handbook.make("label", { for: key }, Handbook.word(key)), field);
  return line;
}
