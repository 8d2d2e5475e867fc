/* Tables and pictures as elements of the page. */
Handbook.marks.draw = { table: table, caption: caption, chart: chart, facts: facts, number: number };

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 640;
const ROW = 46;
const LEFT = 70;
const RIGHT = 60;

/** @param {string | number | null} value */
function number(value) {
  if (value === null) return "\u2013";
  return typeof value === "number" ? value.toLocaleString(Handbook.data.language, { maximumFractionDigits: 2 }).replace("-", "\u2212") : value;
}

/** @param {ShownTable} shown */
function table(shown) {
  const made = Handbook.make("table", { class: "marks-table" });
  const head = Handbook.make("tr");
  shown.heads.forEach(function (words, index) {
    const cell = Handbook.make("th", { scope: "col" }, words);
    if (shown.rows.some(function (cells) { return typeof cells[index] === "number"; })) cell.className = "marks-figure";
    head.append(cell);
  });
  const body = Handbook.make("tbody");
  shown.rows.forEach(function (cells) { body.appendChild(row(cells)); });
  const top = Handbook.make("thead");
  top.appendChild(head);
  made.append(caption(shown.title), top, body);
  const box = Handbook.make("div", { class: "marks-scroll", tabindex: "0", role: "region", "aria-label": shown.title });
  box.appendChild(made);
  return box;
}

/** It stays in sight while a wide table scrolls.
    @param {string} words */
function caption(words) {
  const made = Handbook.make("caption");
  made.append(Handbook.make("span", {}, words));
  return made;
}

/** @param {(string | number | null)[]} cells */
function row(cells) {
  const made = Handbook.make("tr");
  cells.forEach(function (cell, index) {
    const field = index === 1 ? Handbook.make("th", { scope: "row" }) : Handbook.make("td");
    if (typeof cell === "number" || cell === null) field.className = "marks-figure";
    field.textContent = number(cell);
    made.appendChild(field);
  });
  return made;
}

/** @param {[key: string, value: string | number | null][]} pairs */
function facts(pairs) {
  const list = Handbook.make("dl", { class: "marks-facts" });
  pairs.forEach(function (pair) {
    const box = Handbook.make("div");
    box.append(Handbook.make("dt", {}, Handbook.word(pair[0])), Handbook.make("dd", {}, number(pair[1])));
    list.appendChild(box);
  });
  return list;
}

/** Before and after by indicator: two bars each, of 100, with their figures; all of it also in words for who hears it.
    @param {TestBank} bank @param {Gain} gain */
function chart(bank, gain) {
  const height = gain.indicators.length * ROW + 34;
  const svg = shape("svg", { viewBox: [0, 0, WIDTH, height].join(" "), role: "img", class: "marks-chart", "aria-label": said(gain) });
  legend(svg);
  gain.indicators.forEach(function (one, index) {
    const top = 34 + index * ROW;
    svg.appendChild(text(one.number, 0, top + 21, "marks-chart-name"));
    bar(svg, one.before, top, "before");
    bar(svg, one.after, top + 18, "after");
  });
  const figure = Handbook.make("figure", { class: "marks-figure-box" });
  figure.append(svg, Handbook.make("figcaption", {}, Handbook.word("marks_chart", { title: bank.title, count: gain.both.length })));
  return figure;
}

/** @param {Gain} gain */
function said(gain) {
  return gain.indicators.map(function (one) {
    return Handbook.word("marks_chart_said", { number: one.number, before: number(rounded(one.before)), after: number(rounded(one.after)) });
  }).join(" ");
}

/** @param {number | null} value */
function rounded(value) {
  return value === null ? null : Math.round(value);
}

/** @param {Element} svg */
function legend(svg) {
  ["before", "after"].forEach(function (when, index) {
    svg.appendChild(shape("rect", { x: String(LEFT + index * 170), y: "4", width: "14", height: "14", class: "marks-bar-" + when }));
    svg.appendChild(text(Handbook.word("marks_" + when), LEFT + 20 + index * 170, 16, "marks-chart-text"));
  });
}

/** @param {Element} svg @param {number | null} value @param {number} top @param {string} when */
function bar(svg, value, top, when) {
  const wide = (WIDTH - LEFT - RIGHT) * (value || 0) / 100;
  svg.appendChild(shape("rect", { x: String(LEFT), y: String(top), width: String(Math.max(wide, 1)), height: "16", class: "marks-bar-" + when }));
  svg.appendChild(text(number(rounded(value)), LEFT + wide + 6, top + 13, "marks-chart-text"));
}

/** @param {string} words @param {number} x @param {number} y @param {string} name */
function text(words, x, y, name) {
  const made = shape("text", { x: String(x), y: String(y), class: name });
  made.textContent = words;
  return made;
}

/** @param {string} tag @param {Texts} attributes */
function shape(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(function (pair) { made.setAttribute(pair[0], pair[1]); });
  return made;
}
