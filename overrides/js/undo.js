/* What was cleared, while that can be undone: in the memory of this tab, which a reload leaves alone. It ends after
   ten minutes, with the tab, when the reader turns to another page of the book, when a file is loaded after it, or
   when everything is wiped. */
Handbook.undo = { keep: keep, take: take, end: end, isWiped: isWiped };

const PREFIX = Handbook.data.book + "/urung/";
const MINUTES = 10;

function shelf() {
  try {
    return window.sessionStorage;
  } catch (refused) {
    return null;
  }
}

/* Gives it back with the moment of its end. */
function keep(id, cleared) {
  const kept = Object.assign({ until: Date.now() + MINUTES * 60000 }, cleared);
  try { shelf().setItem(PREFIX + id, JSON.stringify(kept)); } catch (refused) { /* Then it lives until the next reload. */ }
  return kept;
}

function take(id) {
  const kept = JSON.parse((shelf() && shelf().getItem(PREFIX + id)) || "null");
  if (kept && kept.until > Date.now() && !isWiped(kept)) return kept;
  end(id);
  return null;
}

/* What was wiped from the workbook since stays gone. */
function isWiped(cleared) {
  return Handbook.store.blank().time >= cleared.time;
}

function end(id) {
  if (shelf()) shelf().removeItem(PREFIX + id);
}

Handbook.ready(function () {
  const form = document.querySelector("form.instrument");
  const here = PREFIX + (form ? form.dataset.instrument : "");
  Object.keys(shelf() || {}).filter(function (key) { return key.indexOf(PREFIX) === 0 && key !== here; })
    .forEach(function (key) { shelf().removeItem(key); });
});
