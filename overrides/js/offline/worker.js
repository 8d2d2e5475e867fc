/* The service worker: saved modules come from the device and stay as they were saved; everything else comes from
   the host, and from the device when the host does not answer. It is there only when a reader has saved a module. */
const worker = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));
const data = worker.HandbookData;
/** @typedef {{ response: Response, isModule: boolean }} Saved */
const PATIENCE = 4000;
const LASTING = /[?&]v=|\.[0-9a-f]{8}\.min\.|\.woff2$/;

worker.addEventListener("install", function () { worker.skipWaiting(); });
worker.addEventListener("activate", function (event) { event.waitUntil(worker.clients.claim()); });

worker.addEventListener("fetch", function (event) {
  const request = event.request, url = new URL(request.url);
  const isList = url.href.startsWith(worker.registration.scope + data.folder + "/");
  const isPlain = request.method === "GET" && url.origin === location.origin && request.cache !== "no-store";
  if (!isPlain || isList) return;
  event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const found = await saved(request);
  if (found && (found.isModule || LASTING.test(request.url))) return found.response;
  /** @type {Promise<Response> | undefined} */
  const soon = found && new Promise(function (done) { setTimeout(done, PATIENCE, found.response); });
  const asked = fetch(request).catch(function (problem) { return instead(request, found, problem); });
  return soon ? Promise.race([asked, soon]) : asked;
}

/** Pages are found whatever stands behind the question mark.
    @param {Request} request */
async function saved(request) {
  const keys = (await caches.keys()).filter(function (key) { return key.startsWith(data.book + "|"); });
  for (const key of keys) {
    const response = await (await caches.open(key)).match(request, { ignoreSearch: request.mode === "navigate", ignoreVary: true });
    if (response) return { response: response, isModule: key.includes("|modul-") };
  }
}

/** @param {Request} request @param {Saved | undefined} found @param {unknown} problem */
function instead(request, found, problem) {
  if (found) return found.response;
  if (request.mode === "navigate") return Response.redirect(worker.registration.scope + data.page);
  throw problem;
}
