/* Roots of words, found by taking affixes off. A root counts only when the book bears it out:
   it is a word of the book itself, or several words of the book share it. */
/** @type {Search} */
const search = self.HandbookSearch;

/** A prefix as it is written, and the letters that may stand for it at the beginning of a root.
    @typedef {{ length: number, pattern: RegExp, firsts: string[] }} Prefix
    @typedef {{ prefixes: Prefix[], suffixes: string[], loans: string[] }} Rules */

const SHORT = 3, SHARED = 4, LOAN = 5, MOST = 60;

search.makeRoots = function (language, vocabulary) {
  const rules = prepared(language), fixed = fixedRoots(language);
  /** @type {Map<string, string[]>} */
  const families = new Map();
  vocabulary.forEach(function (word) {
    stripped(word, rules, fixed).forEach(function (form) { search.listIn(families, form).push(word); });
  });
  /** @type {Map<string, string>} */
  const known = new Map();
  return function (word) {
    const root = known.get(word) || rootOf(word, rules, fixed, vocabulary, families);
    known.set(word, root);
    return root;
  };
};

/** @param {Language} rules @returns {Rules} */
function prepared(rules) {
  const prefixes = rules.awalan.map(function (prefix) {
    return { length: prefix.tulis.length, pattern: new RegExp("^" + prefix.tulis + "(?:" + prefix.sebelum + ")"), firsts: prefix.asal };
  });
  return { prefixes: prefixes, suffixes: rules.akhiran, loans: rules.akhiran_serapan };
}

/** Words whose root the language file gives.
    @param {Language} rules */
function fixedRoots(rules) {
  /** @type {Map<string, string>} */
  const fixed = new Map();
  Object.keys(rules.akar).forEach(function (root) {
    rules.akar[root].forEach(function (word) { fixed.set(word, root); });
  });
  return fixed;
}

/** @param {string} word @param {Rules} rules @param {Map<string, string>} fixed @param {Set<string>} vocabulary @param {Map<string, string[]>} families */
function rootOf(word, rules, fixed, vocabulary, families) {
  const forms = stripped(word, rules, fixed);
  const given = forms.map(function (form) { return fixed.get(form); }).find(Boolean);
  if (given) return given;
  const borne = forms.filter(function (form) { return isBorne(form, word, vocabulary, families); });
  const size = function (/** @type {string} */ form) { return (families.get(form) || []).length; };
  return borne.reduce(function (best, form) { return size(form) > size(best) ? form : best; }, word);
}

/** @param {string} form @param {string} word @param {Set<string>} vocabulary @param {Map<string, string[]>} families */
function isBorne(form, word, vocabulary, families) {
  if (vocabulary.has(form)) return form.length >= SHORT;
  const shared = (families.get(form) || []).filter(function (other) { return other !== word; });
  return form.length > SHARED ? shared.length > 0 : form.length === SHARED && shared.length > 1;
}

/** The word and everything it can be without some of its affixes, the nearest first.
    @param {string} word @param {Rules} rules @param {Map<string, string>} fixed */
function stripped(word, rules, fixed) {
  const forms = [word];
  if (/\d/.test(word)) return forms;
  for (let at = 0; at < forms.length && forms.length < MOST; at += 1) {
    if (fixed.has(forms[at])) return forms.slice(0, at + 1);
    shorter(forms[at], rules).forEach(function (form) {
      if (!forms.includes(form)) forms.push(form);
    });
  }
  return forms;
}

/** @param {string} word @param {Rules} rules */
function shorter(word, rules) {
  return withoutPrefix(word, rules.prefixes)
    .concat(withoutSuffix(word, rules.suffixes, SHORT), withoutSuffix(word, rules.loans, LOAN));
}

/** @param {string} word @param {Rules["prefixes"]} prefixes */
function withoutPrefix(word, prefixes) {
  return prefixes
    .filter(function (prefix) { return prefix.pattern.test(word); })
    .flatMap(function (prefix) {
      return prefix.firsts.map(function (first) { return first + word.slice(prefix.length); });
    })
    .filter(function (form) { return form.length >= SHORT; });
}

/** @param {string} word @param {string[]} suffixes @param {number} least */
function withoutSuffix(word, suffixes, least) {
  return suffixes
    .filter(function (suffix) { return word.endsWith(suffix) && word.length - suffix.length >= least; })
    .map(function (suffix) { return word.slice(0, -suffix.length); });
}
