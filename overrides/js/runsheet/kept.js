/* The run as the device keeps it: under a key of its own, which no page for participants has. A sheet of other stages or
   times has another key. Another window with the same sheet follows. */
Handbook.kept = { blank: blank, before: before, read: read, write: write, listen: listen };

/** @param {string} key @param {string} day @returns {Run} */
function read(key, day) {
  const place = Handbook.shelf("localStorage");
  try {
    const found = JSON.parse((place && place.getItem(key)) || "null");
    if (isRun(found)) return found;
  } catch { /* what cannot be read is no run */ }
  return blank(day);
}

/** @param {string} day @returns {Run} */
function blank(day) { return { day: day, before: [], steps: [], extra: {}, short: {} }; }

/** The state to which an undoing goes back: noted before a change.
    @param {Run} run */
function before(run) { run.before.push(JSON.stringify({ steps: run.steps, extra: run.extra, short: run.short })); }

/** @param {any} found */
function isRun(found) {
  return Boolean(found && typeof found.day === "string" && Array.isArray(found.before) && Array.isArray(found.steps) && found.extra && found.short);
}

/** Whether it could be kept.
    @param {string} key @param {Run} run */
function write(key, run) {
  const place = Handbook.shelf("localStorage");
  try {
    if (place) place.setItem(key, JSON.stringify(run));
    return Boolean(place);
  } catch {
    return false;
  }
}

/** @param {string} key @param {Act} changed */
function listen(key, changed) {
  window.addEventListener("storage", function (event) { if (event.key === key) changed(); });
}
