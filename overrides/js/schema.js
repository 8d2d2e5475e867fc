/* The shape of what is kept, and how older shapes and renamed ids become today's.
   Schema 2, one record per form, quiz or list of stages:
     { schema: 2, time: milliseconds, fields: { "part.row.column": text }, rows: { part: [row, …] }, … }
   Schema 1 had the time as text under `saved`, and the names of fields began with the form's id under `values`. */
Handbook.schema = { version: 2, upgrade: upgrade, place: place, rename: rename };

function upgrade(record, id) {
  if (!record || typeof record !== "object" || Array.isArray(record)) return null;
  if (record.schema === 1) return valid(fromFirst(record, id));
  return record.schema === 2 ? valid(record) : null;
}

function fromFirst(record, id) {
  const fields = {};
  Object.keys(record.values || {}).forEach(function (name) {
    fields[name.indexOf(id + ".") === 0 ? name.slice(id.length + 1) : name] = record.values[name];
  });
  return { schema: 2, time: Date.parse(record.saved) || 0, fields: fields };
}

/* A record may come from a file: texts only, lists of names only. */
function valid(record) {
  const made = Object.assign({}, record, { time: Number(record.time) || 0 });
  ["fields", "outcomes"].forEach(function (key) { if (record[key] !== undefined) made[key] = only(record[key], "string"); });
  if (record.done !== undefined) made.done = only(record.done, "number");
  if (record.rows !== undefined) made.rows = lists(record.rows);
  return made;
}

function only(group, type) {
  const kept = {};
  Object.keys(Object(group)).forEach(function (name) { if (typeof group[name] === type) kept[name] = group[name]; });
  return kept;
}

function lists(group) {
  const kept = {};
  Object.keys(Object(group)).forEach(function (name) {
    if (Array.isArray(group[name])) kept[name] = group[name].map(String).filter(function (row) { return /^\d{1,4}$/.test(row); });
  });
  return kept;
}

/* Where a place (form, or form.part.row.column) is now; `*` in an alias stands for any one step. */
function place(path, aliases) {
  return Object.keys(aliases || {}).reduce(function (now, old) { return moved(now, old, aliases[old]); }, path);
}

function moved(path, old, target) {
  const steps = path.split(".");
  const from = old.split(".");
  const fits = from.length <= steps.length && from.every(function (step, index) { return step === "*" || step === steps[index]; });
  if (!fits) return path;
  const to = target.split(".").map(function (step, index) { return step === "*" ? steps[index] : step; });
  return to.concat(steps.slice(from.length)).join(".");
}

/* A record whose fields and rows have today's names; a field that already has text under its new name keeps it. */
function rename(record, old, id, aliases) {
  const made = Object.assign({}, record);
  ["fields", "rows"].forEach(function (key) {
    if (!record[key]) return;
    made[key] = {};
    Object.keys(record[key]).forEach(function (name) {
      const now = place(old + "." + name, aliases).slice(id.length + 1);
      if (now === name || !record[key][now]) made[key][now] = record[key][name];
    });
  });
  return made;
}
