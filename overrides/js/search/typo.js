/* How many letters apart two words are: one letter wrong, missing, too much, or two neighbours swapped. */
/** @type {Search} */
const search = self.HandbookSearch;

search.distance = function (one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = steps(other.length), now;
  for (let i = 1; i <= one.length; i += 1) {
    now = [i];
    for (let j = 1; j <= other.length; j += 1) now.push(cost(one, other, i, j, now, last, before));
    if (Math.min.apply(null, now) > most) return most + 1;
    before = last;
    last = now;
  }
  return last[other.length];
};

/** @param {number} length */
function steps(length) {
  return Array.from({ length: length + 1 }, function (_, index) { return index; });
}

/** @param {string} one @param {string} other @param {number} i @param {number} j @param {number[]} now @param {number[]} last @param {number[]} before */
function cost(one, other, i, j, now, last, before) {
  const same = one[i - 1] === other[j - 1] ? 0 : 1;
  const best = Math.min(now[j - 1] + 1, last[j] + 1, last[j - 1] + same);
  const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  return swapped ? Math.min(best, before[j - 2] + 1) : best;
}
