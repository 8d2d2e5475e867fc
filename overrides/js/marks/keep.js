/* What is typed, kept on this device alone: texts by their places, and what undoes the last changes. Each change reads
   what is kept before it writes, so that two windows never take anything from each other. */
Handbook.marks.keep = { get: get, places: places, change: change, typed: typed, undo: undo, canUndo: canUndo, forget: forget, wipe: wipe, problem: problem, listen: listen };

/* How many changes can be undone. */
const MOST = 100;
const KEY = "nilai/" + Handbook.data.book;
/** `undo`: for each change what its places held before it.
    @typedef {{ schema: 1, places: PlaceTexts, undo: PlaceTexts[] }} MarksKept */

const shelf = Handbook.shelf("localStorage");
/** @type {{ raw: string | null, value: MarksKept }} What was read last. */
let known = { raw: null, value: blank() };
/** @type {"" | "off" | "full"} */
let failed = shelf ? "" : "off";
/** @type {((isElsewhere: boolean) => void)[]} */
const listeners = [];

/** @returns {MarksKept} */
function blank() {
  return { schema: 1, places: {}, undo: [] };
}

/** What is kept now; without a shelf, or when it is full, what this page remembers. */
function read() {
  const raw = shelf && !failed ? shelf.getItem(KEY) : known.raw;
  if (raw !== known.raw) known = { raw: raw, value: parsed(raw) };
  return known.value;
}

/** What cannot be read is nothing; it is set aside, not lost.
    @param {string | null} raw @returns {MarksKept} */
function parsed(raw) {
  try {
    const value = JSON.parse(raw || "null");
    if (value && value.schema === 1) return value;
  } catch {
    if (shelf && raw) shelf.setItem(KEY + "/rusak", raw);
  }
  return blank();
}

/** @param {MarksKept} value */
function write(value) {
  const raw = JSON.stringify(value);
  known = { raw: raw, value: value };
  if (!shelf) return;
  try {
    shelf.setItem(KEY, raw);
    failed = "";
  } catch {
    failed = "full";
  }
}

/** @param {string} place */
function get(place) {
  return read().places[place] || "";
}

function places() {
  return Object.keys(read().places);
}

/** `joins`: it goes on with the last change, which was of the same place, and is undone with it.
    @param {PlaceTexts} changes @param {boolean} [joins] */
function change(changes, joins) {
  const now = read();
  const different = Object.keys(changes).filter(function (place) { return changes[place] !== (now.places[place] || ""); });
  if (!different.length) return false;
  /** @type {PlaceTexts} */
  const before = {};
  different.forEach(function (place) { before[place] = now.places[place] || ""; });
  const last = now.undo[now.undo.length - 1];
  const isOne = joins && last && Object.keys(last).join() === different.join();
  write({ schema: 1, places: changed(now.places, changes), undo: isOne ? now.undo : now.undo.concat([before]).slice(-MOST) });
  tell(false);
  return true;
}

/** @param {HTMLInputElement} field @param {string} text */
function typed(field, text) {
  const joins = field.dataset.typed !== undefined;
  if (!change({ [field.dataset.place || ""]: text.trim() ? text : "" }, joins) || joins) return;
  field.dataset.typed = "";
  field.addEventListener("blur", function () { delete field.dataset.typed; }, { once: true });
}

/** @param {PlaceTexts} texts @param {PlaceTexts} changes */
function changed(texts, changes) {
  const made = Object.assign({}, texts, changes);
  Object.keys(changes).forEach(function (place) { if (!changes[place]) delete made[place]; });
  return made;
}

/** The places of the last change, which hold again what they held before it. */
function undo() {
  const now = read();
  const undo = now.undo.slice();
  let before = undo.pop();
  while (before && isAsNow(before, now.places)) before = undo.pop();
  if (!before) return [];
  write({ schema: 1, places: changed(now.places, before), undo: undo });
  tell(false);
  return Object.keys(before);
}

/** Somebody may type over a text what it was.
    @param {PlaceTexts} before @param {PlaceTexts} now */
function isAsNow(before, now) {
  return Object.keys(before).every(function (place) { return before[place] === (now[place] || ""); });
}

function canUndo() {
  return read().undo.length > 0;
}

/** Takes places away for good: nothing brings them back.
    @param {(place: string) => boolean} isGone */
function forget(isGone) {
  const kept = Object.assign({}, read().places);
  Object.keys(kept).filter(isGone).forEach(function (place) { delete kept[place]; });
  write({ schema: 1, places: kept, undo: [] });
  tell(false);
}

function wipe() {
  known = { raw: null, value: blank() };
  if (shelf) [KEY, KEY + "/rusak"].forEach(function (key) { shelf.removeItem(key); });
  failed = shelf ? "" : "off";
  tell(false);
}

function problem() {
  return failed;
}

/** @param {(isElsewhere: boolean) => void} act */
function listen(act) {
  listeners.push(act);
}

/** @param {boolean} isElsewhere */
function tell(isElsewhere) {
  listeners.forEach(function (act) { act(isElsewhere); });
}

window.addEventListener("storage", function (event) { if (event.key === KEY || event.key === null) tell(true); });
