/* Roots of words, found by taking affixes off. A root counts only when the book bears it out:
   it is a word of the book itself, or several words of the book share it. */
const search = self.HandbookSearch;

const SHORT = 3, SHARED = 5, LOAN = 5, MOST = 60;

search.makeRoots = function (rules, vocabulary) {
  const fixed = fixedRoots(rules);
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
  return shared.length > 0 && form.length >= SHARED;
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
  return withoutPrefix(word, rules.awalan)
    .concat(withoutSuffix(word, rules.akhiran, SHORT), withoutSuffix(word, rules.akhiran_serapan || [], LOAN));
}

function withoutPrefix(word, prefixes) {
  const found = [];
  prefixes.forEach(function (prefix) {
    const rest = word.slice(prefix.tulis.length);
    if (!word.startsWith(prefix.tulis) || !new RegExp("^(?:" + prefix.sebelum + ")").test(rest)) return;
    prefix.asal.forEach(function (first) {
      if (first.length + rest.length >= SHORT) found.push(first + rest);
    });
  });
  return found;
}

function withoutSuffix(word, suffixes, least) {
  return suffixes
    .filter(function (suffix) { return word.endsWith(suffix) && word.length - suffix.length >= least; })
    .map(function (suffix) { return word.slice(0, -suffix.length); });
}
