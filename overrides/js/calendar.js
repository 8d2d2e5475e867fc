/* A calendar file (iCalendar, RFC 5545). An event takes a whole day, so that no zone of time is meant:
   { id: stays the same when the file is made again, day: see dates.js, title, notes }. */
Handbook.calendar = calendar;

/* Bytes of a line; a longer one goes on in the next, which begins with a space (3.1). */
const LONGEST = 75;
const DAY = 86400000;
/* Eight in the morning, on the day itself and on the day before. */
const ALARMS = ["PT8H", "-PT16H"];

/** @param {CalendarEvent[]} events @param {Date} made */
function calendar(events, made) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//" + said(Handbook.data.book) + "//handbook//"];
  events.forEach(function (event) { lines.push.apply(lines, lasting(event, made)); });
  return lines.concat("END:VCALENDAR").map(folded).join("");
}

/** A file made later counts as a later state of the same events (3.8.7.4).
    @param {CalendarEvent} event @param {Date} made */
function lasting(event, made) {
  const lines = [
    "BEGIN:VEVENT", "UID:" + said(event.id), "DTSTAMP:" + made.toISOString().replace(/[-:]|\.\d+/g, ""), "SEQUENCE:" + Math.floor(made.getTime() / 60000),
    "DTSTART;VALUE=DATE:" + date(event.day), "DTEND;VALUE=DATE:" + date(event.day + DAY), "TRANSP:TRANSPARENT", "SUMMARY:" + said(event.title),
  ];
  if (event.notes) lines.push("DESCRIPTION:" + said(event.notes));
  ALARMS.forEach(function (before) { lines.push("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:" + before, "DESCRIPTION:" + said(event.title), "END:VALARM"); });
  return lines.concat("END:VEVENT");
}

/** @param {number} day */
function date(day) {
  return new Date(day).toISOString().slice(0, 10).replace(/-/g, "");
}

/** A text as a value (3.3.11).
    @param {string} text */
function said(text) {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\t\n]/gu, "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/** A line with its end, cut where it is too long, never within a letter.
    @param {string} line */
function folded(line) {
  let done = "", size = 0;
  Array.from(line).forEach(function (letter) {
    const code = /** @type {number} */ (letter.codePointAt(0));
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size + bytes > LONGEST) {
      done += "\r\n ";
      size = 1;
    }
    done += letter;
    size += bytes;
  });
  return done + "\r\n";
}
