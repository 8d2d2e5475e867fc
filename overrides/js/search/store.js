/* The index in memory: for each word the sections that have it, in their name, their text, or the name of their page. */
/** @type {Search} */
const search = self.HandbookSearch;

search.makeStore = function (data) {
  const sections = data.bagian.map(function (row) { return section(row, data.halaman); });
  /** @type {Map<string, Posting[]>} */
  const postings = new Map();
  sections.forEach(function (item, number) { enter(postings, item, number); });
  const vocabulary = new Set(postings.keys());
  const root = search.makeRoots(data.aturan, vocabulary);
  const ignored = new Set(data.aturan.abaikan);
  sections.forEach(function (item) { item.names = names(item.title, ignored, root); });
  return {
    data: data,
    sections: sections,
    postings: postings,
    vocabulary: vocabulary,
    root: root,
    byRoot: grouped(vocabulary, root),
    byId: byId(sections),
    ignored: ignored,
    average: mean(sections.map(function (item) { return item.words.length; })),
  };
};

/** @param {SearchData["bagian"][number]} row @param {SearchData["halaman"]} pages @returns {Section} */
function section(row, pages) {
  const page = pages[row[0]];
  const isPage = row[1] === "";
  const title = isPage ? page[1] : row[3];
  return {
    page: row[0],
    isPage: isPage,
    address: page[0] + (isPage ? "" : "#" + row[1]),
    id: isPage ? page[3] : row[1],
    kind: isPage ? page[2] : row[2],
    pageKind: page[2],
    title: title,
    text: row[4],
    titleWords: search.words(title),
    words: search.words(row[4]),
    pageWords: isPage ? [] : search.words(page[1]),
    names: [],
  };
}

/** A posting is [section, times in the name, times in the text, times in the page's name].
    @param {Map<string, Posting[]>} postings @param {Section} item @param {number} number */
function enter(postings, item, number) {
  [item.titleWords, item.words, item.pageWords].forEach(function (words, field) {
    words.forEach(function (word) {
      const list = search.listIn(postings, word);
      const last = list[list.length - 1];
      if (!last || last[0] !== number) list.push([number, 0, 0, 0]);
      list[list.length - 1][field + 1] += 1;
    });
  });
}

/** @param {Set<string>} vocabulary @param {(word: string) => string} root */
function grouped(vocabulary, root) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  vocabulary.forEach(function (word) { search.listIn(groups, root(word)).push(word); });
  return groups;
}

/** The roots of a name: of all of it, and of its label and its title, which a colon parts.
    @param {string} title @param {Set<string>} ignored @param {(word: string) => string} root */
function names(title, ignored, root) {
  return [title].concat(title.includes(": ") ? title.split(/: (.*)/, 2) : []).map(function (name) {
    return new Set(search.words(name).filter(function (word) { return !ignored.has(word); }).map(root));
  });
}

/** @param {Section[]} sections */
function byId(sections) {
  return new Map(sections.map(function (item, number) { return /** @type {[string, number]} */ ([item.id, number]); }).reverse());
}

/* Where a word of the book stands. */
search.postings = function (word, store) {
  return store.postings.get(word) || [];
};

/* Whether two words stand side by side in some section. */
search.areNeighbours = function (two, store) {
  return search.postings(two[0], store).some(function (posting) {
    const item = store.sections[posting[0]];
    return [item.titleWords, item.words].some(function (words) {
      return words.some(function (word, at) { return word === two[0] && words[at + 1] === two[1]; });
    });
  });
};

/** @param {number[]} numbers */
function mean(numbers) {
  return numbers.reduce(function (sum, number) { return sum + number; }, 0) / Math.max(1, numbers.length);
}
