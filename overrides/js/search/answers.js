/* The words of the book that answer to a typed one: the same and of the same root; failing that what begins with it,
   the two words it is made of, what is nearly spelt so. What is only a guess is offered, not searched. */
/** @type {Search} */
const search = self.HandbookSearch;

const EXACT = 1, ROOT = 0.8, PART = 0.6, TYPO = 0.55;
const LONG = 8, SURE = 5, RARE = 2, PIECE = 3, TOLD = 3;

search.ENOUGH = 4;

/* {parts: for each word it stands for the pairs [word of the book, quality], shown: what is said of it, hints}. */
search.answers = function (word, store, isAbbreviation) {
  const kin = search.kin(word, store);
  if (kin.length) return { parts: [kin.concat(isRare(kin, store) ? common(family(nearest(word, store), store), kin, store) : [])] };
  if (isAbbreviation) return { parts: [[]], shown: [], hints: [] };
  const begun = beginnings(word, store);
  if (begun.length) return { parts: [begun], shown: frequent(begun, store), isBegun: true };
  const two = apart(word, store);
  if (two) return { parts: two.map(function (part) { return search.kin(part, store); }), shown: [two.join(" ")] };
  return guessed(word, store);
};

search.kin = function (word, store) {
  return kinOf(word, store).map(function (other) { return [other, other === word ? EXACT : ROOT]; });
};

/** The words of the book of the same root.
    @param {string} word @param {Store} store */
function kinOf(word, store) {
  return store.byRoot.get(store.root(word)) || [];
}

/** A slip in a word that begins as it should is sure enough; anything else might be quite another word.
    @param {string} word @param {Store} store */
function guessed(word, store) {
  const near = nearest(word, store);
  const sure = near.filter(function (other) { return word.length >= SURE && other[0] === word[0]; });
  if (!sure.length) return { parts: [[]], shown: [], hints: near.sort(commonest(store)).slice(0, TOLD) };
  const pairs = family(sure, store);
  return { parts: [pairs], shown: frequent(pairs, store) };
}

/** A word that hardly occurs may be a misprint quoted in the book: then the common one is meant too.
    @param {Pair[]} kin @param {Store} store */
function isRare(kin, store) {
  return kin[0][0].length >= LONG && spread(kin, store) <= RARE;
}

/** @param {Pair[]} near @param {Pair[]} kin @param {Store} store */
function common(near, kin, store) {
  return near.filter(function (pair) {
    return spread([pair], store) > 2 * RARE && !kin.some(function (one) { return one[0] === pair[0]; });
  });
}

/** @param {Pair[]} pairs @param {Store} store */
function spread(pairs, store) {
  return pairs.reduce(function (sum, pair) { return sum + search.postings(pair[0], store).length; }, 0);
}

/** @param {string} word @param {Store} store @returns {Pair[]} */
function beginnings(word, store) {
  const isCode = /\d/.test(word) && word.length >= search.ENOUGH;
  return Array.from(store.vocabulary)
    .filter(function (other) { return other.startsWith(word) || (isCode && other.includes(word)); })
    .map(function (other) { return [other, PART]; });
}

/** aktalahir: two words that stand side by side somewhere in the book.
    @param {string} word @param {Store} store */
function apart(word, store) {
  for (let at = PIECE; at <= word.length - PIECE; at += 1) {
    const two = [word.slice(0, at), word.slice(at)];
    if (two.every(function (part) { return store.postings.has(part); }) && search.areNeighbours(two, store)) return two;
  }
  return null;
}

/** The words that are the fewest letters apart.
    @param {string} word @param {Store} store */
function nearest(word, store) {
  if (word.length < search.ENOUGH || /\d/.test(word)) return [];
  for (let most = 1; most <= (word.length >= LONG ? 2 : 1); most += 1) {
    const near = Array.from(store.vocabulary)
      .filter(function (other) { return !/\d/.test(other) && search.distance(word, other, most) <= most; });
    if (near.length) return near;
  }
  return [];
}

/** What is nearly spelt so, and its kin.
    @param {string[]} near @param {Store} store @returns {Pair[]} */
function family(near, store) {
  const all = new Set(near.flatMap(function (word) { return kinOf(word, store); }));
  return Array.from(all, function (word) { return [word, near.includes(word) ? TYPO : TYPO * ROOT]; });
}

/** The few words to name: the nearest, and of these the commonest.
    @param {Pair[]} pairs @param {Store} store */
function frequent(pairs, store) {
  const most = Math.max.apply(null, pairs.map(function (pair) { return pair[1]; }));
  return pairs.filter(function (pair) { return pair[1] === most; })
    .map(function (pair) { return pair[0]; })
    .sort(commonest(store))
    .slice(0, TOLD);
}

/** @param {Store} store @returns {(one: string, other: string) => number} */
function commonest(store) {
  return function (one, other) { return search.postings(other, store).length - search.postings(one, store).length; };
}
