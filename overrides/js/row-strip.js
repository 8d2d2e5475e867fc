/* On a phone a row of a grid is a card, longer than the screen: its question stays in sight above what is typed
   (narrow.css draws it from data-question). A row that readers add says its number and what its first field holds. */
Handbook.rowStrip = { start: start };

/** @param {Form} form */
function start(form) {
  /** @returns {NodeListOf<HTMLTableRowElement>} */
  const rows = function () { return form.querySelectorAll("table.grid tbody tr"); };
  const update = function () { rows().forEach(tell); };
  ["input", "filled"].forEach(function (type) { form.addEventListener(type, update); });
  new MutationObserver(update).observe(form, { childList: true, subtree: true });
  update();
  form.addEventListener("focusin", function (event) { requestAnimationFrame(function () { uncover(/** @type {Field} */ (event.target)); }); });
  measure();
  window.addEventListener("resize", measure);
}

/** @param {HTMLTableRowElement} row */
function tell(row) {
  const words = row.dataset.row ? number(row) : title(row.querySelector("th"));
  if (row.dataset.question !== words) row.dataset.question = words;
}

/** @param {HTMLElement | null} head */
function title(head) {
  return Array.from(head ? head.querySelectorAll(".row-number, .row-title") : [], function (part) { return part.textContent; }).join(" ");
}

/** @param {HTMLTableRowElement} row */
function number(row) {
  /** @type {Field | null} */
  const first = row.querySelector("textarea, input");
  const count = row.querySelector(".row-count");
  return Handbook.word("row_strip", { row: count ? count.textContent : row.sectionRowIndex + 1 }) + (first && first.value ? ": " + first.value : "");
}

/* Below the header of the page, as high as it is with these letters. */
function measure() {
  const header = document.querySelector(".md-header");
  document.documentElement.style.setProperty("--header", (header ? header.offsetHeight : 0) + "px");
}

/** What has the cursor never lies under the strip; its label neither, where there is room for both.
    @param {Field} field */
function uncover(field) {
  const row = field.closest("tr[data-question]");
  const strip = row && parseFloat(getComputedStyle(row, "::before").height);
  if (!strip) return;
  const free = Handbook.get(document, ".md-header").getBoundingClientRect().bottom + strip + 8;
  const box = field.getBoundingClientRect();
  const label = (field.labels[0] || field).getBoundingClientRect().top;
  const room = window.visualViewport ? window.visualViewport.height : window.innerHeight;
  const top = box.bottom - label < room - free ? Math.min(label, box.top) : box.top;
  if (top < free) window.scrollBy(0, top - free);
}
