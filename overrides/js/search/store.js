/* The index in memory: for each word the sections that have it, in their name, their text, or the name of their page. */
const search = self.HandbookSearch;

search.makeStore = function (data) {
  const sections = data.bagian.map(function (row) { return section(row, data.halaman); });
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
  };
}

/* A posting is [section, times in the name, times in the text, times in the page's name]. */
function enter(postings, item, number) {
  [item.titleWords, item.words, item.pageWords].forEach(function (words, field) {
    words.forEach(function (word) {
      if (!postings.has(word)) postings.set(word, []);
      const list = postings.get(word);
      const last = list[list.length - 1];
      if (!last || last[0] !== number) list.push([number, 0, 0, 0]);
      list[list.length - 1][field + 1] += 1;
    });
  });
}

function grouped(vocabulary, root) {
  const groups = new Map();
  vocabulary.forEach(function (word) {
    if (!groups.has(root(word))) groups.set(root(word), []);
    groups.get(root(word)).push(word);
  });
  return groups;
}

/* The roots of a name: of all of it, and of its label and its title, which a colon parts. */
function names(title, ignored, root) {
  return [title].concat(title.includes(": ") ? title.split(/: (.*)/, 2) : []).map(function (name) {
    return new Set(search.words(name).filter(function (word) { return !ignored.has(word); }).map(root));
  });
}

function byId(sections) {
  return new Map(sections.map(function (item, number) { return [item.id, number]; }).reverse());
}

/* Whether two words stand side by side in some section. */
search.areNeighbours = function (two, store) {
  return store.postings.get(two[0]).some(function (posting) {
    const item = store.sections[posting[0]];
    return [item.titleWords, item.words].some(function (words) {
      return words.some(function (word, at) { return word === two[0] && words[at + 1] === two[1]; });
    });
  });
};

function mean(numbers) {
  return numbers.reduce(function (sum, number) { return sum + number; }, 0) / Math.max(1, numbers.length);
}
