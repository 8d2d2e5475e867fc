/* Menu and search of narrow screens. Their buttons say whether they are open; the menu is a dialog: the focus moves
   into it and stays there, Escape or its own button closes it, and the focus goes back to where it was opened.
   Both hang on the check boxes of the theme, which open the menu without scripts. */
Handbook.ready(start);

function start() {
  const menu = document.querySelector(".md-sidebar--primary");
  const search = document.querySelector("[data-md-component=search]");
  attach(document.querySelector(".search-button"), "__search", function (isOpen) {
    if (isOpen) search.querySelector("input").focus();
  });
  if (menu) attach(document.querySelector(".menu-button"), "__drawer", function (isOpen) { show(menu, isOpen); });
  else document.querySelector(".menu-button").hidden = true;
}

/* The focus goes back to the button unless it has already gone elsewhere. */
function attach(button, id, changed) {
  const toggle = document.getElementById(id);
  button.addEventListener("click", function () { toggle.click(); });
  toggle.addEventListener("change", function () {
    button.setAttribute("aria-expanded", String(toggle.checked));
    changed(toggle.checked);
    if (!toggle.checked && button.offsetParent) setTimeout(function () { back(button); });
  });
}

function back(button) {
  const place = document.activeElement;
  if (!place || place === document.body || place.closest("[inert], .md-sidebar--primary, .md-search")) button.focus();
}

function show(menu, isOpen) {
  beside(menu).forEach(function (element) { element.inert = isOpen; });
  if (!isOpen) return ["role", "aria-modal", "aria-label"].forEach(function (name) { menu.removeAttribute(name); });
  menu.setAttribute("role", "dialog");
  menu.setAttribute("aria-modal", "true");
  menu.setAttribute("aria-label", Handbook.word("menu"));
  return closer(menu).focus();
}

/* Everything that is neither the menu nor round it; the curtain behind the menu still takes the tap that closes it. */
function beside(menu) {
  const found = [];
  for (let place = menu; place !== document.body; place = place.parentElement) {
    found.push.apply(found, Array.from(place.parentElement.children).filter(function (other) {
      return other !== place && !other.matches(".md-overlay, script");
    }));
  }
  return found;
}

/* The menu's own button, made when it is first opened. */
function closer(menu) {
  const there = menu.querySelector(".menu-close");
  if (there) return there;
  const shut = function () { document.getElementById("__drawer").click(); };
  const made = Handbook.button("menu_close", shut, true);
  made.classList.add("menu-close");
  menu.querySelector(".menu").prepend(made);
  menu.addEventListener("keydown", function (event) { if (event.key === "Escape") shut(); });
  return made;
}
