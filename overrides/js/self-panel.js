/* In the workbook: the name and the district that forms offer, to change and to remove. */
Handbook.selfPanel = start;

const ROLES = ["nama", "kecamatan"];

/** @param {HTMLElement} book */
function start(book) {
  const box = Handbook.make("section", { class: "self-panel", "aria-labelledby": "diri-judul" });
  const said = Handbook.make("p", { class: "self-status", role: "status" });
  const fields = ROLES.map(function (role) { return field(role, function () { keep(fields, said); }); });
  const remove = Handbook.button("self_remove", function () {
    fields.forEach(function (item) { item.value = ""; });
    keep(fields, said);
    said.textContent = Handbook.word("self_removed");
  }, true);
  box.append(Handbook.make("h2", { id: "diri-judul" }, Handbook.word("self_name")), Handbook.make("p", {}, Handbook.word("self_text")));
  fields.forEach(function (item) { if (item.parentElement) box.append(item.parentElement); });
  box.append(remove, said);
  book.append(box);
  const show = function () { ROLES.forEach(function (role, index) { fields[index].value = Handbook.self.read()[role] || ""; }); };
  Handbook.store.listen(Handbook.self.ID, show);
  show();
  return show;
}

/** @param {string} role @param {Act} changed */
function field(role, changed) {
  const line = Handbook.make("p", { class: "self-line" });
  const input = Handbook.make("input", { type: "text", id: "diri-" + role, autocomplete: role === "nama" ? "name" : "off" });
  line.append(Handbook.make("label", { for: "diri-" + role }, Handbook.word("self_" + role)), input);
  input.addEventListener("change", changed);
  return input;
}

/** @param {HTMLInputElement[]} fields @param {HTMLElement} said */
function keep(fields, said) {
  /** @type {Texts} */
  const known = {};
  ROLES.forEach(function (role, index) { known[role] = fields[index].value.trim(); });
  said.textContent = Handbook.word(Handbook.self.keep(known) ? "self_kept" : "keep_" + Handbook.store.problem());
}
