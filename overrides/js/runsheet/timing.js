/* The arithmetic of a session that runs, in whole minutes since midnight: the same as packs/timetable.py and
   course/day_clock.py, from any minute on. Nothing here reads a clock or a page. */
Handbook.timing = { schedule: schedule, state: state, due: due, following: following, proposal: proposal };

/* A usual pause that would leave less of a stage before or after it comes at the border of the stage. */
const LEAST_PIECE = 10;

/** Everything from a minute on: stages one after the other, pauses at their times, of which each cuts a stage in two
    where it must; free time before what has a later fixed time. A pause that is late comes at once.
    @param {RunItem[]} items @param {number} start @returns {RunPiece[]} */
function schedule(items, start) {
  /** @type {RunPiece[]} */
  const found = [];
  /** @type {{ id: string, left: number, continued: boolean }[]} */
  const waiting = [];
  let now = start;

  /** @param {string} id @param {number} minutes @param {boolean} [continued] */
  function add(id, minutes, continued) {
    found.push({ id: id, start: now, end: now + minutes, continued: Boolean(continued) });
    now += minutes;
  }

  /** Hold the stage that is next, all of it or as much as there is time for.
      @param {number} until */
  function teach(until) {
    const first = waiting[0], minutes = Math.min(first.left, until - now);
    add(first.id, minutes, first.continued);
    if (minutes === first.left) waiting.shift();
    else waiting[0] = { id: first.id, left: first.left - minutes, continued: true };
  }

  /** @param {RunItem} item @param {number} time */
  function pause(item, time) {
    let at = time;
    while (waiting.length) {
      if (item.loose && at === time) at = atBorder(at, now, waiting[0].left, !found.length); // it moves once
      if (at <= now) break;
      teach(at);
    }
    if (item.optional && !waiting.length) return;
    if (at > now) add("", at - now);
    add(item.id, item.minutes);
  }

  /** @param {RunItem} item */
  function other(item) {
    while (waiting.length) teach(Infinity);
    if (item.fixed !== null && item.fixed > now) add("", item.fixed - now);
    add(item.id, item.minutes);
  }

  items.forEach(function (item) {
    if (item.kind === "teach") {
      if (item.minutes) waiting.push({ id: item.id, left: item.minutes, continued: Boolean(item.continued) });
    } else if (item.kind === "pause" && item.fixed !== null) pause(item, item.fixed);
    else other(item);
  });
  while (waiting.length) teach(Infinity);
  return found;
}

/** A pause where it is, or at the nearest end of what is left of a stage from now on.
    @param {number} at @param {number} now @param {number} left @param {boolean} isFirst */
function atBorder(at, now, left, isFirst) {
  const before = at - now, after = now + left - at;
  if (before > 0 && before < LEAST_PIECE && !isFirst) return now;
  return after > 0 && after < LEAST_PIECE ? now + left : at;
}

/** What was, what is and what will be at a minute of the day; `late` are minutes after the planned end, or before it.
    @param {RunItem[]} items @param {Run} run @param {number} start the planned start
    @param {number} now @returns {RunState} */
function state(items, run, start, now) {
  const done = pieces(run, now);
  const current = run.steps.length ? done.pop() || null : null;
  const planned = schedule(items, start), last = planned[planned.length - 1].end;
  const from = current ? now : begin(run, start, last, now);
  const isOver = Boolean(current && current.id === END);
  const ahead = isOver ? [] : schedule(left(items, run, done, current, from), from);
  if (current && !isOver) current.end = now;
  if (current && ahead.length && ahead[0].id === current.id) current.end = /** @type {RunPiece} */ (ahead.shift()).end;
  const ends = ahead.length ? ahead[ahead.length - 1].end : current ? current.end : last;
  return { done: done, current: current, ahead: ahead, end: ends, late: ends - last, isOver: isOver };
}

/** The minute at which what runs should end, also when that is past: as it was reckoned when it began.
    @param {RunItem[]} items @param {Run} run @param {number} start */
function due(items, run, start) {
  const begun = run.steps[run.steps.length - 1].begun;
  const found = state(items, run, start, begun).current;
  return found ? found.end : begun;
}

