/* A query as groups of what must be found. A group has options (what was typed, or what means the same);
   an option is a list of terms; a term is the words of the book that answer to a typed word, each with a quality. */
const search = self.HandbookSearch;

const EXACT = 1, ROOT = 0.8, PART = 0.6, TYPO = 0.55, SAME = 0.9;
const LONG = 8, ENOUGH = 4, RARE = 2;

search.parse = function (text, store) {
  const typed = search.words(text).flatMap(function (word) { return apart(word, store); });
  const told = typed.filter(function (word) { return !store.ignored.has(word); });
  return { typed: typed, groups: groups(told.length ? told : typed, store), named: search.named(typed, store) };
};

/* ik2.1 is IK 2.1. */
function apart(word, store) {
  const match = /^(\p{L}+)(\d[\d.]*)$/u.exec(word);
  return match && !store.vocabulary.has(word) ? [match[1], match[2]] : [word];
}

function groups(words, store) {
  const found = [];
  for (let at = 0; at < words.length;) {
    const same = sameAs(words, at, store);
    const typed = words.slice(at, at + same.length);
    const options = [typed].concat(same.others);
    found.push({
      size: typed.length,
      options: options.map(function (option, index) { return terms(option, index ? SAME : 1, store); }),
    });
    at += same.length;
  }
  return found;
}

/* The longest run of words, from a place on, that has others of the same meaning. */
function sameAs(words, at, store) {
  let best = { length: 1, others: [] };
  meanings(store).forEach(function (group) {
    group.forEach(function (phrase) {
      const isHere = phrase.every(function (word, index) { return alike(words[at + index], word, store); });
      if (!isHere || phrase.length < best.length) return;
      const others = group.filter(function (other) { return other !== phrase; });
      best = { length: phrase.length, others: phrase.length > best.length ? others : best.others.concat(others) };
    });
  });
  return best;
}

/* A word that the book does not have may be the beginning of one, or one that is nearly spelt so: BUMDes, BUMDesa. */
function alike(typed, word, store) {
  if (typed === undefined) return false;
  if (typed === word || store.root(typed) === store.root(word)) return true;
  const isUnknown = typed.length >= ENOUGH && !store.byRoot.has(store.root(typed));
  return isUnknown && (word.startsWith(typed) || search.distance(typed, word, 1) <= 1);
}

function meanings(store) {
  if (!store.meanings) {
    store.meanings = store.data.samakan.map(function (group) {
      return group.map(function (phrase) {
        return search.words(phrase).filter(function (word) { return !store.ignored.has(word); });
      });
    });
  }
  return store.meanings;
}

function terms(words, weight, store) {
  return words.map(function (word) { return term(word, weight, store); });
}

function term(word, weight, store) {
  const found = new Map();
  answers(word, store).forEach(function (pair) { found.set(pair[0], pair[1] * weight); });
  return { word: word, words: found, rarity: rarity(found, store) };
}

/* Exact and of the same root; failing that what begins with it, has it as a part of a code, or is nearly spelt so. */
function answers(word, store) {
  const kin = (store.byRoot.get(store.root(word)) || []).map(function (other) {
    return [other, other === word ? EXACT : ROOT];
  });
  if (kin.length) return isRare(kin, store) ? kin.concat(common(misspelt(word, store), kin, store)) : kin;
  const begun = beginnings(word, store);
  return begun.length ? begun : misspelt(word, store);
}

/* A word that hardly occurs may be a misprint quoted in the book: then the common one is meant too. */
function isRare(kin, store) {
  return kin[0][0].length >= LONG && spread(kin, store) <= RARE;
}

function common(near, kin, store) {
  return near.filter(function (pair) {
    return spread([pair], store) > 2 * RARE && !kin.some(function (one) { return one[0] === pair[0]; });
  });
}

function spread(pairs, store) {
  return pairs.reduce(function (sum, pair) { return sum + store.postings.get(pair[0]).length; }, 0);
}

function beginnings(word, store) {
  const isCode = /\d/.test(word) && word.length >= ENOUGH;
  return Array.from(store.vocabulary)
    .filter(function (other) { return other.startsWith(word) || (isCode && other.includes(word)); })
    .map(function (other) { return [other, PART]; });
}

function misspelt(word, store) {
  if (word.length < ENOUGH || /\d/.test(word)) return [];
  for (let most = 1; most <= (word.length >= LONG ? 2 : 1); most += 1) {
    const near = Array.from(store.vocabulary)
      .filter(function (other) { return !/\d/.test(other) && search.distance(word, other, most) <= most; });
    if (near.length) return family(near, store);
  }
  return [];
}

/* What is nearly spelt so, and its kin. */
function family(near, store) {
  const all = new Set(near.flatMap(function (word) { return store.byRoot.get(store.root(word)); }));
  return Array.from(all, function (word) { return [word, near.includes(word) ? TYPO : TYPO * ROOT]; });
}

function rarity(words, store) {
  const places = new Set();
  words.forEach(function (_, word) {
    store.postings.get(word).forEach(function (posting) { places.add(posting[0]); });
  });
  return Math.log(1 + (store.sections.length - places.size + 0.5) / (places.size + 0.5));
}
