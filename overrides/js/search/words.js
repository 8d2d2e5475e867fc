/* The search's shared object, and words: lower case, without accents; numbers keep dots and slashes (2.1, 23/2014). */
/** @type {Search} */
const search = self.HandbookSearch = /** @type {Search} */ ({});

const WORD = /[\p{L}\p{N}]+(?:[./][\p{L}\p{N}]+)*/gu, ASCII = /^[\x20-\x7e]*$/;

/* The list that stands under a key, made when there is none. */
search.listIn = function (lists, key) {
  const list = lists.get(key) || [];
  lists.set(key, list);
  return list;
};

search.fold = function (text) {
  const small = text.toLowerCase();
  return ASCII.test(small) ? small : small.normalize("NFD").replace(/\p{M}/gu, "");
};

/* Words with their places in the text: [{word, start, end}]. */
search.spans = function (text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const parts = /\d/.test(match[0]) ? [match[0]] : match[0].split(/[./]/);
    let start = match.index;
    for (const part of parts) {
      found.push({ word: search.fold(part), start: start, end: start + part.length });
      start += part.length + 1;
    }
  }
  return found;
};

search.words = function (text) {
  return search.spans(text).map(function (span) { return span.word; });
};
