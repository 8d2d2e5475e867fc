/* Puts the sections in order: rare words count more, names more than text, and the whole query more than a part of it. */
/** @type {Search} */
const search = self.HandbookSearch;

const NAME = 6, TEXT = 1, PAGE = 1.5, FULL = 1.2, EVEN = 0.7;
const OWN_NAME = 3, ANY_NAME = 2, NEIGHBOURS = 0.5, NAMED = 1000, MOST = 200, SAME = 0.9;
const LISTED = ["instrumen", "peraturan", "istilah", "kompetensi", "box", "modul"];
/** @type {Record<string, number>} */
const WEIGHTS = { instrumen: 1.25, peraturan: 0.85, istilah: 1.15, panduan: 0.35, halaman: 0.6, rangkuman: 0.8, kuis: 0.8 };

/* {best: [{section, score, words}] with the best first, pages: how many pages have any of it, full: how many have all};
   words are those of the book that answered. */
search.rank = function (query, store) {
  const found = new Map();
  query.groups.forEach(function (group) { gather(group, store, found); });
  query.named.forEach(function (id) { entry(found, Number(store.byId.get(id))); });
  const whole = query.groups.reduce(function (sum, group) { return sum + weight(group); }, 0) || 1;
  const rough = Array.from(found.values(), function (item) { return weighed(item, query, whole, store); });
  const best = rough.sort(byScore).slice(0, MOST);
  best.forEach(function (item) { item.score *= bonus(item, query, store); });
  return Object.assign({ best: best.sort(byScore) }, counted(found, query, store));
};

/** Pages with any of the groups, and with all of them somewhere on the page.
    @param {Map<number, Hit>} found @param {Query} query @param {Store} store */
function counted(found, query, store) {
  const pages = new Map();
  found.forEach(function (item, number) {
    const page = store.sections[number].page;
    if (!pages.has(page)) pages.set(page, new Set());
    item.groups.forEach(function (group) { pages.get(page).add(group); });
  });
  const full = Array.from(pages.values()).filter(function (groups) { return groups.size === query.groups.length; });
  return { pages: pages.size, full: full.length };
}

/** @param {Hit} one @param {Hit} other */
function byScore(one, other) {
  return other.score - one.score || one.section - other.section;
}

/** @param {Map<number, Hit>} found @param {number} section */
function entry(found, section) {
  const there = found.get(section);
  if (there) return there;
  /** @type {Hit} */
  const made = { section: section, score: 0, sum: 0, covered: 0, words: new Set(), groups: new Set() };
  found.set(section, made);
  return made;
}

/** @param {QueryGroup} group */
function weight(group) {
  return group.options[0].reduce(function (sum, term) { return sum + term.rarity; }, 0) || 1;
}

/** The best option of a group counts; one that means the same counts only when all of it is there.
    @param {QueryGroup} group @param {Store} store @param {Map<number, Hit>} found */
function gather(group, store, found) {
  /** @type {Map<number, { score: number, share: number, words: string[] }>} */
  const best = new Map();
  group.options.forEach(function (option, index) {
    optionScores(option, store).forEach(function (made, section) {
      if (index && made.terms < option.length) return;
      const share = index ? 1 : made.terms / option.length;
      const score = index ? made.score * weight(group) / Math.max(1, weightOf(option)) : made.score;
      const before = best.get(section);
      if (!before || before.score < score) best.set(section, { score: score, share: share, words: made.words });
    });
  });
  best.forEach(function (made, section) {
    const item = entry(found, section);
    item.sum += made.score;
    item.covered += weight(group) * made.share;
    if (made.share === 1) item.groups.add(group);
    made.words.forEach(function (word) { item.words.add(word); });
  });
}

/** @param {Term[]} option */
function weightOf(option) {
  return option.reduce(function (sum, term) { return sum + term.rarity; }, 0);
}

/** @param {Term[]} option @param {Store} store */
function optionScores(option, store) {
  /** @type {Map<number, { score: number, terms: number, words: string[] }>} */
  const scores = new Map();
  option.forEach(function (term) {
    termScores(term, store).forEach(function (made, section) {
      const before = scores.get(section) || { score: 0, terms: 0, words: [] };
      scores.set(section, {
        score: before.score + made.score, terms: before.terms + 1, words: before.words.concat(made.words),
      });
    });
  });
  return scores;
}

