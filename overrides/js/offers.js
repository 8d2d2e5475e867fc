/* What need not be typed again: inside an empty field for the reader's own name or district stands what was typed once,
   inside an empty date the day of today; a tap puts it in. What is typed stays as it is. A name that is not known yet
   can be remembered, never without being asked: devices are shared. */
Handbook.offers = { start: start };

/** @typedef {{ words: string, name: string, act: Act }} Offer */

const OWN = "[data-role]";
const DATES = ".line-tanggal input, [data-date]";

/** @param {Form} form @param {Keeper} keeper */
function start(form, keeper) {
  if (!keeper.isKept) return;
  /** @type {OwnField[]} */
  const own = form.dataset.anonymous === undefined ? Array.from(form.querySelectorAll(OWN)) : [];
  /** @type {Field[]} */
  const dates = Array.from(form.querySelectorAll(DATES));
  const update = function () {
    const known = Handbook.self.read();
    own.forEach(function (field) { tell(field, ownOffer(field, own, known, keeper)); });
    dates.forEach(function (field) { tell(field, dateOffer(field)); });
  };
  ["input", "change", "filled"].forEach(function (type) { form.addEventListener(type, function () { setTimeout(update); }); });
  Handbook.store.listen(Handbook.self.ID, update);
  update();
}

/** { words, name, act } or nothing to offer.
    @param {OwnField} field @param {OwnField[]} all @param {Texts} known @param {Keeper} keeper */
function ownOffer(field, all, known, keeper) {
  const text = known[field.dataset.role];
  if (!field.value && text) return { words: text, name: Handbook.word("offer", { label: label(field), text: text }), act: function () { fill(all, known, field); } };
  if (field.value && !text) return { words: Handbook.word("remember"), name: Handbook.word("remember_name", { text: field.value }), act: function () { remember(all, known, field, keeper); } };
  return null;
}

/** @param {Field} field */
function dateOffer(field) {
  if (field.value) return null;
  const today = new Date().toLocaleDateString(Handbook.data.language, { day: "numeric", month: "long", year: "numeric" });
  return { words: Handbook.word("today"), name: Handbook.word("offer", { label: label(field), text: today }), act: function () { put(field, today); field.focus(); } };
}

/** @param {Field} field */
function label(field) {
  return field.labels[0].textContent.trim();
}

/** @param {Field} field @param {Offer | null} offer */
function tell(field, offer) {
  const there = field.parentNode.querySelector(".offer");
  field.parentNode.classList.toggle("has-offer", Boolean(offer));
  if (!offer) return there && there.remove();
  const chip = there || field.parentNode.appendChild(Handbook.make("button", { type: "button", class: "offer" }));
  chip.textContent = offer.words;
  chip.setAttribute("aria-label", offer.name);
  chip.onclick = offer.act;
  return chip;
}

/** One tap fills every empty field of the reader's own.
    @param {OwnField[]} all @param {Texts} known @param {OwnField} first */
function fill(all, known, first) {
  all.filter(function (field) { return !field.value && known[field.dataset.role]; }).forEach(function (field) { put(field, known[field.dataset.role]); });
  first.focus();
}

/** @param {OwnField[]} all @param {Texts} known @param {OwnField} first @param {Keeper} keeper */
function remember(all, known, first, keeper) {
  all.forEach(function (field) { known[field.dataset.role] = known[field.dataset.role] || field.value; });
  const kept = Handbook.self.keep(known);
  first.focus();
  first.dispatchEvent(new CustomEvent("filled", { bubbles: true }));
  keeper.note(Handbook.word(kept ? "remembered" : "keep_" + Handbook.store.problem()));
}

/** @param {Field} field @param {string} text */
function put(field, text) {
  field.value = text;
  ["input", "change"].forEach(function (type) { field.dispatchEvent(new Event(type, { bubbles: true })); });
}
