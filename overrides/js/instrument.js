/* A form: the button that prints it, and fields that show all their text on paper and on screen. */
Handbook.ready(start);

function start() {
  const form = document.querySelector("form.instrument");
  if (!form) return;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.parentNode.insertBefore(actions(), form);
  if (!CSS.supports("field-sizing", "content")) growWithText(form);
}

function actions() {
  const row = Handbook.make("p", { class: "instrument-actions" });
  const button = Handbook.make("button", { type: "button", class: "button" }, Handbook.word("print_form"));
  button.addEventListener("click", function () { window.print(); });
  row.appendChild(button);
  return row;
}

function growWithText(form) {
  const fields = form.querySelectorAll("textarea");
  form.addEventListener("input", function (event) { fit(event.target); });
  window.addEventListener("beforeprint", function () { fields.forEach(fit); });
}

function fit(field) {
  if (field.tagName !== "TEXTAREA") return;
  field.style.height = "";
  if (field.scrollHeight > field.clientHeight + 1) field.style.height = field.scrollHeight + "px";
}
