/* Paper shows what was typed as running text: a field cannot go on on the next page, and cuts what it has no room for.
   Beside each field stands its text, which only print shows, and shows instead of the field. It is kept as it is typed,
   since not every program that prints says so before. */
Handbook.ready(start);

const FIELDS = ["form.instrument", ".quiz"].flatMap(function (form) { return [form + " textarea", form + " input[type=text]"]; }).join();
const AROUND = ["tr", ".line", "li", ".question"];
const LONG = 240;

function start() {
  ["input", "change"].forEach(function (type) { document.addEventListener(type, write); });
  document.addEventListener("filled", function () { setTimeout(write); }, true);
  ["beforeprint", "pageshow"].forEach(function (type) { window.addEventListener(type, write); });
  write();
}

/* Every field each time: scripts fill some of them when others change. */
function write() {
  /** @type {NodeListOf<Field>} */
  const fields = document.querySelectorAll(FIELDS);
  fields.forEach(function (field) {
    const text = twin(field);
    if (text.textContent === field.value) return;
    text.textContent = field.value;
    AROUND.flatMap(function (kind) { return field.closest(kind) || []; }).forEach(mark);
  });
}

/** What holds a long text may go on on the next page; what holds short ones stays together.
    @param {HTMLElement} box */
function mark(box) {
  box.classList.toggle("holds-long", Array.from(box.querySelectorAll(".written")).some(function (text) { return text.textContent.length > LONG; }));
}

/** @param {Field} field */
function twin(field) {
  const before = field.previousElementSibling;
  if (before && before.matches(".written")) return before;
  return field.parentNode.insertBefore(Handbook.make("span", { class: "written " + (field.rows ? field.className : "written-line"), "aria-hidden": "true" }), field);
}
