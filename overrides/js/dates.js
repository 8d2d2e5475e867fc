/* The day that somebody wrote: 7 Desember 2026, Senin 7 Des 2026, 2026-12-07, 7/12/2026 (the day first), and
   December 7, 2026. Given as the start of that day in universal time, in milliseconds; null for all other words. */
Handbook.day = day;

const FORMS = [
  { form: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, order: [0, 1, 2] },
  { form: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, order: [2, 1, 0] },
  { form: /^(?:[^\d\s,]+,?\s+)?(\d{1,2})\s+([^\d\s.,]+)\.?,?\s+(\d{4})$/, order: [2, 1, 0] },
  { form: /^(?:[^\d\s,]+,\s+)?([^\d\s.,]+)\.?\s+(\d{1,2}),\s+(\d{4})$/, order: [2, 0, 1] },
];
/** @type {string[]} */
const MONTHS = [];

/** @param {string} text @returns {number | null} */
function day(text) {
  const words = text.trim().toLowerCase();
  for (const one of FORMS) {
    const found = one.form.exec(words);
    if (found) return start(one.order.map(function (place) { return found[place + 1]; }));
  }
  return null;
}

/** @param {string[]} given year, month, day */
function start(given) {
  const year = Number(given[0]), month = /\d/.test(given[1]) ? Number(given[1]) - 1 : named(given[1]), number = Number(given[2]);
  const there = new Date(Date.UTC(year, month, number));
  return there.getUTCMonth() === month && there.getUTCDate() === number ? there.getTime() : null;
}

/** The number of a month by its name or the beginning of it, January is 0; -1 for none. Old spellings too.
    @param {string} name */
function named(name) {
  if (!MONTHS.length) {
    for (let month = 0; month < 12; month++) MONTHS.push(new Date(2000, month, 1).toLocaleDateString(Handbook.data.language, { month: "long" }).toLowerCase());
  }
  const now = name.replace(/^peb/, "feb").replace(/^nop/, "nov");
  return now.length < 3 ? -1 : MONTHS.findIndex(function (month) { return month.indexOf(now) === 0; });
}
