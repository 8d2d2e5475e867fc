/* What each stage that is left gives back when it is held as its persingkat says: words of the book, minutes to be changed. */
Handbook.shortcuts = { show: show };

/** Draws the list anew unless somebody is writing in it.
    @param {HTMLElement} place @param {RunSheet} sheet @param {RunState} state @param {Act} changed */
function show(place, sheet, state, changed) {
  if (place.contains(document.activeElement) && document.activeElement?.matches("input[type=number]")) return;
  const focused = place.contains(document.activeElement) ? document.activeElement?.id : "";
  const open = state.ahead.concat(state.isOver ? [] : state.current || []).map(function (piece) { return piece.id; });
  const items = sheet.items.filter(function (item) { return open.includes(item.id) && sheet.shortcuts[item.id]; });
  place.replaceChildren.apply(place, items.map(function (item) { return row(item, sheet, changed); }));
  if (focused) document.getElementById(focused)?.focus();
}

/** @param {RunItem} item @param {RunSheet} sheet @param {Act} changed */
function row(item, sheet, changed) {
  const made = Handbook.make("li", { class: "shortcut" }), label = Handbook.make("label"), id = "pintas-" + item.id;
  const box = Handbook.make("input", { type: "checkbox", id: id });
  box.checked = sheet.run.short[item.id] !== undefined;
  const gives = field(item, sheet, id + "-menit");
  box.addEventListener("change", function () { take(); });
  gives.addEventListener("change", function () { box.checked = Number(gives.value) > 0; take(); });
  label.append(box, " ", Handbook.make("strong", {}, sheet.names[item.id]), " ", Handbook.make("span", {}, sheet.shortcuts[item.id]));
  made.append(label, " ", gives, " ", Handbook.make("span", {}, Handbook.word("gives")));
  return made;

  function take() {
    Handbook.kept.before(sheet.run);
    const minutes = Math.min(item.minutes - 1, Math.max(0, Math.round(Number(gives.value)) || 0));
    if (box.checked && minutes) sheet.run.short[item.id] = item.minutes - minutes;
    else delete sheet.run.short[item.id];
    gives.blur();
    changed();
  }
}

/** The minutes that a stage gives back, as chosen or as proposed.
    @param {RunItem} item @param {RunSheet} sheet @param {string} id */
function field(item, sheet, id) {
  const short = sheet.run.short[item.id], minutes = item.minutes - (short === undefined ? item.least : short);
  const name = Handbook.word("gives_of", { what: sheet.names[item.id] });
  const made = Handbook.make("input", { type: "number", id: id, min: "0", max: String(item.minutes - 1), "aria-label": name });
  made.value = String(minutes);
  return made;
}
