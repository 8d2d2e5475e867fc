/* The fields of a form as texts by place ("part.row.column"), and back. */
Handbook.fields = { all: all, place: place, text: text, values: values, put: put, fill: fill, GRID: "table[data-part]" };

/** @param {Form} form @returns {Field[]} */
function all(form) {
  const elements = /** @type {Field[]} */ (Array.from(form.elements));
  return elements.filter(function (field) { return field.name && field.matches("input:not([type=radio]), textarea"); });
}

/** @param {Form} form @param {Field} field */
function place(form, field) {
  return field.name.slice(form.dataset.instrument.length + 1);
}

/** @param {Field} field */
function text(field) {
  return field.type === "checkbox" ? (field.checked ? field.value : "") : field.value;
}

/** Filled fields only.
    @param {Form} form */
function values(form) {
  /** @type {Texts} */
  const found = {};
  all(form).forEach(function (field) { if (text(field)) found[place(form, field)] = text(field); });
  return found;
}

/** Puts texts in; fields that are not named become empty. A field that has its text already is not touched,
   so that the cursor stays where it is.
    @param {Form} form @param {Texts} texts */
function put(form, texts) {
  all(form).forEach(function (field) {
    const given = texts[place(form, field)] || "";
    if (field.type === "checkbox") field.checked = Boolean(given);
    else if (field.value !== given) field.value = given;
  });
}

/** Puts texts in and lets the others know: what is counted is counted anew.
    @param {Form} form @param {Texts} texts */
function fill(form, texts) {
  put(form, texts);
  form.dispatchEvent(new CustomEvent("filled"));
}
