/* What the marks of a class say: of each person, of each item, of each indicator. Values in, values out. */
Handbook.marks.statistics = { test: test, gain: gain, passes: passes, rated: rated, doubles: doubles, namesakes: namesakes };

/** Somebody took a test who has any answer in it, or points of the whole; an answer that is missing counts nothing.
    @param {AnswerColumn[]} columns @param {AnswerRow[]} rows @returns {TestResult} */
function test(columns, rows) {
  const whole = sum(columns.map(function (column) { return column.worth; }));
  const came = rows.filter(function (row) { return isTyped(columns, row); });
  const takers = rows.filter(function (row) { return row.sum || isTyped(columns, row); }).map(function (row) { return taker(columns, row, whole); });
  const typed = takers.filter(function (one) { return one.points.length; });
  const marks = takers.map(function (one) { return one.mark; });
  return {
    whole: whole,
    takers: takers,
    items: columns.map(function (column, index) { return item(column, index, typed, came); }),
    mean: mean(marks),
    lowest: marks.length ? Math.min.apply(null, marks) : null,
    highest: marks.length ? Math.max.apply(null, marks) : null,
  };
}

/** @param {AnswerColumn[]} columns @param {AnswerRow} row */
function isTyped(columns, row) {
  return columns.some(function (column) { return row.answers[column.id]; });
}

/** @param {AnswerColumn[]} columns @param {AnswerRow} row @param {number} whole @returns {Taker} */
function taker(columns, row, whole) {
  if (!isTyped(columns, row)) return { id: row.id, points: [], total: Number(row.sum), mark: whole ? Number(row.sum) / whole * 100 : 0 };
  const points = columns.map(function (column) { return Handbook.marks.judge.points(column, row.answers[column.id] || ""); });
  return { id: row.id, points: points, total: sum(points), mark: whole ? sum(points) / whole * 100 : 0 };
}

/** @param {AnswerColumn} column @param {number} index @param {Taker[]} takers @param {AnswerRow[]} rows @returns {ItemResult} */
function item(column, index, takers, rows) {
  const own = takers.map(function (one) { return one.points[index]; });
  const rest = takers.map(function (one) { return one.total - one.points[index]; });
  const reached = mean(own);
  const given = rows.map(function (row) { return row.answers[column.id] || ""; });
  const counts = pressed(column, given);
  return {
    difficulty: reached === null ? null : reached / column.worth,
    discrimination: correlation(own, rest),
    counts: counts,
    unused: takers.length ? distractors(column).filter(function (letter) { return !counts[letter]; }) : [],
    blank: given.filter(function (text) { return !text || text === "-"; }).length,
  };
}

/** The wrong keys among which one chooses; of the other kinds none.
    @param {AnswerColumn} column */
function distractors(column) {
  const chosen = column.kind === "one" || column.kind === "several" || column.kind === "match";
  return chosen ? column.letters.split("").filter(function (letter) { return column.right.indexOf(letter) < 0; }) : [];
}

/** How many people pressed each key.
    @param {AnswerColumn} column @param {string[]} given */
function pressed(column, given) {
  /** @type {Numbers} */
  const counts = {};
  column.letters.split("").forEach(function (letter) {
    counts[letter] = given.filter(function (text) { return text.indexOf(letter) >= 0; }).length;
  });
  return counts;
}

/** Of those who took both tests: marks before and after, and the share of the points of each indicator, of 100.
    @param {TestBank} bank @param {AnswerRow[]} before @param {AnswerRow[]} after @returns {Gain} */
function gain(bank, before, after) {
  const first = test(bank.forms.A, before);
  const last = test(bank.forms.B, after);
  const both = first.takers.flatMap(function (one) {
    const other = last.takers.find(function (two) { return two.id === one.id; });
    return other ? [{ id: one.id, before: one.mark, after: other.mark, gain: other.mark - one.mark }] : [];
  });
  const ids = both.map(function (one) { return one.id; });
  return {
    both: both,
    mean: mean(both.map(function (one) { return one.gain; })),
    indicators: bank.indicators.map(function (indicator) {
      return { number: indicator.number, before: share(bank.forms.A, first, indicator.number, ids), after: share(bank.forms.B, last, indicator.number, ids) };
    }),
  };
}

/** @param {AnswerColumn[]} columns @param {TestResult} result @param {string} indicator @param {string[]} ids */
function share(columns, result, indicator, ids) {
  const own = columns.map(function (column) { return column.measures === indicator; });
  const worth = sum(columns.map(function (column, index) { return own[index] ? column.worth : 0; }));
  const reached = mean(result.takers.filter(function (one) { return one.points.length && ids.indexOf(one.id) >= 0; }).map(function (one) {
    return sum(one.points.filter(function (_, index) { return own[index]; }));
  }));
  return worth && reached !== null ? reached / worth * 100 : null;
}

/** @param {TestBank} bank @param {number} points */
function passes(bank, points) {
  return !bank.passing || points >= bank.passing.least;
}

/** How often each figure was given to each statement, and their mean.
    @param {AnswerColumn[]} columns @param {AnswerRow[]} rows @returns {Rated[]} */
function rated(columns, rows) {
  return columns.map(function (column) {
    const given = rows.map(function (row) { return row.answers[column.id]; }).filter(function (text) { return text && column.letters.indexOf(text) >= 0; });
    const counts = column.letters.split("").map(function (letter) { return given.filter(function (text) { return text === letter; }).length; });
    return { counts: counts, mean: mean(given.map(Number)) };
  });
}

/** Groups of rows with the same answers everywhere: one paper may have been typed twice.
    @param {AnswerColumn[]} columns @param {AnswerRow[]} rows */
function doubles(columns, rows) {
  const whole = rows.filter(function (row) { return columns.length && columns.every(function (column) { return row.answers[column.id]; }); });
  return alike(whole, function (row) { return columns.map(function (column) { return row.answers[column.id]; }).join(" "); });
}

/** Groups of people with the same name, however it is written.
    @param {Person[]} people */
function namesakes(people) {
  const named = people.filter(function (person) { return person.name; });
  return alike(named, function (person) { return person.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim(); });
}

/** The ids of what has the same key as another.
    @template {{ id: string }} T
    @param {T[]} list @param {(one: T) => string} key */
function alike(list, key) {
  /** @type {Record<string, string[]>} */
  const groups = Object.create(null);
  list.forEach(function (one) { (groups[key(one)] = groups[key(one)] || []).push(one.id); });
  return Object.values(groups).filter(function (ids) { return ids.length > 1; });
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce(function (whole, one) { return whole + one; }, 0);
}

/** @param {number[]} numbers */
function mean(numbers) {
  return numbers.length ? sum(numbers) / numbers.length : null;
}

/** Pearson's; points are halves, so that what never differs has no spread at all.
    @param {number[]} one @param {number[]} other */
function correlation(one, other) {
  const a = spread(one);
  const b = spread(other);
  const below = Math.sqrt(sum(a.map(squared)) * sum(b.map(squared)));
  return below ? sum(a.map(function (value, index) { return value * b[index]; })) / below : null;
}

/** The distances from the mean, times their count: whole numbers of halves stay exact.
    @param {number[]} numbers */
function spread(numbers) {
  const whole = sum(numbers);
  return numbers.map(function (one) { return one * numbers.length - whole; });
}

/** @param {number} value */
function squared(value) {
  return value * value;
}
