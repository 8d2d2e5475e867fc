/* Roots of words, found by taking affixes off. A root counts only when the book bears it out:
   it is a word of the book itself, or several words of the book share it. */
const search = self.HandbookSearch;

const SHORT = 3, SHARED = 4, LOAN = 5, MOST = 60;

search.makeRoots = function (language, vocabulary) {
  const rules = prepared(language), fixed = fixedRoots(language);
  const families = new Map();
  vocabulary.forEach(function (word) {
    stripped(word, rules, fixed).forEach(function (form) {
      if (!families.has(form)) families.set(form, []);
      families.get(form).push(word);
    });
  });
  const known = new Map();
  return function (word) {
    if (!known.has(word)) known.set(word, rootOf(word, rules, fixed, vocabulary, families));
    return known.get(word);
  };
};

function prepared(rules) {
  const prefixes = rules.awalan.map(function (prefix) {
    return { length: prefix.tulis.length, pattern: new RegExp("^" + prefix.tulis + "(?:" + prefix.sebelum + ")"), firsts: prefix.asal };
  });
  return { prefixes: prefixes, suffixes: rules.akhiran, loans: rules.akhiran_serapan };
}

/* Words whose root the language file gives. */
function fixedRoots(rules) {
  const fixed = new Map();
  Object.keys(rules.akar).forEach(function (root) {
    rules.akar[root].forEach(function (word) { fixed.set(word, root); });
  });
  return fixed;
}

function rootOf(word, rules, fixed, vocabulary, families) {
  const forms = stripped(word, rules, fixed);
  const given = forms.find(function (form) { return fixed.has(form); });
  if (given) return fixed.get(given);
  const borne = forms.filter(function (form) { return isBorne(form, word, vocabulary, families); });
  const size = function (form) { return (families.get(form) || []).length; };
  return borne.reduce(function (best, form) { return size(form) > size(best) ? form : best; }, word);
}

function isBorne(form, word, vocabulary, families) {
  if (vocabulary.has(form)) return form.length >= SHORT;
  const shared = (families.get(form) || []).filter(function (other) { return other !== word; });
  return form.length > SHARED ? shared.length > 0 : form.length === SHARED && shared.length > 1;
}

/* The word and everything it can be without some of its affixes, the nearest first. */
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

function shorter(word, rules) {
  return withoutPrefix(word, rules.prefixes)
    .concat(withoutSuffix(word, rules.suffixes, SHORT), withoutSuffix(word, rules.loans, LOAN));
}

function withoutPrefix(word, prefixes) {
  return prefixes
    .filter(function (prefix) { return prefix.pattern.test(word); })
    .flatMap(function (prefix) {
      return prefix.firsts.map(function (first) { return first + word.slice(prefix.length); });
    })
    .filter(function (form) { return form.length >= SHORT; });
}

function withoutSuffix(word, suffixes, least) {
  return suffixes
    .filter(function (suffix) { return word.endsWith(suffix) && word.length - suffix.length >= least; })
    .map(function (suffix) { return word.slice(0, -suffix.length); });
}
