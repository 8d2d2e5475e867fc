/* A record and its one rule: the last thing that a person did to a place is what it holds.
   Groups map places to values; `times` says of each place, also of an emptied one, when that was; `cleared` says
   when everything was emptied at once. A new time is the clock's, or one more than what is there already. */
Handbook.record = { GROUPS: ["rows", "fields", "outcomes", "done", "scores"], change: change, clear: clear, join: join, undo: undo, same: same, isEmpty: isEmpty, lean: lean };

function change(record, changes) {
  const made = join(record, { time: 0 });
  made.time = Math.max(Date.now(), made.time + 1);
  Handbook.record.GROUPS.forEach(function (group) {
    Object.keys(changes[group] || {}).forEach(function (place) { put(made, group, place, changes[group][place], made.time); });
  });
  return made;
}

function put(record, group, place, value, time) {
  if (value) record[group][place] = value;
  else delete record[group][place];
  record.times[group][place] = time;
}

/* Everything is emptied now: only the time of that stays. */
function clear(record) {
  const time = Math.max(Date.now(), ((record && record.time) || 0) + 1);
  return join(record, { time: time, cleared: time });
}

/* Of two records of the same thing one: at each place the later value, and nothing from before a clearing or from
   before its row was removed. Rows come first, since what is in them depends on them. */
function join(one, other) {
  const late = !other || (one && one.time > other.time) ? one : other;
  const early = (late === one ? other : one) || { time: 0 };
  const made = Object.assign({}, early, late, { times: {}, cleared: Math.max(early.cleared || 0, late.cleared || 0) });
  Handbook.record.GROUPS.forEach(function (group) {
    made[group] = {};
    made.times[group] = {};
    places(early, late, group).forEach(function (place) {
      const from = isLater(early, late, group, place) ? early : late;
      const time = timeOf(from, group, place);
      if (time > made.cleared && time >= removal(made, group, place)) put(made, group, place, (from[group] || {})[place], time);
    });
  });
  return made;
}

/* When the row of a field was removed; 0 when it was not. */
function removal(record, group, place) {
  const row = place.split(".").slice(0, 2).join(".");
  return group === "fields" && row !== place && record.rows[row] === "-" ? record.times.rows[row] : 0;
}

function places(one, other, group) {
  const of = function (record) { return Object.keys(record[group] || {}).concat(Object.keys((record.times || {})[group] || {})); };
  return new Set(of(one).concat(of(other)));
}

/* At the same moment the greater text, so that all tabs agree. */
function isLater(early, late, group, place) {
  const apart = timeOf(early, group, place) - timeOf(late, group, place);
  return apart > 0 || (apart === 0 && String((early[group] || {})[place] || "") > String((late[group] || {})[place] || ""));
}

function timeOf(record, group, place) {
  const time = ((record.times || {})[group] || {})[place];
  return time || ((record[group] || {})[place] === undefined ? 0 : record.time);
}

/* What brings `before` back: of the places that `changes` named (all of them after a clearing), those to which
   nothing was done since `time`. */
function undo(record, before, time, changes) {
  const back = {};
  Handbook.record.GROUPS.forEach(function (group) {
    const named = Object.keys((changes || before)[group] || {});
    back[group] = {};
    named.filter(function (place) { return timeOf(record, group, place) <= time && !isUsed(record, group, place, time); })
      .forEach(function (place) { back[group][place] = (before[group] || {})[place]; });
  });
  return back;
}

/* A removed row in which something was typed since stays. */
function isUsed(record, group, row, time) {
  return group === "rows" && Object.keys(record.fields).some(function (place) {
    return place.indexOf(row + ".") === 0 && timeOf(record, "fields", place) > time;
  });
}

function same(one, other) {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/* What two records of the same content have in common, whatever the order of their places. */
function sorted(record) {
  if (!record) return null;
  return Handbook.record.GROUPS.map(function (group) {
    return Array.from(places(record, {}, group)).sort().map(function (place) {
      return [place, (record[group] || {})[place], timeOf(record, group, place)];
    });
  }).concat(record.cleared || 0);
}

function isEmpty(record) {
  return !record || !["fields", "outcomes", "done", "scores"].some(function (group) { return Object.keys(record[group] || {}).length; });
}

/* Without groups that hold nothing; with `bare` also without times, as a file has it. */
function lean(record, bare) {
  const made = Object.assign({}, record, { times: Object.assign({}, record.times) });
  const drop = function (from, name) { if (from[name] && !Object.keys(from[name]).length) delete from[name]; };
  Handbook.record.GROUPS.forEach(function (group) {
    drop(made.times, group);
    if (group !== "fields") drop(made, group);
  });
  if (!made.cleared || bare) delete made.cleared;
  if (bare) delete made.times;
  return made;
}
