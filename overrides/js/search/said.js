/* What the search says above its results: how many pages there are, which words the book does not have, what is
   shown instead, and where else to look. Lines of pieces: a text, or a link {text, query} or {text, address}. */
/** @type {Search} */
const search = self.HandbookSearch;

search.start = function (data) {
  return [[data.kata.mulai]];
};

search.said = function (query, ranked, shown, store) {
  const words = store.data.kata;
  const notes = query.groups.flatMap(function (group) { return group.notes; });
  const rest = query.groups.filter(function (group) { return !group.notes.length; })
    .map(function (group) { return group.options[0].map(function (term) { return term.word; }).join(" "); });
  const lines = notes.map(function (note) { return sentences(note, rest, query, words); });
  return lines.concat(ranked.pages ? [[total(query, ranked, shown, words)]] : nothing(notes, store));
};

/** @param {Note} note @param {string[]} rest @param {Query} query @param {Texts} words @returns {SaidLine} */
function sentences(note, rest, query, words) {
  const missing = fill(words.tidak_ada, note.word) + " ";
  if (note.shown.length) return [missing + fill(note.isBegun ? words.memuat : words.ganti, quoted(note.shown, words))];
  const others = rest.length ? fill(words.ganti, quoted(rest, words)) + " " : "";
  return [missing + others, ...(note.hints.length ? hints(note, query, words) : [])];
}

/** Words that may have been meant, each with the query that has it.
    @param {Note} note @param {Query} query @param {Texts} words @returns {SaidLine} */
function hints(note, query, words) {
  const links = note.hints.map(function (word) {
    return { text: word, query: query.text.split(note.word).join(word) };
  });
  return [words.maksud + " ", ...listed(links), "?"];
}

/** @param {Query} query @param {Ranked} ranked @param {number} shown @param {Texts} words */
function total(query, ranked, shown, words) {
  const isWhole = query.groups.length > 1 && query.groups.every(function (group) { return group.options.some(isFilled); });
  const many = ranked.pages === 1 ? words.satu : fill(words.banyak, ranked.pages);
  const full = isWhole && ranked.full < ranked.pages ? [fill(words.semua, ranked.full)] : [];
  const top = shown < ranked.pages ? [fill(words.teratas, shown)] : [];
  return [many].concat(full, top).join("; ") + ".";
}

/** @param {Term[]} option */
function isFilled(option) {
  return option.every(function (term) { return term.words.size; });
}

/** @param {Note[]} notes @param {Store} store @returns {SaidLine[]} */
function nothing(notes, store) {
  const words = store.data.kata;
  const lists = store.data.daftar.map(function (number) {
    const page = store.data.halaman[number];
    return { text: page[1], address: page[0] };
  });
  const advice = [notes.length ? words.lain : words.khusus];
  return lists.length ? [advice, [words.lihat + " ", ...listed(lists), "."]] : [advice];
}

/** @param {string[]} all @param {Texts} words */
function quoted(all, words) {
  return all.map(function (word) { return fill(words.kutip, word); }).join(", ");
}

/** @param {SearchLink[]} links @returns {SaidLine} */
function listed(links) {
  return links.flatMap(function (item, index) { return index ? [", ", item] : [item]; });
}

/** @param {string} text @param {string | number} value */
function fill(text, value) {
  return text.replace("{}", function () { return String(value); });
}
