/* A second copy on the device. A browser writes localStorage to the disk seconds later, and a killed one never;
   IndexedDB says when what it got is on the disk. */
Handbook.journal = { put: put, all: all, wipe: wipe };

const SHELF = "records";
/* Some browsers never answer; then the reader is told that the copy is not there. */
const PATIENCE = 5000;
/** Of each key what is being written and what waits for its turn.
    @type {Record<string, { last: Promise<unknown>, next: Promise<boolean> | null, record: Kept }>} */
const queue = {};
/** @type {Promise<IDBDatabase> | null} */
let opened = null;

function open() {
  opened = opened || new Promise(function (given, refused) {
    const asked = window.indexedDB.open("buku-kerja", 1);
    asked.onupgradeneeded = function () { asked.result.createObjectStore(SHELF); };
    asked.onsuccess = function () {
      asked.result.onclose = asked.result.onversionchange = function () { asked.result.close(); opened = null; };
      given(asked.result);
    };
    asked.onerror = asked.onblocked = refused;
  });
  return opened;
}

/** What `act` gives, once everything it did is on the disk; `instead` when that cannot be had.
    @template T
    @param {IDBTransactionMode} mode @param {(shelf: IDBObjectStore) => T} act @param {T} instead */
function within(mode, act, instead) {
  const done = open().then(function (base) {
    return new Promise(function (given, refused) {
      const work = base.transaction(SHELF, mode, { durability: "strict" });
      const result = act(work.objectStore(SHELF));
      work.oncomplete = function () { given(result); };
      work.onerror = work.onabort = refused;
    });
  }).catch(function () { opened = null; return instead; });
  return Promise.race([done, new Promise(function (given) { setTimeout(given, PATIENCE, instead); })]);
}

/** Joins a record with the copy that is there; true once it is on the disk. What comes while one is being written
   waits for its turn, and only the last of it is written.
    @param {string} key @param {Kept} record */
function put(key, record) {
  const line = queue[key] = queue[key] || { last: Promise.resolve(), next: null, record: record };
  line.record = record;
  if (!line.next) {
    const next = line.next = line.last.then(function () {
      line.last = next;
      line.next = null;
      return within("readwrite", function (shelf) { add(shelf, key, line.record); return true; }, false);
    });
  }
  return line.next;
}

/** @param {IDBObjectStore} shelf @param {string} key @param {Kept} record */
function add(shelf, key, record) {
  const asked = shelf.get(key);
  asked.onsuccess = function () {
    const there = asked.result;
    if (!there || there.schema <= Number(record.schema)) shelf.put(Handbook.record.join(there, record), key);
  };
}

/** { key: record } of all keys that begin with a prefix.
    @param {string} prefix */
function all(prefix) {
  /** @type {Records} */
  const found = {};
  return within("readonly", function (shelf) {
    const asked = shelf.openCursor(range(prefix));
    asked.onsuccess = function () {
      const cursor = asked.result;
      if (!cursor) return;
      found[String(cursor.key)] = cursor.value;
      cursor.continue();
    };
    return found;
  }, found);
}

/** @param {string} prefix */
function range(prefix) {
  return window.IDBKeyRange.bound(prefix, prefix + "\uffff");
}

/** Removes them all; under `key` stays when that was.
    @param {string} prefix @param {string} key @param {Kept} record */
function wipe(prefix, key, record) {
  return within("readwrite", function (shelf) {
    shelf.delete(range(prefix));
    shelf.put(record, key);
    return true;
  }, false);
}
