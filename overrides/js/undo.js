/* What was cleared, while that can be undone: in the memory of this tab, which a reload leaves alone. It ends after
   ten minutes, with the tab, when the reader turns to another page of the book, when a file is loaded after it, or
   when everything is wiped. */
Handbook.undo = { keep: keep, take: take, end: end, isWiped: isWiped };

const PREFIX = Handbook.data.book + "/urung/";
const MINUTES = 10;

function shelf() { return Handbook.shelf("sessionStorage"); }

/** Gives it back with the moment of its end.
    @param {string} id @param {Cleared} cleared */
function keep(id, cleared) {
  const kept = Object.assign({ until: Date.now() + MINUTES * 60000 }, cleared);
  const place = shelf();
  try { if (place) place.setItem(PREFIX + id, JSON.stringify(kept)); } catch { /* Then it lives until the next reload. */ }
  return kept;
}

/** @param {string} id */
function take(id) {
  const place = shelf();
  const kept = JSON.parse((place && place.getItem(PREFIX + id)) || "null");
  if (kept && kept.until > Date.now() && !isWiped(kept)) return kept;
  end(id);
  return null;
}

/** What was wiped from the workbook since stays gone.
    @param {Cleared} cleared */
function isWiped(cleared) {
  return Handbook.store.blank().time >= cleared.time;
}

/** @param {string} id */
function end(id) {
  const place = shelf();
  if (place) place.removeItem(PREFIX + id);
}

Handbook.ready(function () {
  /** @type {Form | null} */
  const form = document.querySelector("form.instrument");
  const here = form ? form.dataset.instrument : "";
  Object.keys(shelf() || {}).filter(function (key) { return key.indexOf(PREFIX) === 0; })
    .map(function (key) { return key.slice(PREFIX.length); })
    .forEach(function (id) { if (id !== here) end(id); });
});
