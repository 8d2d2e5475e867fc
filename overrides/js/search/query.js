/* A query as groups of what must be found. A group has options (what was typed, or what it leads to);
   an option is a list of terms; a term is the words of the book that answer to a typed word, each with a quality.
   A group's notes tell what is shown instead of words that the book does not have. */
/** @type {Search} */
const search = self.HandbookSearch;

const SAME = 0.9, TOLD = 3;
const PIECE = /\p{L}+|\d[\d./]*(?:[a-z](?!\p{L}))?/gu, ABBREVIATION = /^\p{Lu}{2,5}$/u;

/* {text, typed: the words, groups, named: the ids that are named by kind and number}. */
search.parse = function (text, store) {
  const spans = search.spans(text);
  const as = new Map(spans.map(function (span) { return [span.word, text.slice(span.start, span.end)]; }));
  const named = namedIn(spans.map(function (span) { return span.word; }), store);
  const told = named.words.filter(function (word) { return !store.ignored.has(word); });
  const made = groups(told.length ? told : named.words, store, as);
  if (named.ids.length) made.forEach(withoutNumbers);
  return { text: text, typed: named.words, groups: made, named: named.ids };
};

/** ik2.1 is IK 2.1, tahap3b is Tahap 3B; what is no name stays one word when the book has it.
    @param {string[]} words @param {Store} store */
function namedIn(words, store) {
  const parted = search.named(joined(words.flatMap(pieces), store), store);
  if (parted.ids.length) return parted;
  return search.named(joined(words.flatMap(function (word) {
    return store.vocabulary.has(word) ? [word] : pieces(word);
  }), store), store);
}

/** @param {string} word */
function pieces(word) {
  return word.match(PIECE) || [word];
}

/** Puskes mas is one word.
    @param {string[]} words @param {Store} store */
function joined(words, store) {
  /** @type {string[]} */
  const made = [];
  words.forEach(function (word) {
    const before = made[made.length - 1];
    const isHalf = before !== undefined && !/\d/.test(before + word) && !(isKnown(before, store) && isKnown(word, store));
    if (isHalf && store.vocabulary.has(before + word)) made[made.length - 1] = before + word;
    else made.push(word);
  });
  return made;
}

/** @param {string} word @param {Store} store */
function isKnown(word, store) {
  return store.byRoot.has(store.root(word));
}

/** A number in a name that was found is no word that is missing.
    @param {QueryGroup} group */
function withoutNumbers(group) {
  group.notes = group.notes.filter(function (note) { return !/\d/.test(note.word); });
}

/** @param {string[]} words @param {Store} store @param {Map<string, string>} as */
function groups(words, store, as) {
  /** @type {QueryGroup[]} */
  const found = [];
  for (let at = 0; at < words.length;) {
    const meaning = search.meaningAt(words, at, store);
    const typed = words.slice(at, at + meaning.length);
    const there = meaning.others.filter(function (phrase) { return isThere(phrase, store); });
    found.push(there.length ? led(typed, there, store, as) : plain(typed, store, as));
    at += typed.length;
  }
  return found;
}

/** @param {string} phrase @param {Store} store */
function isThere(phrase, store) {
  return search.words(phrase).every(function (word) { return isKnown(word, store); });
}

/** What was typed, as far as the book has it, and what it leads to.
    @param {string[]} typed @param {string[]} phrases @param {Store} store @param {Map<string, string>} as */
function led(typed, phrases, store, as) {
  const own = typed.map(function (word) { return term(word, search.kin(word, store), 1, store); });
  const others = phrases.map(function (phrase) { return besides(told(phrase, store), store); });
  const isMissing = !typed.every(function (word) { return isKnown(word, store); });
  const note = { word: spelled(typed, as), shown: phrases.slice(0, TOLD), hints: [] };
  return { size: own.length, options: [own].concat(others), notes: isMissing ? [note] : [] };
}

/** Of several words each must stand as it is: *tumbuh kembang* is not *menumbuhkan* here and *mengembangkan* there.
    @param {string[]} words @param {Store} store */
function besides(words, store) {
  return words.map(function (word) {
    const kin = search.kin(word, store);
    return term(word, words.length > 1 && store.postings.has(word) ? kin.filter(function (pair) { return pair[0] === word; }) : kin, SAME, store);
  });
}

/** @param {string} phrase @param {Store} store */
function told(phrase, store) {
  return search.words(phrase).filter(function (word) { return !store.ignored.has(word); });
}

/** @param {string[]} typed @param {Store} store @param {Map<string, string>} as */
function plain(typed, store, as) {
  const answered = typed.map(function (word) { return search.answers(word, store, ABBREVIATION.test(as.get(word) || "")); });
  const own = answered.flatMap(function (answer, index) {
    return answer.parts.map(function (pairs) { return term(typed[index], pairs, 1, store); });
  });
  const notes = answered.flatMap(function (answer, index) {
    if (!answer.shown) return [];
    const note = { word: spelled([typed[index]], as), shown: answer.shown, hints: answer.hints || [], isBegun: answer.isBegun };
    return [note];
  });
  return { size: own.length, options: [own], notes: notes };
}

/** @param {string[]} words @param {Map<string, string>} as */
function spelled(words, as) {
  return words.map(function (word) { return as.get(word) || word; }).join(" ");
}

/** @param {string} word @param {Pair[]} pairs @param {number} weight @param {Store} store */
function term(word, pairs, weight, store) {
  const found = new Map(pairs.map(function (pair) { return [pair[0], pair[1] * weight]; }));
  return { word: word, words: found, rarity: rarity(found, store) };
}

/** @param {Map<string, number>} words @param {Store} store */
function rarity(words, store) {
  const places = new Set();
  words.forEach(function (_, word) {
    search.postings(word, store).forEach(function (posting) { places.add(posting[0]); });
  });
  return Math.log(1 + (store.sections.length - places.size + 0.5) / (places.size + 0.5));
}
