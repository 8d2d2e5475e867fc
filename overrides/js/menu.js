/* Menu and search of narrow screens. Their buttons say whether they are open; the menu is a dialog: the focus moves
   into it and stays there, Escape or its own button closes it, and the focus goes back to where it was opened.
   Both hang on the check boxes of the theme, which open the menu without scripts. */
Handbook.ready(start);

function start() {
  const menu = document.querySelector(".md-sidebar--primary");
  /** @type {HTMLButtonElement} */
  const opener = Handbook.get(document, ".menu-button");
  attach(Handbook.get(document, ".search-button"), "__search", function (isOpen) {
    if (isOpen) Handbook.get(document, "[data-md-component=search] input").focus();
  });
  if (menu) attach(opener, "__drawer", function (isOpen) { show(menu, isOpen); });
  else opener.hidden = true;
}

/** The focus goes back to the button unless it has already gone elsewhere.
    @param {HTMLButtonElement} button @param {string} id @param {(isOpen: boolean) => void} changed */
function attach(button, id, changed) {
  /** @type {HTMLInputElement} */
  const toggle = Handbook.get(document, "#" + id);
  button.addEventListener("click", function () { toggle.click(); });
  toggle.addEventListener("change", function () {
    button.setAttribute("aria-expanded", String(toggle.checked));
    changed(toggle.checked);
    if (!toggle.checked && button.offsetParent) setTimeout(function () { back(button); });
  });
}

/** @param {HTMLButtonElement} button */
function back(button) {
  const place = document.activeElement;
  if (!place || place === document.body || place.closest("[inert], .md-sidebar--primary, .md-search")) button.focus();
}

/** @param {HTMLElement} menu @param {boolean} isOpen */
function show(menu, isOpen) {
  beside(menu).forEach(function (element) { element.inert = isOpen; });
  if (!isOpen) return ["role", "aria-modal", "aria-label"].forEach(function (name) { menu.removeAttribute(name); });
  menu.setAttribute("role", "dialog");
  menu.setAttribute("aria-modal", "true");
  menu.setAttribute("aria-label", Handbook.word("menu"));
  return closer(menu).focus();
}

/** Everything that is neither the menu nor round it; the curtain behind the menu still takes the tap that closes it.
    @param {HTMLElement} menu */
function beside(menu) {
  /** @type {HTMLElement[]} */
  const found = [];
  /** @type {HTMLElement} */
  let place = menu;
  while (place !== document.body && place.parentElement) {
    const siblings = /** @type {HTMLElement[]} */ (Array.from(place.parentElement.children));
    found.push(...siblings.filter(function (other) { return other !== place && !other.matches(".md-overlay, script"); }));
    place = place.parentElement;
  }
  return found;
}

/** The menu's own button, made when it is first opened.
    @param {HTMLElement} menu */
function closer(menu) {
  const there = menu.querySelector(".menu-close");
  if (there) return there;
  const shut = function () { Handbook.get(document, "#__drawer").click(); };
  const made = Handbook.button("menu_close", shut, true);
  made.classList.add("menu-close");
  Handbook.get(menu, ".menu").prepend(made);
  menu.addEventListener("keydown", function (event) { if (event.key === "Escape") shut(); });
  return made;
}
