/* What a query names by kind and number: "IK 2.1", "tahap 3B modul 2", "UU Nomor 23 Tahun 2014". Gives ids. */
const search = self.HandbookSearch;

search.named = function (words, store) {
  const line = words.join(" ");
  const modules = store.data.rujukan.filter(function (kind) { return kind.id === "modul-{nomor}"; });
  const module = modules.length ? numbersOf(modules[0], line)[0] : undefined;
  const kinds = store.data.rujukan.flatMap(function (kind) { return targets(kind, line, module); });
  return deepest(laws(line, store).concat(kinds).filter(function (id) { return store.byId.has(id); }));
};

/* A stage named together with its module is meant, not the module. */
function deepest(ids) {
  const inner = ids.filter(function (id) { return !/^modul-\d+$/.test(id); });
  return inner.length ? inner : ids;
}

function numbersOf(kind, line) {
  const names = kind.sebutan.map(function (name) { return search.words(name).join(" "); });
  const pattern = new RegExp("(?:^| )(?:" + names.map(escape).join("|") + ") ?(\\d[\\d.]*[a-z]?)(?= |$)", "g");
  return Array.from(line.matchAll(pattern), function (match) { return match[1]; });
}

function targets(kind, line, module) {
  if (kind.milik === "modul" && module === undefined) return [];
  return numbersOf(kind, line).map(function (number) {
    return kind.id.replace("{nomor}", number.replace(/\./g, "-")).replace("{modul}", module);
  });
}

function laws(line, store) {
  const rules = store.data.aturan;
  const number = "(?: (?:" + rules.nomor.join("|") + "))? (\\d+)(?:/| )(?:(?:" + rules.tahun.join("|") + ") )?(\\d{4})(?= |$)";
  return Object.keys(store.data.peraturan).flatMap(function (key) {
    const names = store.data.peraturan[key].map(function (name) { return search.words(name).join(" "); });
    const pattern = new RegExp("(?:^| )(?:" + names.map(escape).join("|") + ")" + number, "g");
    return Array.from(line.matchAll(pattern), function (match) { return key + "-" + match[1] + "-" + match[2]; });
  });
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
