/* What a file would change on this device. The file wins where both have something. */
Handbook.merge = { compare: compare, changes: changes };

const GROUPS = ["fields", "outcomes", "done"];

/* { added, same: counts; replaced: [{ old, new }] } */
function compare(here, there) {
  const found = { added: 0, same: 0, replaced: [] };
  GROUPS.forEach(function (group) {
    const now = (here && here[group]) || {};
    Object.keys(there[group] || {}).forEach(function (name) { count(found, now[name], there[group][name], group); });
  });
  return found;
}

function count(found, old, given, group) {
  if (old === undefined) found.added += 1;
  else if (old === given || group === "done") found.same += 1;
  else found.replaced.push({ old: old, new: given });
}

/* Loading a file is a change like any other, made now. A best score is not made worse. */
function changes(here, there) {
  const made = {};
  Handbook.record.GROUPS.forEach(function (group) { if (there[group]) made[group] = Object.assign({}, there[group]); });
  const best = here && here.scores && here.scores.best;
  if (made.scores && made.scores.best < best) made.scores.best = best;
  return made;
}
