/* A second copy on the device. A browser writes localStorage to the disk seconds later, and a killed one never;
   IndexedDB says when what it got is on the disk. */
Handbook.journal = { put: put, all: all, wipe: wipe };

const SHELF = "records";
/* Some browsers never answer; then the reader is told that the copy is not there. */
const PATIENCE = 5000;
const queue = {};
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

/* What `act` gives, once everything it did is on the disk; `instead` when that cannot be had. */
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

/* Joins a record with the copy that is there; true once it is on the disk. What comes while one is being written
   waits for its turn, and only the last of it is written. */
function put(key, record) {
  const line = queue[key] = queue[key] || { last: Promise.resolve(), next: null };
  line.record = record;
  if (!line.next) {
    line.next = line.last.then(function () {
      line.last = line.next;
      line.next = null;
      return within("readwrite", function (shelf) { add(shelf, key, line.record); return true; }, false);
    });
  }
  return line.next;
}

function add(shelf, key, record) {
  shelf.get(key).onsuccess = function (event) {
    const there = event.target.result;
    if (!there || there.schema <= record.schema) shelf.put(Handbook.record.join(there, record), key);
  };
}

/* { key: record } of all keys that begin with a prefix. */
function all(prefix) {
  const found = {};
  return within("readonly", function (shelf) {
    shelf.openCursor(range(prefix)).onsuccess = function (event) {
      const cursor = event.target.result;
      if (!cursor) return;
      found[cursor.key] = cursor.value;
      cursor.continue();
    };
    return found;
  }, found);
}

function range(prefix) {
  return window.IDBKeyRange.bound(prefix, prefix + "\uffff");
}

/* Removes them all; under `key` stays when that was. */
function wipe(prefix, key, record) {
  return within("readwrite", function (shelf) {
    shelf.delete(range(prefix));
    shelf.put(record, key);
    return true;
  }, false);
}
