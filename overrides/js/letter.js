/* What a form holds as a text that can be read without this site: title, edition, then each answer under its question.
   It goes to the phone's own share sheet; where there is none it is shown, to copy or to download. */
Handbook.letter = { text: text, name: name, label: label, send: send };

/* A long text goes as a file: messengers cut them. */
const LONG = 1500;

/** @param {Form} form @param {Keeper} keeper @param {HTMLElement} shown */
function send(form, keeper, shown) {
  const words = text(form);
  if (!words) return keeper.note(Handbook.word("send_nothing"));
  const sheet = asSheet(form, words);
  if (!navigator.share) return show(form, words, shown);
  return navigator.share(sheet).catch(function (refused) { if (refused.name !== "AbortError") show(form, words, shown); });
}

/** @param {Form} form */
function titleOf(form) {
  return form.getAttribute("aria-label") || "";
}

/** @param {Form} form @param {string} words @returns {ShareData} */
function asSheet(form, words) {
  const title = titleOf(form);
  const sheet = { title: title, files: [new File([words], name(form), { type: "text/plain" })] };
  return words.length > LONG && navigator.canShare && navigator.canShare(sheet) ? sheet : { title: title, text: words };
}

/** Empty when nothing is filled in.
    @param {Form} form */
function text(form) {
  /** @type {string[]} */
  const lines = [];
  let above = "";
  Handbook.fields.all(form).forEach(function (field) {
    const answer = Handbook.fields.text(field);
    if (!answer || isOfOthers(form, field)) return;
    const where = group(field);
    if (where !== above && where) lines.push("", where);
    above = where;
    lines.push(field.type === "checkbox" ? "\u2713 " + label(field) : label(field) + ": " + answer);
  });
  return lines.length ? [titleOf(form), plain(Handbook.get(form, ".sheet-book")), ""].concat(lines).join("\n") : "";
}

/** An anonymous form says nothing of who filled it in.
    @param {Form} form @param {Field} field */
function isOfOthers(form, field) {
  return form.dataset.anonymous !== undefined && field.dataset.role !== undefined;
}

/** The part that a field stands in, and its row.
    @param {Field} field */
function group(field) {
  const row = field.closest("tr");
  const block = field.closest("fieldset, section, table");
  const title = block && block.querySelector("legend, h3, caption");
  return [title ? plain(title) : "", row ? rowName(row) : ""].filter(Boolean).join("\n");
}

/** @param {HTMLTableRowElement} row */
function rowName(row) {
  const head = row.querySelector("th");
  if (row.dataset.row || !head) return Handbook.word("row_strip", { row: row.sectionRowIndex + 1 });
  return Array.from(head.querySelectorAll(".row-number, .row-title"), plain).join(" ") || plain(head);
}

/** @param {Field} field */
function label(field) {
  const whole = field.labels[0];
  const parts = Array.from(whole.querySelectorAll(".cell-group, .cell-column"), plain);
  return parts.join(" ") || plain(whole).replace(/:$/, "");
}

/** @param {HTMLElement} element */
function plain(element) {
  return element.textContent.replace(/\s+/g, " ").trim();
}

/** ik-2-1-sri-wahyuni-20261204.txt; of an anonymous form without a name.
    @param {Form} form */
function name(form) {
  /** @type {Field | null} */
  const own = form.dataset.anonymous === undefined ? form.querySelector("[data-role=nama]") : null;
  const who = own ? own.value.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40) : "";
  const day = new Date();
  const two = function (/** @type {number} */ number) { return String(number).padStart(2, "0"); };
  return [form.dataset.instrument, who, day.getFullYear() + two(day.getMonth() + 1) + two(day.getDate())].filter(Boolean).join("-") + ".txt";
}

/** @param {Form} form @param {string} words @param {HTMLElement} shown */
function show(form, words, shown) {
  const box = Handbook.make("section", { class: "preview", tabindex: "-1", "aria-label": Handbook.word("send") });
  const said = Handbook.make("p", { role: "status" });
  const line = Handbook.make("p", { class: "preview-actions" });
  const place = Handbook.make("pre", { class: "letter", tabindex: "0" }, words);
  line.append(
    Handbook.button("copy", function () { copy(words, place, said); }),
    Handbook.button("send_file", function () { Handbook.file.download("\uFEFF" + words, name(form), "text/plain"); }, true),
    Handbook.button("close", function () { box.remove(); }, true));
  box.append(Handbook.make("h2", {}, Handbook.word("send")), Handbook.make("p", {}, Handbook.word("send_text")), place, line, said);
  shown.replaceChildren(box);
  box.focus();
}

/** Where the clipboard is not to be had, the text is selected.
    @param {string} words @param {HTMLElement} place @param {HTMLElement} said */
function copy(words, place, said) {
  const selected = function () {
    const selection = window.getSelection();
    if (selection) selection.selectAllChildren(place);
    said.textContent = Handbook.word("copy_yourself");
  };
  if (!navigator.clipboard) return selected();
  return navigator.clipboard.writeText(words).then(function () { said.textContent = Handbook.word("copied"); }, selected);
}
