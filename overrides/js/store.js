/* What is kept on the device: localStorage, because it writes before a closing tab is gone and works from file://,
   and the journal beside it, which is on the disk at once. Every change is joined with what is there (record.js).
   Keys are book id / id of the form, quiz or "tahap": never an address or an edition. */
Handbook.store = { read: read, blank: blank, change: change, merge: merge, live: live, sure: sure, wipe: wipe, ids: ids, listen: listen, problem: problem };

const PREFIX = Handbook.data.book + "/";
const SPOILT = "!";
/* Holds when everything was wiped; what is older than that is gone wherever it comes from. */
const WIPED = "dihapus/" + Handbook.data.book;
const WIPED_COPY = PREFIX + "~";
/** @type {{ id: string, changed: Act }[]} */
const listeners = [];
/** @type {Record<string, Promise<boolean> | undefined>} */
const writing = {};
let trouble = "";
let stays = false;

/* Why the last reading or writing failed: "", "blocked", "full", "newer", "spoilt". */
function problem() { return trouble; }

function shelf() { return Handbook.shelf("localStorage"); }

/** @param {string} key */
function kept(key) {
  const place = shelf();
  return place && place.getItem(key);
}

/** @param {string} id */
function read(id) {
  trouble = "";
  if (!shelf()) { trouble = "blocked"; return null; }
  moveOld(id);
  const record = parsed(id, kept(PREFIX + id));
  const now = live(record);
  if (record && !now) remove(PREFIX + id);
  return now;
}

/* The record of what was never touched: after a wipe it says when that was. */
function blank() {
  const wiped = Number(kept(WIPED)) || 0;
  return { time: wiped, cleared: wiped, fields: {} };
}

/** A record without what was there before everything was wiped.
    @param {Kept | null} record */
function live(record) {
  const start = blank();
  if (!record || !start.time) return record;
  return record.time > start.time ? Handbook.record.join(record, start) : null;
}

/** What cannot be read is set aside under another key, never overwritten.
    @param {string} id @param {string | null} text */
function parsed(id, text) {
  if (!text) return null;
  let record = null;
  try { record = JSON.parse(text); } catch { return setAside(id, text); }
  return todays(record, id) || (trouble === "newer" ? null : setAside(id, text));
}

/** A record of any age in today's shape.
    @param {any} record @param {string} id */
function todays(record, id) {
  if (record && record.schema > Handbook.schema.version) { trouble = "newer"; return null; }
  const now = Handbook.schema.upgrade(record, id);
  return now && Handbook.schema.rename(now, id, id, Handbook.data.aliases);
}

/** @param {string} id @param {string} text */
function setAside(id, text) {
  put(PREFIX + SPOILT + id, text);
  trouble = trouble || "spoilt";
  return null;
}

/** Forms that had another id: their record moves to the new one unless there is one already.
    @param {string} id */
function moveOld(id) {
  const aliases = Handbook.data.aliases || {};
  Object.keys(aliases).filter(function (old) { return aliases[old] === id && old.indexOf(".") < 0; }).forEach(function (old) {
    const text = kept(PREFIX + old);
    if (!text || kept(PREFIX + id)) return;
    const record = parsed(old, text);
    if (record && write(id, record) && copy(id, record)) remove(PREFIX + old);
  });
}

/** @param {string} key */
function remove(key) {
  const place = shelf();
  if (place) place.removeItem(key);
}

/** Joins a record with the one that is there; gives what is kept now, null when it could not be.
    @param {string} id @param {Kept} record */
function merge(id, record) {
  const there = read(id);
  if (trouble === "blocked" || trouble === "newer") return null;
  const made = Handbook.record.join(there, live(record) || blank());
  if (there && Handbook.record.same(made, there)) return made;
  return write(id, made) ? copy(id, made) : null;
}

/** Makes changes to records by id ({ id: { group: { place: value } } }), to all of them or to none.
   Gives what takes them back where nothing was done since; null when they could not be kept.
    @param {Record<string, Changes>} changes */
function change(changes) {
  const names = Object.keys(changes);
  /** @type {Record<string, Kept | null>} */
  const before = {};
  /** @type {Records} */
  const after = {};
  const done = names.every(function (id) {
    before[id] = read(id);
    if (trouble === "blocked" || trouble === "newer") return false;
    after[id] = Handbook.record.change(before[id] || blank(), changes[id]);
    return write(id, after[id]);
  });
  Object.keys(after).forEach(function (id) { if (done) copy(id, after[id]); else putBack(id, before[id]); });
  return done ? function () { takeBack(changes, before, after); } : null;
}

