/* The shape of what is kept, and how older shapes and renamed ids become today's.
   Schema 3, one record per form, quiz or list of stages:
     { schema: 3, time: milliseconds, fields: { "part.row.column": text }, rows: { "part.row": "+" or "-" },
       times: { fields: { place: milliseconds }, … }, cleared: milliseconds, … }
   Schema 2 had no times but the record's, named all rows of a table that is not as printed, and one best score.
   Schema 1 had the time as text under `saved`, and the names of fields began with the form's id under `values`. */
Handbook.schema = { version: 3, upgrade: upgrade, place: place, rename: rename };

/** @param {any} record @param {string} id */
function upgrade(record, id) {
  if (!record || typeof record !== "object" || Array.isArray(record)) return null;
  if (record.schema === 1) return fromSecond(fromFirst(record, id));
  if (record.schema === 2) return fromSecond(record);
  return record.schema === 3 ? valid(record) : null;
}

/** @param {any} record @param {string} id */
function fromFirst(record, id) {
  /** @type {Texts} */
  const fields = {};
  Object.keys(record.values || {}).forEach(function (name) {
    fields[name.indexOf(id + ".") === 0 ? name.slice(id.length + 1) : name] = record.values[name];
  });
  return { schema: 2, time: Date.parse(record.saved) || 0, fields: fields };
}

/** "part.*" stands for all rows that are not named.
    @param {any} record */
function fromSecond(record) {
  const made = Object.assign({}, record, { schema: 3 });
  if (record.rows !== undefined) made.rows = {};
  Object.keys(Object(record.rows)).filter(function (part) { return Array.isArray(record.rows[part]); }).forEach(function (part) {
    made.rows[part + ".*"] = "-";
    record.rows[part].forEach(function (/** @type {string} */ row) { made.rows[part + "." + row] = "+"; });
  });
  if (record.best) made.scores = { best: record.best };
  delete made.best;
  return valid(made);
}

/** @type {Record<string, (value: unknown, name: string) => boolean>} */
const VALUES = { fields: isText, outcomes: isText, done: isNumber, scores: isNumber, rows: isRow };

/** A record may come from a file: texts only, numbers only, rows that can be.
    @param {any} record */
function valid(record) {
  const made = Object.assign({}, record, { time: Number(record.time) || 0, times: {} });
  if (made.cleared !== undefined) made.cleared = Number(record.cleared) || 0;
  Object.keys(VALUES).forEach(function (group) {
    if (record[group] !== undefined) made[group] = only(record[group], VALUES[group]);
    made.times[group] = only(Object(record.times)[group], isNumber);
    Object.keys(made[group] || {}).forEach(function (name) { made.times[group][name] = made.times[group][name] || made.time; });
  });
  return made;
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === "number";
}

/** @param {unknown} value @param {string} name */
function isRow(value, name) {
  return (value === "+" || value === "-") && /^[a-z0-9-]+\.(\d{1,4}|\*)$/.test(name);
}

/** @param {any} group @param {(value: unknown, name: string) => boolean} fits */
function only(group, fits) {
  /** @type {Record<string, unknown>} */
  const kept = {};
  Object.keys(Object(group)).forEach(function (name) { if (fits(group[name], name)) kept[name] = group[name]; });
  return kept;
}

/** Where a place (form, or form.part.row.column) is now; `*` in an alias stands for any one step.
    @param {string} path @param {Texts} aliases */
function place(path, aliases) {
  return Object.keys(aliases || {}).reduce(function (now, old) { return moved(now, old, aliases[old]); }, path);
}

/** @param {string} path @param {string} old @param {string} target */
function moved(path, old, target) {
  const steps = path.split(".");
  const from = old.split(".");
  const fits = from.length <= steps.length && from.every(function (step, index) { return step === "*" || step === steps[index]; });
  if (!fits) return path;
  const to = target.split(".").map(function (step, index) { return step === "*" ? steps[index] : step; });
  return to.concat(steps.slice(from.length)).join(".");
}

/** A record whose fields and rows have today's names; what was done to a field under its new name stays.
    @param {any} record @param {string} old @param {string} id @param {Texts} aliases */
function rename(record, old, id, aliases) {
  const made = Object.assign({}, record, { times: Object.assign({}, record.times) });
  ["fields", "rows"].forEach(function (group) {
    const values = record[group] || {};
    const times = made.times[group] || {};
    const names = Object.keys(Object.assign({}, values, times));
    if (record[group]) made[group] = {};
    made.times[group] = {};
    names.forEach(function (name) {
      const now = place(old + "." + name, aliases).slice(id.length + 1);
      if (now !== name && names.indexOf(now) >= 0) return;
      if (values[name]) made[group][now] = values[name];
      if (times[name]) made.times[group][now] = times[name];
    });
  });
  return made;
}
