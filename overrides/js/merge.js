/* What a file would change on this device. The file wins where both have something. */
Handbook.merge = { compare: compare, changes: changes };

/** @type {Group[]} */
const GROUPS = ["fields", "outcomes", "done"];

/** { added, same: counts; replaced: [{ old, new }] }
    @param {Kept | null} here @param {Kept} there */
function compare(here, there) {
  /** @type {Difference} */
  const found = { added: 0, same: 0, replaced: [] };
  GROUPS.forEach(function (group) {
    /** @type {Values} */
    const now = (here && here[group]) || {};
    Object.entries(there[group] || {}).forEach(function (pair) { count(found, now[pair[0]], pair[1], group); });
  });
  return found;
}

/** @param {Difference} found @param {string | number | undefined} old @param {string | number} given @param {Group} group */
function count(found, old, given, group) {
  if (old === undefined) found.added += 1;
  else if (old === given || group === "done") found.same += 1;
  else found.replaced.push({ old: String(old), new: String(given) });
}

/** Loading a file is a change like any other, made now. A best score is not made worse.
    @param {Kept | null} here @param {Kept} there @returns {Changes} */
function changes(here, there) {
  /** @type {Groups} */
  const made = {};
  Handbook.record.GROUPS.forEach(function (group) { if (there[group]) Object.assign(made, { [group]: Object.assign({}, there[group]) }); });
  const best = (here && here.scores && here.scores.best) || 0;
  if (made.scores && made.scores.best < best) made.scores.best = best;
  return made;
}