/* The step that ends a session. */
const END = "selesai";

/** The stretches that were begun, each until the next one; the last until now.
    @param {Run} run @param {number} now @returns {RunPiece[]} */
function pieces(run, now) {
  /** @type {Record<string, boolean>} */
  const before = {};
  return run.steps.map(function (step, index) {
    const next = run.steps[index + 1];
    const isEnd = step.id === END, continued = Boolean(before[step.id]);
    before[step.id] = true;
    return { id: step.id, start: step.begun, end: next ? next.begun : isEnd ? step.begun : now, continued: continued };
  });
}

/** The minute from which a session that has not begun is reckoned: its own, later when it should be running already.
    @param {Run} run @param {number} start @param {number} last @param {number} now */
function begin(run, start, last, now) {
  const told = start + (run.extra[""] || 0);
  return now > told && now < last ? now : told;
}

/** The items that are left from a minute on, each with the minutes that it still needs.
    @param {RunItem[]} items @param {Run} run @param {RunPiece[]} done @param {RunPiece | null} current
    @param {number} from @returns {RunItem[]} */
function left(items, run, done, current, from) {
  const spent = /** @type {Numbers} */ ({});
  done.concat(current || []).forEach(function (one) { spent[one.id] = (spent[one.id] || 0) + one.end - one.start; });
  const rest = items.filter(function (item) { return !isFinished(item.id, run) && isHeld(item, run, from); }).map(function (item) {
    return Object.assign({}, item, {
      minutes: Math.max(0, need(item, run) - (spent[item.id] || 0)), continued: item.id in spent,
    });
  });
  return current ? running(rest, current) : rest;
}

/** Whether there is such a pause: a usual one that was over before anything began is none.
    @param {RunItem} item @param {Run} run @param {number} from */
function isHeld(item, run, from) {
  return !item.optional || item.fixed === null || item.fixed > (run.steps.length ? run.steps[0].begun : from);
}

/** What runs comes first, whatever its time.
    @param {RunItem[]} rest @param {RunPiece} current @returns {RunItem[]} */
function running(rest, current) {
  const own = rest.filter(function (item) { return item.id === current.id; });
  const others = rest.filter(function (item) { return item.id !== current.id; });
  if (own.length && own[0].kind !== "teach") own[0] = Object.assign({}, own[0], { kind: "other", fixed: null });
  return own.concat(others);
}

/** @param {RunItem} item @param {Run} run */
function need(item, run) {
  const short = run.short[item.id];
  return (short === undefined ? item.minutes : short) + (run.extra[item.id] || 0);
}

/** Whether something was left for good: by a step that does not come back to it.
    @param {string} id @param {Run} run */
function isFinished(id, run) {
  const last = run.steps.map(function (step) { return step.id; }).lastIndexOf(id);
  const next = last < 0 ? null : run.steps[last + 1];
  return Boolean(next) && !(next && next.open);
}

/** The step that comes now: what the reckoning has next; `open` when it comes back to what runs.
    @param {RunItem[]} items @param {Run} run @param {number} start @param {number} now @returns {RunStep} */
function following(items, run, start, now) {
  const found = state(items, run, start, now), current = found.current;
  const next = found.ahead.find(function (piece) { return piece.id !== ""; });
  const open = Boolean(current && found.ahead.some(function (piece) { return piece.id === current.id; }));
  return { id: next ? next.id : END, begun: now, open: open };
}

/** The stages to be shortened so that a session ends in time: those that give back most, no more than are needed.
    @param {RunItem[]} items @param {Run} run @param {number} start @param {number} now @returns {Numbers} */
function proposal(items, run, start, now) {
  const short = /** @type {Numbers} */ ({});
  const found = state(items, run, start, now);
  const open = found.ahead.concat(found.current || []).map(function (piece) { return piece.id; });
  const can = items.filter(function (item) { return open.includes(item.id) && item.least < item.minutes; });
  can.sort(function (a, b) { return b.minutes - b.least - (a.minutes - a.least); });
  can.forEach(function (item) {
    const tried = Object.assign({}, run, { short: short });
    if (state(items, tried, start, now).late > 0) short[item.id] = item.least;
  });
  return short;
}
