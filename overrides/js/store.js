/* What is kept on the device: localStorage, because it writes before a closing tab is gone and works from file://.
   Keys are book id / id of the form, quiz or "tahap": never an address or an edition. */
Handbook.store = { read: read, write: write, remove: remove, ids: ids, listen: listen, problem: problem };

const PREFIX = Handbook.data.book + "/";
const SPOILT = "!";
let trouble = "";

/* Why the last reading or writing failed: "", "blocked", "full", "newer". */
function problem() {
  return trouble;
}

function shelf() {
  try {
    return window.localStorage;
  } catch (refused) {
    return null;
  }
}

function read(id) {
  trouble = "";
  const place = shelf();
  if (!place) { trouble = "blocked"; return null; }
  moveOld(id);
  return parsed(id, place.getItem(PREFIX + id));
}

/* What cannot be read is set aside under another key, never overwritten. */
function parsed(id, text) {
  if (!text) return null;
  let record = null;
  try { record = JSON.parse(text); } catch (broken) { return setAside(id, text); }
  if (record && record.schema > Handbook.schema.version) { trouble = "newer"; return null; }
  const now = Handbook.schema.upgrade(record, id);
  return now ? Handbook.schema.rename(now, id, id, Handbook.data.aliases) : setAside(id, text);
}

function setAside(id, text) {
  put(PREFIX + SPOILT + id, text);
  trouble = trouble || "spoilt";
  return null;
}

/* Forms that had another id: their record moves to the new one unless there is one already. */
function moveOld(id) {
  const aliases = Handbook.data.aliases || {};
  Object.keys(aliases).filter(function (old) { return aliases[old] === id && old.indexOf(".") < 0; }).forEach(function (old) {
    const text = shelf().getItem(PREFIX + old);
    if (!text || shelf().getItem(PREFIX + id)) return;
    const record = parsed(old, text);
    if (record && write(id, record)) shelf().removeItem(PREFIX + old);
  });
}

/* True when it is kept. */
function write(id, record) {
  const kept = Object.assign({}, record, { schema: Handbook.schema.version, edition: Handbook.data.edition });
  return put(PREFIX + id, JSON.stringify(kept));
}

function put(key, text) {
  trouble = "";
  const place = shelf();
  if (!place) { trouble = "blocked"; return false; }
  try {
    place.setItem(key, text);
    return true;
  } catch (refused) {
    trouble = place.length ? "full" : "blocked";
    return false;
  }
}

function remove(id) {
  const place = shelf();
  if (place) place.removeItem(PREFIX + id);
}

/* The ids of all records of this book; with `all` also what was set aside. */
function ids(all) {
  const place = shelf();
  if (!place) return [];
  return Object.keys(place).filter(function (key) { return key.indexOf(PREFIX) === 0; })
    .map(function (key) { return key.slice(PREFIX.length); })
    .filter(function (id) { return all || id.charAt(0) !== SPOILT; });
}

/* Calls back when another tab has changed a record. */
function listen(id, changed) {
  window.addEventListener("storage", function (event) {
    if (event.key === PREFIX + id) changed(read(id));
  });
}
