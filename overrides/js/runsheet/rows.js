/* The list of all stretches: real times of what was, expected times of what comes, beside those that were planned. The
   first row of each id, as the page came, holds what belongs to it. */
Handbook.runRows = { prepare: prepare, show: show };

/** @type {Record<string, HTMLElement>} */
const bodies = {};

/** @param {HTMLElement} list */
function prepare(list) {
  list.querySelectorAll("li").forEach(function (row) {
    const id = row.dataset.id || "";
    if (!bodies[id]) bodies[id] = Handbook.get(row, ".row-body");
  });
}

/** @param {HTMLElement} list @param {RunSheet} sheet @param {RunState} state */
function show(list, sheet, state) {
  const open = list.querySelectorAll("details[open]"), ids = Array.from(open, function (one) { return one.closest("li")?.dataset.id; });
  const rows = /** @type {HTMLElement[]} */ ([]);
  state.done.forEach(function (piece) { rows.push(drawn(piece, sheet, "is-done")); });
  if (state.current && !state.isOver) rows.push(drawn(state.current, sheet, "is-current"));
  state.ahead.forEach(function (piece) { rows.push(drawn(piece, sheet, "is-ahead")); });
  list.replaceChildren.apply(list, rows);
  rows.forEach(function (row) {
    if (ids.includes(row.dataset.id)) row.querySelectorAll("details").forEach(function (one) { one.open = true; });
  });
}

/** @param {RunPiece} piece @param {RunSheet} sheet @param {string} css */
function drawn(piece, sheet, css) {
  const item = sheet.items.find(function (one) { return one.id === piece.id; });
  const row = Handbook.make("li", { class: "row " + css + (item && item.kind === "pause" ? " is-pause" : ""), "data-id": piece.id });
  if (css === "is-current") row.setAttribute("aria-current", "step");
  row.append(times(piece, sheet), body(piece));
  return row;
}

/** @param {RunPiece} piece @param {RunSheet} sheet */
function times(piece, sheet) {
  const shown = Handbook.clock.shown, place = Handbook.make("p", { class: "row-time" });
  place.append(Handbook.make("span", { class: "row-clock" }, shown(piece.start) + "–" + shown(piece.end)));
  place.append(" ", Handbook.make("span", { class: "row-minutes" }, Handbook.word("minutes", { minutes: piece.end - piece.start })));
  const planned = plannedFor(piece, sheet);
  if (planned && (planned.start !== piece.start || planned.end !== piece.end)) {
    const words = Handbook.word("planned", { start: shown(planned.start), end: shown(planned.end) });
    place.append(" ", Handbook.make("span", { class: "row-plan" }, words));
  }
  return place;
}

/** The planned stretch that one stands for: of a stage that was to be cut in two the second for what goes on.
    @param {RunPiece} piece @param {RunSheet} sheet */
function plannedFor(piece, sheet) {
  const same = sheet.plan.filter(function (one) { return one.id === piece.id; });
  return piece.id ? same[piece.continued ? same.length - 1 : 0] : undefined;
}

/** @param {RunPiece} piece */
function body(piece) {
  if (piece.id && !piece.continued && bodies[piece.id]) return bodies[piece.id].cloneNode(true);
  const place = Handbook.make("div", { class: "row-body" });
  const title = piece.id && bodies[piece.id] ? bodies[piece.id].querySelector(".run-title") : null;
  const words = title ? Handbook.word("continued", { what: title.textContent || "" }) : Handbook.word("free");
  place.append(Handbook.make("p", { class: "run-title" }, words));
  return place;
}
