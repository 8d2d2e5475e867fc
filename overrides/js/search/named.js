/* What a query names by kind and number: "IK 2.1", "ik21", "tahap 3B modul 2", "UU Nomor 23 Tahun 2014", or an id itself.
   Gives the ids, and the words with each number written as the book writes it. */
/** @type {Search} */
const search = self.HandbookSearch;

const NUMBER = /^(?:\d+-)*(?:\d+[a-z]?|[a-z])$/, DIGITS = /^\d{2,}[a-z]?$/, PIECES = 4;

search.named = function (words, store) {
  const found = numbered(words, store), id = words.join("-").replace(/[./]/g, "-");
  const isId = words.length > 1 && store.byId.has(id);
  const ids = laws(words.join(" "), store).concat(deepest(found).flatMap(function (item) { return item.ids; }));
  const there = ids.filter(function (one) { return store.byId.has(one); });
  return { ids: isId ? [id] : Array.from(new Set(there)), words: rewritten(words, found) };
};

/** A name that words of a query give: its place among them, the ids that it may mean, the number as the book writes it.
    @typedef {{ kind: NamedKind, start: number, end: number, ids: string[], key: string, written: string | undefined }} Mention */

/** A stage named together with its module is meant, not the module.
    @param {Mention[]} found */
function deepest(found) {
  const inner = found.filter(function (item) { return item.kind.jenis !== "modul"; });
  return inner.length ? inner : found;
}

/** Every name of a kind with the number behind it: what it names, and which words say so.
    @param {string[]} words @param {Store} store */
function numbered(words, store) {
  const all = kinds(store);
  const modules = all.filter(function (kind) { return kind.jenis === "modul"; });
  const module = modules.flatMap(function (kind) { return mentions(kind, words); }).map(function (item) { return item.key; })[0];
  return all.flatMap(function (kind) { return mentions(kind, words, module); });
}

/** The kinds with the numbers that the book has of each.
    @param {Store} store */
function kinds(store) {
  if (!store.kinds) {
    store.kinds = store.data.rujukan.map(function (kind) {
      const head = kind.id.slice(0, kind.id.indexOf("{"));
      const numbers = Array.from(store.byId.keys())
        .filter(function (id) { return id.startsWith(head); })
        .map(function (id) { return id.slice(head.length); })
        .filter(function (number) { return NUMBER.test(number); });
      const names = kind.sebutan.map(function (name) { return search.words(name); });
      return { jenis: kind.jenis, head: head, within: kind.milik === "modul", numbers: numbers, names: names };
    });
  }
  return store.kinds;
}

/** @param {NamedKind} kind @param {string[]} words @param {string} [module] */
function mentions(kind, words, module) {
  const found = [];
  for (let at = 0; at < words.length;) {
    const item = mention(kind, words, at, module);
    if (item) found.push(item);
    at = item ? item.end : at + 1;
  }
  return found;
}

/** @param {NamedKind} kind @param {string[]} words @param {number} at @param {string | undefined} module */
function mention(kind, words, at, module) {
  const lengths = kind.names
    .filter(function (name) { return name.every(function (word, index) { return words[at + index] === word; }); })
    .map(function (name) { return name.length; });
  if (!lengths.length) return null;
  const start = at + Math.max.apply(null, lengths);
  for (let end = Math.min(words.length, start + PIECES); end > start; end -= 1) {
    const numbers = read(words.slice(start, end), kind, module);
    if (!numbers.length) continue;
    const ids = numbers.map(function (number) { return kind.head + number; });
    return { kind: kind, start: start, end: end, ids: ids, key: numbers[0], written: written(numbers, kind) };
  }
  return null;
}

/** The numbers that some pieces can mean: "2" "1", "2.1" or, without a mark between, "21".
    @param {string[]} pieces @param {NamedKind} kind @param {string | undefined} module */
function read(pieces, kind, module) {
  const joined = pieces.join("-").replace(/[./]/g, "-").replace(/(^|-)0+(?=\d)/g, "$1");
  const known = [joined, joined.replace(/-([a-z])$/, "$1")].map(function (key) { return meant(key, kind, module); })
    .find(function (numbers) { return numbers.length; });
  return known || (DIGITS.test(joined) ? parted(joined, kind) : []);
}

/** Of what is counted within a module: with the module first, of the module that is named, or of every module.
    @param {string} key @param {NamedKind} kind @param {string | undefined} module */
function meant(key, kind, module) {
  if (!kind.within || (module === undefined && kind.numbers.includes(key))) return kind.numbers.filter(function (number) { return number === key; });
  return kind.numbers.filter(function (number) {
    return module === undefined ? number.replace(/^\d+-/, "") === key : number === module + "-" + key;
  });
}

/** @param {string} digits @param {NamedKind} kind */
function parted(digits, kind) {
  return kind.numbers.filter(function (number) { return number.replace(/-/g, "") === digits; });
}

/** As the book writes it: 2.1; of a stage without its module: 3b. Nothing when several numbers are meant.
    @param {string[]} numbers @param {NamedKind} kind */
function written(numbers, kind) {
  const all = new Set(numbers.map(function (number) {
    return kind.within ? number.replace(/^\d+-/, "") : number.replace(/-/g, ".");
  }));
  return all.size === 1 ? Array.from(all)[0] : undefined;
}

/** @param {string[]} words @param {Mention[]} found */
function rewritten(words, found) {
  const sure = found.filter(function (item) { return item.written !== undefined; });
  return words.flatMap(function (word, at) {
    const item = sure.find(function (one) { return one.start <= at && at < one.end; });
    if (!item) return [word];
    return at === item.start ? [String(item.written)] : [];
  });
}

/** @param {string} line @param {Store} store */
function laws(line, store) {
  const rules = store.data.aturan;
  const number = "(?: (?:" + rules.nomor.join("|") + "))? (\\d+)(?:/| )(?:(?:" + rules.tahun.join("|") + ") )?(\\d{4})(?= |$)";
  return Object.keys(store.data.peraturan).flatMap(function (key) {
    const names = store.data.peraturan[key].map(function (name) { return search.words(name).join(" "); });
    const pattern = new RegExp("(?:^| )(?:" + names.map(escape).join("|") + ")" + number, "g");
    return Array.from(line.matchAll(pattern), function (match) { return key + "-" + match[1] + "-" + match[2]; });
  });
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
