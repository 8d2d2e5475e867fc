/* Talks with the theme's search box as its own worker would: 0 set up, 1 ready, 2 query, 3 result.
   Runs in a worker; from file:// in the page itself. */
/** @type {Search} */
const search = self.HandbookSearch;

search.open = function (data) {
  const store = search.makeStore(data);
  return function (text) {
    const query = search.parse(text, store);
    return search.result(query, search.rank(query, store), store);
  };
};

search.answer = function (message, data) {
  const start = { items: [], said: search.start(data) };
  if (message.type === 0) return { type: 1, data: start };
  if (!search.find) search.find = search.open(data);
  return { type: 3, data: message.data.trim() ? search.find(message.data) : start };
};

if (typeof importScripts === "function") {
  importScripts(new URL("index.js", self.location.href).href);
  self.onmessage = function (event) { self.postMessage(search.answer(event.data, self.HandbookIndex)); };
}
