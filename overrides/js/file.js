/* Files that readers keep: { format, schema, book, edition, made, records }. Written, shared, read back. */
Handbook.file = { pack: pack, open: open, download: download, share: share, choose: choose, name: name };

const FORMAT = "buku-kerja";

/** @param {Records} records */
function pack(records) {
  const data = Handbook.data;
  /** @type {Records} */
  const bare = {};
  Object.keys(records).forEach(function (id) { bare[id] = Object.assign(Handbook.record.lean(records[id], true), { schema: Handbook.schema.version, edition: data.edition }); });
  const file = { format: FORMAT, schema: Handbook.schema.version, book: data.book, edition: data.edition, made: new Date().toISOString(), records: bare };
  return JSON.stringify(file, null, 1);
}

/** The records of a file by id, in today's shape. Throws an Error whose message is the key of the words to show.
    @param {string} text */
function open(text) {
  let file = null;
  try { file = JSON.parse(text.replace(/^\uFEFF/, "")); } catch { throw new Error("file_broken"); }
  if (!file || file.format !== FORMAT || typeof file.schema !== "number") throw new Error("file_foreign");
  if (file.book !== Handbook.data.book) throw new Error("file_other_book");
  if (file.schema > Handbook.schema.version) throw new Error("file_newer");
  const records = todays(file.records || {});
  if (!Object.keys(records).length) throw new Error("file_empty");
  return records;
}

/** @param {Record<string, unknown>} given */
function todays(given) {
  const aliases = Handbook.data.aliases;
  /** @type {Records} */
  const records = {};
  Object.keys(given).filter(function (id) { return /^[a-z0-9-]{1,40}$/.test(id); }).forEach(function (old) {
    const record = Handbook.schema.upgrade(given[old], old);
    const id = Handbook.schema.place(old, aliases);
    if (record) records[id] = Handbook.schema.rename(record, id, id, aliases);
  });
  return records;
}

/** @param {string} what @param {string} ending */
function name(what, ending) {
  const day = new Date();
  const two = function (/** @type {number} */ number) { return String(number).padStart(2, "0"); };
  return [what, Handbook.data.book, day.getFullYear() + two(day.getMonth() + 1) + two(day.getDate())].join("-") + "." + ending;
}

/** @param {BlobPart} content @param {string} called @param {string} type */
function download(content, called, type) {
  const address = URL.createObjectURL(new Blob([content], { type: type }));
  const link = Handbook.make("a", { href: address, download: called, hidden: "" });
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
}

/** The phone's own sheet, with the file as text because sheets refuse JSON; a download where there is none.
    @param {BlobPart} content @param {string} what */
function share(content, what) {
  const file = new File([content], name(what, "txt"), { type: "text/plain" });
  const sheet = { files: [file], title: what };
  if (!navigator.canShare || !navigator.canShare(sheet)) return download(content, name(what, "json"), "application/json");
  return navigator.share(sheet).catch(function (refused) {
    if (refused.name !== "AbortError") download(content, name(what, "json"), "application/json");
  });
}

/** A button that asks for a file and gives its text.
    @param {string} key @param {(text: string) => void} opened */
function choose(key, opened) {
  const field = Handbook.make("input", { type: "file", accept: ".json,.txt,application/json,text/plain", class: "sr-only", tabindex: "-1", "aria-label": Handbook.word(key) });
  const button = Handbook.button(key, function () { field.click(); }, true);
  field.addEventListener("change", function () {
    const chosen = field.files && field.files[0];
    field.value = "";
    if (chosen) chosen.text().then(opened);
  });
  const pair = Handbook.make("span", { class: "file-button" });
  pair.append(button, field);
  return pair;
}
