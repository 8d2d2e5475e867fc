/* Clock times as the book writes them, and the day and the minute that it is. */
Handbook.clock = { shown: shown, left: left, minute: minute, day: day };

/** 08.00; the end of the day is 24.00.
    @param {number} minutes */
function shown(minutes) {
  return two(Math.floor(minutes / 60)) + "." + two(minutes % 60);
}

/** What is left until a minute of today: 12.05 in minutes and seconds; what is past it has a plus before it.
    @param {number} until @param {Date} now */
function left(until, now) {
  const seconds = until * 60 - (now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds());
  const all = Math.abs(seconds);
  return (seconds < 0 ? "+" : "") + two(Math.floor(all / 60)) + "." + two(all % 60);
}

/** @param {Date} now */
function minute(now) { return now.getHours() * 60 + now.getMinutes(); }

/** 2026-12-07
    @param {Date} now */
function day(now) { return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate()); }

/** @param {number} number */
function two(number) { return String(number).padStart(2, "0"); }
