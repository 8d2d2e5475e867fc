/* The course's workbook (pelatihan.xlsx) as a facilitator filled it in: names, points of whole tests, action plans.
   Browsers from before 2022 or 2023 cannot unpack it; there one copies the cells. */
Handbook.marks.workbook = { read: read, take: take };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/* Below the heads stands what belongs to a column; then come the people. */
const FIRST = 2;

/** The cells of each sheet by its name. Rejects with an Error whose message is the key of the words to show.
    @param {ArrayBuffer} buffer @returns {Promise<Record<string, string[][]>>} */
async function read(buffer) {
  const files = packed(new DataView(buffer));
  const text = function (/** @type {string} */ name) { return files[name] ? unpacked(files[name]) : Promise.resolve(""); };
  const parse = function (/** @type {string} */ xml) { return new DOMParser().parseFromString(xml || "<x/>", "application/xml"); };
  const book = parse(await text("xl/workbook.xml"));
  const links = parse(await text("xl/_rels/workbook.xml.rels"));
  const shared = all(parse(await text("xl/sharedStrings.xml")), "si").map(words);
  /** @type {Record<string, string[][]>} */
  const sheets = {};
  for (const sheet of all(book, "sheet")) {
    const id = sheet.getAttributeNS(LINK, "id");
    const link = Array.from(links.getElementsByTagName("Relationship")).find(function (one) { return one.getAttribute("Id") === id; });
    const path = ((link && link.getAttribute("Target")) || "").replace(/^\/?(xl\/)?/, "xl/");
    sheets[sheet.getAttribute("name") || ""] = rows(parse(await text(path)), shared);
  }
  return sheets;
}

/** @param {Document | Element} place @param {string} name */
function all(place, name) {
  return Array.from(place.getElementsByTagNameNS(MAIN, name));
}

/** @param {Element} place */
function words(place) {
  return all(place, "t").map(function (one) { return one.textContent; }).join("");
}

/** The compressed files of a ZIP by their names, from its directory at the end.
    @param {DataView} data */
function packed(data) {
  let end = data.byteLength - 22;
  while (end >= 0 && data.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error("marks_no_workbook");
  /** @type {Record<string, { method: number, bytes: Uint8Array<ArrayBuffer> }>} */
  const files = {};
  let at = data.getUint32(end + 16, true);
  for (let count = data.getUint16(end + 10, true); count > 0; count -= 1) {
    const length = data.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes(data, at + 46, length));
    const head = data.getUint32(at + 42, true);
    const begin = head + 30 + data.getUint16(head + 26, true) + data.getUint16(head + 28, true);
    files[name] = { method: data.getUint16(at + 10, true), bytes: bytes(data, begin, data.getUint32(at + 20, true)) };
    at += 46 + length + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return files;
}

/** @param {DataView} data @param {number} begin @param {number} length */
function bytes(data, begin, length) {
  return new Uint8Array(/** @type {ArrayBuffer} */ (data.buffer), begin, length);
}

/** @param {{ method: number, bytes: Uint8Array<ArrayBuffer> }} file @returns {Promise<string>} */
function unpacked(file) {
  if (!file.method) return Promise.resolve(new TextDecoder().decode(file.bytes));
  const Stream = Reflect.get(window, "DecompressionStream");
  try {
    return new Response(new Blob([file.bytes]).stream().pipeThrough(new Stream("deflate-raw"))).text();
  } catch {
    return Promise.reject(new Error("marks_old_browser"));
  }
}

/** @param {Document} sheet @param {string[]} shared */
function rows(sheet, shared) {
  /** @type {string[][]} */
  const found = [];
  all(sheet, "c").forEach(function (cell) {
    const place = /^([A-Z]+)(\d+)$/.exec(cell.getAttribute("r") || "");
    if (!place) return;
    const column = place[1].split("").reduce(function (sum, letter) { return sum * 26 + letter.charCodeAt(0) - 64; }, 0) - 1;
    const row = found[Number(place[2]) - 1] || (found[Number(place[2]) - 1] = []);
    row[column] = value(cell, shared);
  });
  return Array.from(found, function (row) { return Array.from(row || [], function (cell) { return cell || ""; }); });
}

/** @param {Element} cell @param {string[]} shared */
function value(cell, shared) {
  if (cell.getAttribute("t") === "inlineStr") return words(cell).trim();
  const held = all(cell, "v").map(function (one) { return one.textContent || ""; }).join("");
  return (cell.getAttribute("t") === "s" ? shared[Number(held)] || "" : held).trim();
}

/** What the sheets hold goes into the changes: people by the first sheet, the others by the same rows.
    @param {Record<string, string[][]>} sheets @param {PlaceTexts} changes */
function take(sheets, changes) {
  const known = Handbook.marks.data.workbook;
  const people = sheets[known.people];
  if (!people) throw new Error("marks_no_workbook");
  const at = Handbook.marks.bring.heads(people[0] || []);
  const ids = people.map(function (row, index) {
    const name = index < FIRST || at.nama === undefined ? "" : row[at.nama];
    return name ? Handbook.marks.people.named(name, row[at.kecamatan] || "", changes) : "";
  });
  points(sheets[known.marks] || [], ids, changes);
  Handbook.marks.bring.planned(sheets[known.plans] || [], function (index) { return ids[index] || ""; }, changes);
}

/** Points of whole tests, below heads such as `A: Modul 3`.
    @param {string[][]} table @param {string[]} ids @param {PlaceTexts} changes */
function points(table, ids, changes) {
  const known = Handbook.marks.data.workbook.tests;
  (table[0] || []).forEach(function (head, column) {
    if (known[head]) ids.forEach(function (id, index) {
      const figure = id ? (table[index] || [])[column] : "";
      if (figure && Number(figure) >= 0) changes[[known[head], id, "jumlah"].join("/")] = String(Number(figure));
    });
  });
}
