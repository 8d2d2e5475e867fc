// The time that each stage has taken: it runs while one of the stage's slides is shown, and stops with T.

/** @type {{[unit: string]: {spent: number, since: number}}} Milliseconds spent, and since when it runs; 0 when it stands. */
let clocks = {};
const KEY = `slides ${location.pathname}`;

const own = (/** @type {string} */ unit) => (clocks[unit] = clocks[unit] || { spent: 0, since: 0 });

const stop = (/** @type {string} */ unit) => {
  const clock = own(unit);
  if (clock.since) clock.spent += Date.now() - clock.since;
  clock.since = 0;
};

/** Let the clock of a stage run, and those of all others stand. */
const enter = (/** @type {string} */ unit) => {
  for (const other of Object.keys(clocks)) if (other !== unit) stop(other);
  if (unit && !clocks[unit]) own(unit).since = Date.now();
};

const keep = () => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(clocks));
  } catch {
    // A browser without storage forgets the clocks when the file is opened anew.
  }
};

const recall = () => {
  try {
    clocks = JSON.parse(sessionStorage.getItem(KEY) || "{}");
  } catch {
    clocks = {};
  }
};

window.HandbookClock = {
  enter,
  keep,
  recall,
  all: () => clocks,
  set: (found) => (clocks = found),
  toggle: (unit) => (own(unit).since ? stop(unit) : (own(unit).since = Date.now())),
  restart: (unit) => (clocks[unit] = { spent: 0, since: Date.now() }),
  /** Milliseconds that a stage of some minutes has left; less than 0 when it has taken longer. */
  left: (unit, minutes) => {
    const clock = own(unit);
    return minutes * 60000 - clock.spent - (clock.since ? Date.now() - clock.since : 0);
  },
};
