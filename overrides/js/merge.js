/* What a file would change on this device, and the record that comes of it. The file wins where both have something. */
Handbook.merge = { compare: compare, join: join };

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

function join(here, there) {
  const made = Object.assign({}, here, there);
  GROUPS.concat("rows").forEach(function (group) {
    if ((here && here[group]) || there[group]) made[group] = Object.assign({}, here && here[group], there[group]);
  });
  Object.keys((here && here.rows) || {}).forEach(function (part) { made.rows[part] = both(there.rows && there.rows[part], here.rows[part]); });
  made.time = Math.max((here && here.time) || 0, there.time || 0);
  return made;
}

function both(first, second) {
  return (first || []).concat(second.filter(function (row) { return (first || []).indexOf(row) < 0; }));
}
