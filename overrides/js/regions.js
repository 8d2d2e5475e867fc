/* What scrolls sideways (a wide table, a figure on a phone) can be reached and moved by the keyboard, and says what it is.
   It measures after the first picture, when the layout is there anyway. */
window.addEventListener("load", function () { requestAnimationFrame(function () { setTimeout(start); }); });

function start() {
  mark();
  window.addEventListener("resize", mark);
}

function mark() {
  document.querySelectorAll(".md-typeset__scrollwrap, .figure").forEach(function (region, index) {
    if (region.scrollWidth > region.clientWidth) open(region, index + 1);
    else ["tabindex", "role", "aria-label"].forEach(function (attribute) { region.removeAttribute(attribute); });
  });
}

/** @param {HTMLElement} region @param {number} number */
function open(region, number) {
  region.tabIndex = 0;
  if (region.matches(".figure")) return;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", name(region, number));
}

/** The caption, or a number: no two regions of a page have the same name.
    @param {HTMLElement} region @param {number} number */
function name(region, number) {
  const caption = region.querySelector("caption");
  return caption ? caption.textContent : Handbook.word("wide_table") + " (" + number + ")";
}
