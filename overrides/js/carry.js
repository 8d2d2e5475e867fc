/* Carrying over: shows what was written in another form and puts it in here when asked. Nothing is replaced:
   text that is there already stays, the other is added below it. */
Handbook.carry = { start: start };

/** A text of another form, what stands before it, and the place in this form that it goes to.
    @typedef {{ into: string, label: string, text: string }} Found
    What a field held before and holds now that something was put in.
    @typedef {{ field: Field, value: string, carried: string }} Done */

/** @param {Form} form */
function start(form) {
  const said = document.querySelector(".carries-found");
  if (!said) return;
  const counts = boxes().map(function (box) { return equip(box, form); });
  const count = counts.reduce(function (sum, one) { return sum + one; }, 0);
  said.append(count ? Handbook.word("carry_found", { count: count }) : Handbook.word("carry_none"));
}

/** @returns {With<"from">[]} */
function boxes() {
  return Array.from(document.querySelectorAll(".carry"));
}

/** How many answers there are to take over.
    @param {With<"from">} box @param {Form} form */
function equip(box, form) {
  const found = collect(box);
  const list = Handbook.get(box, ".carry-places");
  const said = Handbook.get(box, ".carry-status");
  list.hidden = true;
  if (!found.length) {
    said.append(Handbook.word("carry_none"));
    return 0;
  }
  const shown = Handbook.make("dl", { class: "carry-texts" });
  found.forEach(function (item) { shown.append(Handbook.make("dt", {}, item.label), Handbook.make("dd", {}, item.text)); });
  const button = Handbook.button("carry", function () { insert(found, form, said); });
  const line = Handbook.make("p", { class: "carry-actions" });
  line.appendChild(button);
  list.after(shown, line);
  return found.length;
}

/** [{ into, label, text }] in the order of the other form; rows that the reader added come last.
    @param {With<"from">} box @returns {Found[]} */
function collect(box) {
  const record = Handbook.store.read(box.dataset.from);
  const fields = (record && record.fields) || {};
  /** @type {With<"place" | "into" | "more">[]} */
  const places = Array.from(box.querySelectorAll("[data-place]"));
  const known = places.filter(function (item) { return fields[item.dataset.place]; }).map(function (item) {
    return { into: item.dataset.into, label: item.textContent, text: fields[item.dataset.place], };
  });
  return known.concat(added(fields, places));
}

/** Rows beyond the printed ones, of a table or a column that is carried over whole.
    @param {Texts} fields @param {With<"place" | "into" | "more">[]} places */
function added(fields, places) {
  const known = places.map(function (item) { return item.dataset.place; });
  return Object.keys(fields).filter(function (place) { return known.indexOf(place) < 0; }).flatMap(function (place) {
    return places.filter(function (item) { return item.dataset.more && sameColumn(item.dataset.place, place); }).slice(0, 1).map(function (item) {
      return { into: item.dataset.more.replace("*", place.split(".")[1]), label: item.textContent, text: fields[place] };
    });
  });
}

/** @param {string} one @param {string} other */
function sameColumn(one, other) {
  const a = one.split(".");
  const b = other.split(".");
  return a.length === 3 && b.length === 3 && a[0] === b[0] && a[2] === b[2] && /^\d+$/.test(a[1]) && /^\d+$/.test(b[1]);
}

/** @param {Found[]} found @param {Form} form @param {HTMLElement} said */
function insert(found, form, said) {
  /** @type {Done[]} */
  const before = [];
  targets(found).forEach(function (into) {
    Handbook.rows.open(form, into);
    const field = /** @type {Field | null} */ (form.elements.namedItem(form.dataset.instrument + "." + into));
    const text = words(found.filter(function (item) { return item.into === into; }));
    if (!field || field.value.indexOf(text) >= 0) return;
    const value = field.value;
    put(field, value ? value + "\n" + text : text);
    before.push({ field: field, value: value, carried: field.value });
  });
  if (!before.length) return said.replaceChildren(Handbook.word("carry_there"));
  const undo = Handbook.button("undo", function () { restore(before, said); }, true);
  said.replaceChildren(Handbook.word("carried") + " ", undo);
}

/** @param {Found[]} found */
function targets(found) {
  return Array.from(new Set(found.map(function (item) { return item.into; })));
}

/** One text alone stands for itself; several are named. A field of one line gets them on one line.
    @param {Found[]} items */
function words(items) {
  if (items.length === 1) return items[0].text;
  return items.map(function (item) { return item.label + ": " + item.text; }).join("\n");
}

/** @param {Field} field @param {string} text */
function put(field, text) {
  field.value = field.tagName === "TEXTAREA" ? text : text.replace(/\s*\n\s*/g, "; ");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Where something was typed since, that stays.
    @param {Done[]} before @param {HTMLElement} said */
function restore(before, said) {
  before.filter(function (item) { return item.field.value === item.carried; }).forEach(function (item) { put(item.field, item.value); });
  said.replaceChildren(Handbook.word("carry_undone"));
}
