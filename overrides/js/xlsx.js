/* A workbook of sheets as .xlsx: text cells, merged heads, column widths, wrapped lines, a fixed head.
   A sheet: { name, widths: [characters], head: rows at the top that stay, merges: ["A1:B1"], rows: [[cell]] };
   a cell: text, a number, or { text, bold: true }. Own code: the libraries for it weigh more than all our scripts together. */
Handbook.xlsx = { make: make, column: column };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
/** @type {Texts} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** @param {Sheet[]} sheets */
function make(sheets) {
  /** @type {Texts} */
  const files = {
    "[Content_Types].xml": types(sheets),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": book(sheets),
    "xl/_rels/workbook.xml.rels": relations(sheets.map(function (_, index) { return ["worksheet", "worksheets/sheet" + (index + 1) + ".xml"]; }).concat([["styles", "styles.xml"]])),
    "xl/styles.xml": styles(),
  };
  sheets.forEach(function (sheet, index) { files["xl/worksheets/sheet" + (index + 1) + ".xml"] = page(sheet); });
  return Handbook.zip(files);
}

/** 0 is A, 26 is AA.
    @param {number} index @returns {string} */
function column(index) {
  return (index >= 26 ? column(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** XML has no control characters but tabs and ends of lines.
    @param {string} text */
function safe(text) {
  return String(text).replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replace(/[&<>"]/g, function (sign) { return SIGNS[sign]; });
}

/** @param {Sheet[]} sheets */
function types(sheets) {
  const part = function (/** @type {string} */ name, /** @type {string} */ type) { return '<Override PartName="/xl/' + name + '" ContentType="' + TYPE + type + '+xml"/>'; };
  return XML + '<Types xmlns="' + PACKAGE + 'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' + part("workbook.xml", "sheet.main") + part("styles.xml", "styles") +
    sheets.map(function (_, index) { return part("worksheets/sheet" + (index + 1) + ".xml", "worksheet"); }).join("") + "</Types>";
}

/** @param {string[][]} list */
function relations(list) {
  const lines = list.map(function (item, index) {
    return '<Relationship Id="rId' + (index + 1) + '" Type="' + RELATIONS + "/" + item[0] + '" Target="' + item[1] + '"/>';
  });
  return XML + '<Relationships xmlns="' + PACKAGE + 'relationships">' + lines.join("") + "</Relationships>";
}

/** Names of sheets: 31 characters at most, some signs not at all, no two alike.
    @param {Sheet[]} sheets */
function book(sheets) {
  /** @type {string[]} */
  const taken = [];
  const lines = sheets.map(function (sheet, index) {
    let name = sheet.name.replace(/[[\]:*?/\\]/g, " ").slice(0, 28).trim() || String(index + 1);
    if (taken.indexOf(name.toLowerCase()) >= 0) name += " " + (index + 1);
    taken.push(name.toLowerCase());
    return '<sheet name="' + safe(name) + '" sheetId="' + (index + 1) + '" r:id="rId' + (index + 1) + '"/>';
  });
  return XML + '<workbook xmlns="' + MAIN + '" xmlns:r="' + RELATIONS + '"><sheets>' + lines.join("") + "</sheets></workbook>";
}

/* Styles: 0 as it is, 1 wrapped text in a frame, 2 the same in bold on grey, 3 a number in a frame. */
function styles() {
  const side = ["left", "right", "top", "bottom"].map(function (name) { return "<" + name + ' style="thin"/>'; }).join("");
  const align = '<alignment vertical="top" wrapText="1"/>';
  return XML + '<styleSheet xmlns="' + MAIN + '"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEC"/></patternFill></fill></fills>' +
    '<borders count="2"><border/><border>' + side + "</border></borders>" + '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>' +
    '<xf borderId="1" numFmtId="49" applyBorder="1" applyNumberFormat="1" applyAlignment="1">' + align + "</xf>" +
    '<xf fontId="1" fillId="2" borderId="1" numFmtId="49" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1">' + align + '</xf><xf borderId="1" applyBorder="1" applyAlignment="1">' + align + '</xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

/** @param {Sheet} sheet */
function page(sheet) {
  const widths = sheet.widths.map(function (width, index) { return '<col min="' + (index + 1) + '" max="' + (index + 1) + '" width="' + width + '" customWidth="1"/>'; });
  const fixed = sheet.head ? '<pane ySplit="' + sheet.head + '" topLeftCell="A' + (sheet.head + 1) + '" activePane="bottomLeft" state="frozen"/>' : "";
  const rows = sheet.rows.map(function (cells, index) { return row(cells, index + 1); });
  const merges = sheet.merges.length ? '<mergeCells count="' + sheet.merges.length + '">' + sheet.merges.map(function (area) { return '<mergeCell ref="' + area + '"/>'; }).join("") + "</mergeCells>" : "";
  return XML + '<worksheet xmlns="' + MAIN + '"><sheetViews><sheetView workbookViewId="0">' + fixed + "</sheetView></sheetViews><cols>" + widths.join("") + "</cols><sheetData>" +
    rows.join("") + "</sheetData>" + merges + '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}

/** @param {Cell[]} cells @param {number} number */
function row(cells, number) {
  const made = cells.map(function (cell, index) {
    if (cell === null) return "";
    if (typeof cell === "number") return '<c r="' + column(index) + number + '" s="3"><v>' + cell + "</v></c>";
    const given = typeof cell === "object" ? cell : { text: cell };
    const style = given.plain ? 0 : given.bold ? 2 : 1;
    return '<c r="' + column(index) + number + '" s="' + style + '" t="inlineStr"><is><t xml:space="preserve">' + safe(given.text) + "</t></is></c>";
  });
  return '<row r="' + number + '">' + made.join("") + "</row>";
}
