/* What the theme's search box shows: pages with their best sections, a piece of text around what was found, words marked. */
/** @type {Search} */
const search = self.HandbookSearch;

const PAGES = 20, SECTIONS = 8, SHOWN = 3, BEFORE = 60, LENGTH = 220;
/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/* {items: groups as the theme expects them, the first item of a group sets what is shown unfolded; said: lines}. */
search.result = function (query, ranked, store) {
  const items = pages(ranked.best, store);
  return { items: items, said: search.said(query, ranked, items.length, store) };
};

/** @param {Hit[]} ranked @param {Store} store */
function pages(ranked, store) {
  const pages = new Map();
  ranked.forEach(function (item) {
    const page = store.sections[item.section].page;
    if (!pages.has(page) && pages.size < PAGES) pages.set(page, []);
    if (pages.has(page) && pages.get(page).length < SECTIONS) pages.get(page).push(item);
  });
  return Array.from(pages, function (entry) { return group(entry[0], entry[1], store); });
}

/** @param {number} page @param {Hit[]} items @param {Store} store */
function group(page, items, store) {
  const top = items[0].score;
  const shown = items.map(function (item, index) { return draw(item, store, level(item, index, top)); });
  if (!items.some(function (item) { return store.sections[item.section].isPage; })) {
    const own = store.sections.findIndex(function (section) { return section.page === page && section.isPage; });
    shown.push(draw({ section: own, words: items[0].words }, store, 0));
  }
  return shown;
}

/** The theme unfolds only what scores as much as the first: the best few do, unless they are far behind.
    @param {Hit} item @param {number} index @param {number} top */
function level(item, index, top) {
  return index < SHOWN && item.score > top / 3 ? top : item.score;
}

/** @param {{ section: number, words: Set<string> }} item @param {Store} store @param {number} score @returns {SearchItem} */
function draw(item, store, score) {
  const section = store.sections[item.section];
  return {
    location: section.address,
    title: mark(section.title, item.words),
    text: teaser(section.text, item.words),
    score: score,
    terms: Object.fromEntries(Array.from(item.words, function (word) { return [word, true]; })),
  };
}

/** @param {string} text @param {Set<string>} words */
function teaser(text, words) {
  const hit = search.spans(text).find(function (span) { return words.has(span.word); });
  const start = hit && hit.start > BEFORE ? text.lastIndexOf(" ", hit.start - BEFORE) + 1 : 0;
  const rest = text.slice(start);
  const end = rest.length > LENGTH ? rest.lastIndexOf(" ", LENGTH) : rest.length;
  return (start ? "… " : "") + mark(rest.slice(0, end), words) + (end < rest.length ? " …" : "");
}

/** @param {string} text @param {Set<string>} words */
function mark(text, words) {
  let at = 0, made = "";
  search.spans(text).forEach(function (span) {
    if (!words.has(span.word)) return;
    made += escape(text.slice(at, span.start)) + "<mark>" + escape(text.slice(span.start, span.end)) + "</mark>";
    at = span.end;
  });
  return made + escape(text.slice(at));
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, function (sign) { return SIGNS[sign]; });
}
