/* A record and its one rule: the last thing that a person did to a place is what it holds.
   Groups map places to values; `times` says of each place, also of an emptied one, when that was; `cleared` says
   when everything was emptied at once. A new time is the clock's, or one more than what is there already. */
Handbook.record = { GROUPS: ["rows", "fields", "outcomes", "done", "scores"], change: change, clear: clear, join: join, undo: undo, same: same, isEmpty: isEmpty, lean: lean };

/** @param {Kept} record @param {Changes} changes */
function change(record, changes) {
  const made = join(record, { time: 0 });
  made.time = Math.max(Date.now(), made.time + 1);
  Handbook.record.GROUPS.forEach(function (group) {
    Object.entries(changes[group] || {}).forEach(function (pair) { put(made, group, pair[0], pair[1], made.time); });
  });
  return made;
}

/** The values of a group by their places.
    @param {Groups} record @param {Group} group @returns {Values} */
function values(record, group) {
  return record[group] || {};
}

/** @param {WholeRecord} record @param {Group} group @param {string} place @param {string | number | undefined} value
    @param {number} time */
function put(record, group, place, value, time) {
  if (value) values(record, group)[place] = value;
  else delete values(record, group)[place];
  record.times[group][place] = time;
}

/** Everything is emptied now: only the time of that stays.
    @param {Kept | null} record */
function clear(record) {
  const time = Math.max(Date.now(), ((record && record.time) || 0) + 1);
  return join(record, { time: time, cleared: time });
}

/** Of two records of the same thing one: at each place the later value, and nothing from before a clearing or from
   before its row was removed. Rows come first, since what is in them depends on them.
    @param {Kept | null} one @param {Kept | null} other */
function join(one, other) {
  /** @type {Kept} */
  const none = { time: 0 };
  const late = (!other || (one && one.time > other.time) ? one : other) || none;
  const early = (late === one ? other : one) || none;
  const made = /** @type {WholeRecord} */ (Object.assign({}, early, late, { times: {}, cleared: Math.max(early.cleared || 0, late.cleared || 0) }));
  Handbook.record.GROUPS.forEach(function (group) {
    made[group] = {};
    made.times[group] = {};
    places(early, late, group).forEach(function (place) {
      const from = isLater(early, late, group, place) ? early : late;
      const time = timeOf(from, group, place);
      if (time > made.cleared && time >= removal(made, group, place)) put(made, group, place, values(from, group)[place], time);
    });
  });
  return made;
}

/** When the row of a field was removed; 0 when it was not.
    @param {WholeRecord} record @param {Group} group @param {string} place */
function removal(record, group, place) {
  const row = place.split(".").slice(0, 2).join(".");
  return group === "fields" && row !== place && record.rows[row] === "-" ? record.times.rows[row] : 0;
}

/** @param {Kept} one @param {Kept} other @param {Group} group */
function places(one, other, group) {
  const of = function (/** @type {Kept} */ record) { return Object.keys(values(record, group)).concat(Object.keys((record.times || {})[group] || {})); };
  return new Set(of(one).concat(of(other)));
}

/** At the same moment the greater text, so that all tabs agree.
    @param {Kept} early @param {Kept} late @param {Group} group @param {string} place */
function isLater(early, late, group, place) {
  const apart = timeOf(early, group, place) - timeOf(late, group, place);
  return apart > 0 || (apart === 0 && String(values(early, group)[place] || "") > String(values(late, group)[place] || ""));
}

/** @param {Kept} record @param {Group} group @param {string} place */
function timeOf(record, group, place) {
  const time = ((record.times || {})[group] || {})[place];
  return time || (values(record, group)[place] === undefined ? 0 : record.time);
}

/** What brings `before` back: of the places that `changes` named (all of them after a clearing), those to which
   nothing was done since `time`.
    @param {Kept} record @param {Groups} before @param {number} time @param {Changes} [changes] */
function undo(record, before, time, changes) {
  /** @type {Changes} */
  const back = {};
  Handbook.record.GROUPS.forEach(function (group) {
    const named = Object.keys((changes || before)[group] || {});
    /** @type {Changes[Group]} */
    const found = back[group] = {};
    named.filter(function (place) { return timeOf(record, group, place) <= time && !isUsed(record, group, place, time); })
      .forEach(function (place) { found[place] = values(before, group)[place]; });
  });
  return back;
}

/** A removed row in which something was typed since stays.
    @param {Kept} record @param {Group} group @param {string} row @param {number} time */
function isUsed(record, group, row, time) {
  return group === "rows" && Object.keys(values(record, "fields")).some(function (place) {
    return place.indexOf(row + ".") === 0 && timeOf(record, "fields", place) > time;
  });
}

/** @param {Kept | null} one @param {Kept | null} other */
function same(one, other) {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** What two records of the same content have in common, whatever the order of their places.
    @param {Kept | null} record */
function sorted(record) {
  if (!record) return null;
  const groups = Handbook.record.GROUPS.map(function (group) {
    return Array.from(places(record, record, group)).sort().map(function (place) {
      return [place, values(record, group)[place], timeOf(record, group, place)];
    });
  });
  return [groups, record.cleared || 0];
}

/** Whether it has nothing but rows.
    @param {Kept | null} record */
function isEmpty(record) {
  return !record || !Handbook.record.GROUPS.some(function (group) { return group !== "rows" && Object.keys(values(record, group)).length; });
}

/** Without groups that hold nothing; with `bare` also without times, as a file has it.
    @param {Kept} record @param {boolean} [bare] */
function lean(record, bare) {
  const times = Object.assign({}, record.times);
  /** @type {Kept} */
  const made = Object.assign({}, record, { times: times });
  const drop = function (/** @type {{ [G in Group]?: object }} */ from, /** @type {Group} */ group) { if (from[group] && !Object.keys(from[group]).length) delete from[group]; };
  Handbook.record.GROUPS.forEach(function (group) {
    drop(times, group);
    if (group !== "fields") drop(made, group);
  });
  if (!made.cleared || bare) delete made.cleared;
  if (bare) delete made.times;
  return made;
}