/** @param {string} id @param {Kept | null} record */
function putBack(id, record) {
  const why = trouble;
  if (record) write(id, record);
  else remove(PREFIX + id);
  trouble = why;
}

/** @param {Record<string, Changes>} changes @param {Record<string, Kept | null>} before @param {Records} after */
function takeBack(changes, before, after) {
  /** @type {Record<string, Changes>} */
  const back = {};
  Object.keys(changes).forEach(function (id) {
    const now = read(id) || blank();
    back[id] = Handbook.record.undo(now, before[id] || {}, after[id].time, changes[id]);
  });
  change(back);
}

/** A record is kept with its schema and the edition that wrote it. True when it is.
    @param {string} id @param {Kept} record */
function write(id, record) {
  return put(PREFIX + id, JSON.stringify(signed(record)));
}

/** @param {Kept} record */
function signed(record) {
  return Object.assign(Handbook.record.lean(record), { schema: Handbook.schema.version, edition: Handbook.data.edition });
}

/** @param {string} id @param {Kept} record */
function copy(id, record) {
  writing[id] = Handbook.journal.put(PREFIX + id, signed(record));
  return record;
}

/** @param {string} key @param {string} text */
function put(key, text) {
  trouble = "";
  const place = shelf();
  if (!place) { trouble = "blocked"; return false; }
  try {
    place.setItem(key, text);
    return true;
  } catch {
    trouble = place.length ? "full" : "blocked";
    return false;
  }
}

/** Calls back with true once all that was written of a record is on the disk, with false when that cannot be had.
    @param {string} id @param {(isSure: boolean) => void} told */
function sure(id, told) {
  const last = writing[id] || Promise.resolve(true);
  last.then(function (isSure) {
    if (writing[id] && writing[id] !== last) return;
    if (isSure) askToStay();
    told(isSure);
  });
}

/* Once: what readers wrote is not to be cleared when the device needs room. */
function askToStay() {
  if (!stays && navigator.storage && navigator.storage.persist) navigator.storage.persist();
  stays = true;
}

/* Every copy of everything: what is there, what was set aside, the journal. */
function wipe() {
  if (!shelf()) return;
  const latest = ids().map(function (id) { return (read(id) || blank()).time; });
  const time = Math.max.apply(null, [Date.now()].concat(latest));
  ids(true).forEach(function (id) { remove(PREFIX + id); });
  put(WIPED, String(time));
  Handbook.journal.wipe(PREFIX, WIPED_COPY, { schema: Handbook.schema.version, time: time });
}

/** The ids of all records of this book; with `all` also what was set aside.
    @param {boolean} [all] */
function ids(all) {
  const place = shelf();
  if (!place) return [];
  return Object.keys(place).filter(function (key) { return key.indexOf(PREFIX) === 0; })
    .map(function (key) { return key.slice(PREFIX.length); })
    .filter(function (id) { return all || id.charAt(0) !== SPOILT; });
}

/** Calls back when a record was changed elsewhere: in another tab, or found in the journal. Without an id: any record.
    @param {string} id @param {Act} changed */
function listen(id, changed) {
  listeners.push({ id: id, changed: changed });
}

/** @param {string} id */
function tell(id) {
  listeners.filter(function (item) { return !id || !item.id || item.id === id; }).forEach(function (item) { item.changed(); });
}

window.addEventListener("storage", function (event) {
  if (event.key === null || event.key === WIPED) tell("");
  else if (event.key.indexOf(PREFIX) === 0) tell(event.key.slice(PREFIX.length));
});

/* What a killed browser did not write comes back from the journal. */
Handbook.journal.all(PREFIX).then(function (found) {
  const wiped = found[WIPED_COPY];
  delete found[WIPED_COPY];
  if (wiped && shelf() && blank().time < wiped.time) {
    put(WIPED, String(wiped.time));
    ids().forEach(read);
    tell("");
  }
  Object.keys(found).forEach(function (key) { replay(key.slice(PREFIX.length), found[key]); });
});

/** @param {string} old @param {Kept} record */
function replay(old, record) {
  const id = Handbook.schema.place(old, Handbook.data.aliases);
  const there = read(id);
  const found = live(todays(record, old));
  if (!found || trouble === "blocked" || trouble === "newer") return;
  const made = Handbook.record.join(there, found);
  if (there && Handbook.record.same(made, there)) return;
  if (write(id, made)) tell(id);
}