/** @param {Term} term @param {Store} store */
function termScores(term, store) {
  /** @type {Map<number, { count: number, words: string[], score: number }>} */
  const counts = new Map();
  term.words.forEach(function (quality, word) {
    search.postings(word, store).forEach(function (posting) {
      const made = counts.get(posting[0]) || { count: 0, words: [], score: 0 };
      made.count += quality * times(posting, store);
      made.words.push(word);
      counts.set(posting[0], made);
    });
  });
  counts.forEach(function (made) { made.score = term.rarity * made.count / (made.count + FULL); });
  return counts;
}

/** @param {Posting} posting @param {Store} store */
function times(posting, store) {
  const length = store.sections[posting[0]].words.length;
  return posting[1] * NAME + posting[3] * PAGE + posting[2] * TEXT / (1 - EVEN + EVEN * length / store.average);
}

/** @param {Hit} item @param {Query} query @param {number} whole @param {Store} store */
function weighed(item, query, whole, store) {
  const section = store.sections[item.section], covered = item.covered / whole;
  const kind = WEIGHTS[section.kind] || WEIGHTS[section.pageKind] || 1;
  item.score = item.sum * covered * covered * kind + (query.named.includes(section.id) ? NAMED : 0);
  return item;
}

/** @param {Hit} item @param {Query} query @param {Store} store */
function bonus(item, query, store) {
  const section = store.sections[item.section];
  return 1 + nameBonus(section, query, store) + NEIGHBOURS * neighbours(section, item, query, store);
}

/** How far query and name are the same, above all for what readers know by name.
   A name is what stands before its colon, or after it, or all of it.
    @param {Section} section @param {Query} query @param {Store} store */
function nameBonus(section, query, store) {
  const weight = LISTED.includes(section.kind) ? OWN_NAME : ANY_NAME;
  return weight * Math.max.apply(null, section.names.map(function (name) { return likeness(name, query, store); }));
}

/** @param {Set<string>} name @param {Query} query @param {Store} store */
function likeness(name, query, store) {
  const found = query.groups.map(function (group) { return best(group, name, store); });
  const hits = total(found, "hits"), asked = hits / total(found, "size");
  const told = Math.min(1, total(found, "words") / (name.size || 1));
  return asked * (0.3 + 0.7 * asked * told * told);
}

/** @typedef {{ hits: number, size: number, words: number }} Part */

/** How much of a group a name has: of what was typed, or all of something that means the same.
    @param {QueryGroup} group @param {Set<string>} name @param {Store} store */
function best(group, name, store) {
  const made = group.options.map(function (option, index) {
    const words = option.filter(function (term) { return meets(term, name, store); }).length;
    const share = index && words < option.length ? 0 : (index ? SAME : 1) * words / option.length;
    return { hits: share * group.size, size: group.size, words: words };
  });
  return made.reduce(function (one, other) { return other.hits > one.hits ? other : one; });
}

/** @param {Part[]} items @param {keyof Part} key */
function total(items, key) {
  return items.reduce(function (sum, item) { return sum + item[key]; }, 0);
}

/** @param {Term} term @param {Set<string>} name @param {Store} store */
function meets(term, name, store) {
  return Array.from(term.words.keys()).some(function (word) { return name.has(store.root(word)); });
}

/** The share of neighbours in the query that are neighbours in the section too.
    @param {Section} section @param {Hit} item @param {Query} query @param {Store} store */
function neighbours(section, item, query, store) {
  const pairs = pairsOf(query.typed, store);
  if (!pairs.size || item.words.size < 2) return 0;
  const there = section.pairs = section.pairs || pairsOf(section.titleWords.concat(section.words), store);
  return Array.from(pairs).filter(function (pair) { return there.has(pair); }).length / pairs.size;
}

/** @param {string[]} words @param {Store} store */
function pairsOf(words, store) {
  const roots = words.map(store.root);
  return new Set(roots.slice(1).map(function (root, index) { return roots[index] + " " + root; }));
}
