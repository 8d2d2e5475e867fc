/* What happened as a table for a spreadsheet: planned and real times of every stretch, separated by semicolons. */
Handbook.runRecord = { csv: csv };

/** @param {RunSheet} sheet @param {RunState} state @param {Run} run */
function csv(sheet, state, run) {
  const heads = ["day", "item", "planned_start", "planned_end", "real_start", "real_end", "planned_minutes", "real_minutes", "shortened"];
  const done = state.done.concat(state.current && !state.isOver ? state.current : []);
  const rows = done.filter(function (piece) { return piece.id; }).map(function (piece) { return row(piece, sheet, run); });
  const lines = [heads.map(function (head) { return Handbook.word("column_" + head); })].concat(rows);
  return "\ufeff" + lines.map(function (line) { return line.map(quoted).join(";") + "\r\n"; }).join("");
}

/** @param {RunPiece} piece @param {RunSheet} sheet @param {Run} run */
function row(piece, sheet, run) {
  const shown = Handbook.clock.shown;
  const same = sheet.plan.filter(function (one) { return one.id === piece.id; });
  const planned = same[piece.continued ? same.length - 1 : 0];
  const minutes = planned ? [shown(planned.start), shown(planned.end)] : ["", ""];
  const short = run.short[piece.id] === undefined ? "" : String(run.short[piece.id]);
  const lengths = [planned ? planned.end - planned.start : 0, piece.end - piece.start].map(String);
  return [run.day, sheet.names[piece.id] || ""].concat(minutes, [shown(piece.start), shown(piece.end)], lengths, short);
}

/** A text that a spreadsheet takes for a text, never for a formula.
    @param {string} text */
function quoted(text) {
  const plain = /^[=+\-@]/.test(text) ? "'" + text : text;
  return /[";\r\n]/.test(plain) ? '"' + plain.replace(/"/g, '""') + '"' : plain;
}
