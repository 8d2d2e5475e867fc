/* Words that lead to others: what the glossary expands, the spellings of the settings, the editors' synonyms. */
/** @type {Search} */
const search = self.HandbookSearch;

/* The longest run of words, from a place on, that leads elsewhere: how many words, and the phrases it leads to. */
search.meaningAt = function (words, at, store) {
  /** @type {{ length: number, others: string[] }} */
  let best = { length: 1, others: [] };
  meanings(store).forEach(function (meaning) {
    const here = meaning.words;
    if (here.length < best.length || !here.every(function (word, index) { return alike(words[at + index], word, store); })) return;
    best = { length: here.length, others: here.length > best.length ? meaning.others : best.others.concat(meaning.others) };
  });
  return { length: best.length, others: best.others.filter(unlike(words.slice(at, at + best.length))) };
};

/** What was typed does not stand for itself, and nothing is said twice.
    @param {string[]} typed @returns {(phrase: string) => boolean} */
function unlike(typed) {
  const seen = new Set([typed.join(" ")]);
  return function (phrase) {
    const line = search.words(phrase).join(" ");
    return !seen.has(line) && Boolean(seen.add(line));
  };
}

/** A word that the book does not have may be the beginning of one, or one that is nearly spelt so: BUMDes, BUMDesa.
    @param {string | undefined} typed @param {string} word @param {Store} store */
function alike(typed, word, store) {
  if (typed === undefined) return false;
  if (typed === word || store.root(typed) === store.root(word)) return true;
  const isUnknown = typed.length >= search.ENOUGH && !store.byRoot.has(store.root(typed));
  return isUnknown && (word.startsWith(typed) || (typed[0] === word[0] && search.distance(typed, word, 1) <= 1));
}

/** Each phrase with all that it leads to. What is led to leads back; where nothing is, all stand for each other.
    @param {Store} store */
function meanings(store) {
  if (!store.meanings) {
    store.meanings = store.data.samakan.flatMap(function (pair) {
      const typed = pair[0], leads = pair[1];
      return typed.map(function (phrase) { return meaning(phrase, leads.length ? leads : typed, store); })
        .concat(leads.map(function (phrase) { return meaning(phrase, typed, store); }));
    });
  }
  return store.meanings;
}

/** @param {string} phrase @param {string[]} others @param {Store} store */
function meaning(phrase, others, store) {
  const words = search.words(phrase).filter(function (word) { return !store.ignored.has(word); });
  return { words: words, others: others };
}
