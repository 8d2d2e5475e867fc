/* The results as tables, whatever they are shown on: screen, paper, spreadsheet. */
Handbook.marks.tables = { people: people, indicators: indicators, items: items, rated: rated, comments: comments, plans: plans, rows: rows };

const word = Handbook.word;

/** @param {TestBank} bank @param {TestForm} form */
function rows(bank, form) {
  return Handbook.marks.people.rows(Handbook.marks.sheets.ofTest(bank, form), bank.forms[form]);
}

/** Marks of 100 with one place behind the comma, shares of 1 with two.
    @param {number | null} number @param {number} [parts] */
function short(number, parts) {
  const of = parts || 10;
  return number === null ? null : Math.round(number * of) / of;
}

/** Points, marks, gain and pass of everybody who took a test.
    @param {TestBank} bank @returns {ShownTable} */
function people(bank) {
  const statistics = Handbook.marks.statistics;
  const results = /** @type {const} */ (["A", "B"]).map(function (form) { return statistics.test(bank.forms[form], rows(bank, form)); });
  const lines = Handbook.marks.people.all().flatMap(function (person) {
    const [before, after] = results.map(function (result) { return result.takers.find(function (one) { return one.id === person.id; }); });
    if (!before && !after) return [];
    const gain = before && after ? short(after.mark - before.mark) : null;
    const passed = !after || !bank.passing ? "" : word(statistics.passes(bank, after.total) ? "marks_passed" : "marks_not_yet");
    return [[Number(person.number), Handbook.marks.people.called(person), ...figures(before), ...figures(after), gain, passed]];
  });
  const heads = ["marks_no", "marks_name", "marks_points_a", "marks_mark_a", "marks_points_b", "marks_mark_b", "marks_gain", "marks_pass"];
  return { title: word("marks_people"), heads: heads.map(function (key) { return word(key); }), rows: lines, widths: [5, 34, 10, 10, 10, 10, 10, 10] };
}

/** @param {Taker | undefined} taker */
function figures(taker) {
  return taker ? [taker.total, short(taker.mark)] : [null, null];
}

/** Before and after by indicator, of those who took both tests.
    @param {TestBank} bank @returns {ShownTable} */
function indicators(bank) {
  const gain = Handbook.marks.statistics.gain(bank, rows(bank, "A"), rows(bank, "B"));
  const lines = gain.indicators.map(function (one, index) {
    const more = one.before === null || one.after === null ? null : short(one.after - one.before);
    return [one.number, bank.indicators[index].text, short(one.before), short(one.after), more];
  });
  const heads = ["marks_number", "marks_indicator", "marks_before", "marks_after", "marks_gain"];
  return { title: word("marks_indicators", { count: gain.both.length }), heads: heads.map(function (key) { return word(key); }), rows: lines, widths: [8, 60, 10, 10, 10] };
}

/** Difficulty, discrimination and the keys that were pressed, for each item of a form.
    @param {TestBank} bank @param {TestForm} form @returns {ShownTable} */
function items(bank, form) {
  const result = Handbook.marks.statistics.test(bank.forms[form], rows(bank, form));
  const lines = bank.forms[form].map(function (column, index) {
    const found = result.items[index];
    return [column.number, column.title, column.measures, short(found.difficulty, 100), short(found.discrimination, 100), pressed(column, found), found.unused.join(", "), found.blank];
  });
  const heads = ["marks_item", "marks_question", "marks_indicator", "marks_difficulty", "marks_discrimination", "marks_pressed", "marks_unused", "marks_blank"];
  const title = word("marks_items_" + form.toLowerCase(), { count: result.takers.length });
  return { title: title, heads: heads.map(function (key) { return word(key); }), rows: lines, widths: [6, 60, 10, 10, 10, 34, 14, 10] };
}

/** `A 3 · B 12 (kunci) · C 0`; nothing where keys have no counts of their own.
    @param {AnswerColumn} column @param {ItemResult} found */
function pressed(column, found) {
  if (column.kind === "order" || column.kind === "match" || column.kind === "points") return "";
  return column.letters.split("").map(function (letter) {
    const isRight = column.right.indexOf(letter) >= 0;
    return letter + (isRight ? "\u2713" : "") + "\u00a0" + found.counts[letter];
  }).join(" \u00b7 ");
}

/** How an evaluation sheet was ticked.
    @param {EvaluationSheet} sheet @param {string} number @returns {ShownTable} */
function rated(sheet, number) {
  const given = Handbook.marks.sheets.rated(Handbook.marks.sheets.ofEvaluation(sheet, number), sheet.columns);
  const counted = Handbook.marks.statistics.rated(sheet.columns, given);
  const scale = sheet.columns[0].letters.split("");
  const lines = sheet.columns.map(function (column, index) {
    return [column.number, column.title, ...counted[index].counts, short(counted[index].mean, 100)];
  });
  const name = sheet.each ? sheet.title + ", " + word("marks_each_" + sheet.each, { number: number }) : sheet.title;
  const heads = [word("marks_no"), word("marks_statement")].concat(scale, [word("marks_mean")]);
  return { title: word("marks_rated", { title: name, count: given.length }), heads: heads, rows: lines, widths: [5, 60].concat(scale.map(function () { return 6; }), [10]) };
}

/** What was written to the open questions, question by question.
    @param {EvaluationSheet} sheet @param {string} number @returns {ShownTable} */
function comments(sheet, number) {
  const place = Handbook.marks.sheets.ofEvaluation(sheet, number);
  const lines = sheet.open.flatMap(function (question, index) {
    return Handbook.marks.sheets.numbers(place).flatMap(function (row) {
      const text = Handbook.marks.keep.get([place, row, "t" + (index + 1)].join("/"));
      return text ? [[question, text]] : [];
    });
  });
  return { title: word("marks_comments"), heads: [word("marks_asked"), word("marks_written")], rows: lines, widths: [40, 80] };
}

/** What people plan, district by district.
    @returns {ShownTable} */
function plans() {
  const plan = Handbook.marks.data.plan;
  const shown = plan ? Object.keys(plan.shown) : [];
  const lines = Handbook.marks.people.all().flatMap(function (person) { return ofPerson(person, shown); });
  lines.sort(function (one, other) { return one[0].localeCompare(other[0], Handbook.data.language); });
  const heads = [word("marks_district"), word("marks_name")].concat(shown.map(function (what) { return word("marks_plan_" + what); }));
  return { title: plan ? plan.title : "", heads: heads, rows: lines, widths: [24, 28].concat(shown.map(function () { return 44; })) };
}

/** @param {Person} person @param {string[]} shown */
function ofPerson(person, shown) {
  const keep = Handbook.marks.keep;
  const lead = "rencana/" + person.id + "/";
  const rows = new Set(keep.places().filter(function (place) { return place.indexOf(lead) === 0; }).map(function (place) { return place.slice(lead.length).split(".")[0]; }));
  return Array.from(rows).sort(function (one, other) { return Number(one) - Number(other); }).map(function (row) {
    return [person.district, Handbook.marks.people.called(person)].concat(shown.map(function (what) { return keep.get(lead + row + "." + what); }));
  });
}
