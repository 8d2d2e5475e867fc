/* What is saved on this device for reading without a connection: one cache for each module, one for what they share.
   A cache counts only when its list stands in it, which is put there last. */
/** @type {Shared["offline"]} */
const offline = Handbook.offline = /** @type {Shared["offline"]} */ ({});
const SHARED = "bersama";

offline.base = new URL(JSON.parse(Handbook.get(document, "#__config").textContent).base.replace(/\/?$/, "/"), location.href).href;

offline.possible = function () {
  return "serviceWorker" in navigator && "caches" in window && location.protocol.startsWith("http");
};

/* The list of a module as it is now on the host. */
offline.now = function (name) {
  return fetch(list(name), { cache: "no-cache" }).then(function (response) {
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  });
};

/* The list of a module as it was saved, or undefined. */
offline.saved = function (name) { return latest(name); };

offline.all = async function () {
  const names = (await ours("")).map(function (key) { return key.split("|")[1]; });
  return Array.from(new Set(names)).filter(function (name) { return name !== SHARED; });
};

/* What is to be saved of some modules: the names of those that are not here as they are now on the host, what would
   travel for them and what room they take on the device, in bytes. */
offline.plan = async function (names) {
  const plan = { names: [], bytes: 0, space: 0 };
  const shared = await offline.now(SHARED);
  for (const name of names) {
    const now = await offline.now(name), here = await latest(name);
    if (!here || here.version !== now.version) add(plan, now).names.push(name);
  }
  if (plan.names.length && !(await listIn(cacheName(SHARED, shared.version), SHARED))) add(plan, shared);
  return plan;
};

/** @param {{ bytes: number, space: number, names: string[] }} plan @param {Parcel} parcel */
function add(plan, parcel) {
  plan.bytes += parcel.bytes;
  plan.space += parcel.space || parcel.bytes;
  return plan;
}

/* Saves a module and what it needs; says after each file what share is done. A signal stops it. */
offline.save = async function (name, say, signal) {
  const wanted = await missing(name);
  const total = wanted.reduce(function (sum, parcel) { return sum + parcel.files.length; }, 0);
  let done = 0;
  for (const parcel of wanted) {
    await store(parcel, function () { say((done += 1) / total); }, signal);
  }
  await tidy();
  await navigator.serviceWorker.register(offline.base + "sw.js", { scope: offline.base });
};

offline.remove = async function (name) {
  await Promise.all((await ours(name)).map(function (key) { return caches.delete(key); }));
  await tidy();
};

/* The size of what would travel. */
offline.size = async function (name) {
  return (await missing(name)).reduce(function (sum, parcel) { return sum + parcel.bytes; }, 0);
};

/** What a module needs and is not here yet, the module itself last; it notes which shared files it goes with.
    @param {string} name */
async function missing(name) {
  const shared = await offline.now(SHARED), parcel = await offline.now(name);
  const has = await listIn(cacheName(SHARED, shared.version), SHARED);
  return (has ? [] : [shared]).concat(Object.assign({ shared: shared.version }, parcel));
}

/** @param {string} key @param {string} name */
async function listIn(key, name) {
  const found = await caches.match(list(name), { cacheName: key });
  return found && found.json();
}

/* Keeps the last saved cache of each module, and the shared files that one of them goes with. */
async function tidy() {
  const kept = new Set();
  for (const name of await offline.all()) {
    const saved = await latest(name);
    if (saved) kept.add(cacheName(name, saved.version)).add(cacheName(SHARED, saved.shared));
  }
  for (const key of await ours("")) if (!kept.has(key)) await caches.delete(key);
}

/** @param {string} name */
async function latest(name) {
  const lists = await Promise.all((await ours(name)).map(function (key) { return listIn(key, name); }));
  return lists.filter(Boolean).sort(function (one, other) { return other.when - one.when; })[0];
}

/** no-store also tells the worker to stand aside.
    @param {Parcel} parcel @param {Act} step @param {AbortSignal | undefined} signal */
async function store(parcel, step, signal) {
  const key = cacheName(parcel.name, parcel.version), cache = await caches.open(key);
  try {
    for (const file of parcel.files) {
      const response = await fetch(offline.base + file, { cache: "no-store", signal: signal });
      if (!response.ok) throw new Error(file + ": " + response.status);
      await cache.put(offline.base + file, response);
      step();
    }
    const note = Object.assign({ when: Date.now() }, parcel);
    await cache.put(list(parcel.name), new Response(JSON.stringify(note)));
  } catch (problem) {
    await caches.delete(key);
    throw problem;
  }
}

/** @param {string} name */
async function ours(name) {
  const start = cacheName(name, "");
  return (await caches.keys()).filter(function (key) { return key.startsWith(name ? start : Handbook.data.book + "|"); });
}

/** @param {string} name @param {string} version */
function cacheName(name, version) {
  return Handbook.data.book + "|" + name + "|" + version;
}

/** @param {string} name */
function list(name) {
  return offline.base + "luring/" + name + ".json";
}
