/* The page of a run-sheet: its data, its buttons, and a look at the clock every second. */
const page = document.querySelector("main[data-items]");
if (page instanceof HTMLElement) Handbook.ready(function () { start(page); });

/** @param {HTMLElement} main */
function start(main) {
  const sheet = sheetOf(main);
  const board = Handbook.get(main, ".board"), list = Handbook.get(main, ".rows"), tools = Handbook.get(main, ".tools");
  Handbook.runRows.prepare(list);
  board.hidden = tools.hidden = false;
  let drawn = "";

  /* The rows change with the minute and with what is done; the clock with the second. */
  function look() {
    const now = new Date(), isOld = sheet.run.steps.length > 0 && sheet.run.day !== Handbook.clock.day(now);
    const at = isOld ? sheet.run.steps[sheet.run.steps.length - 1].begun : Handbook.clock.minute(now);
    const state = Handbook.timing.state(sheet.items, sheet.run, sheet.start, at);
    Handbook.board.show(board, sheet, state, now, isOld);
    const facts = JSON.stringify([at, sheet.run]);
    if (facts === drawn) return state;
    drawn = facts;
    Handbook.runRows.show(list, sheet, state);
    Handbook.shortcuts.show(Handbook.get(tools, ".shortcuts"), sheet, state, changed);
    buttons(tools, sheet, state, isOld);
    return state;
  }

  function changed() {
    const isKept = Handbook.kept.write(sheet.key, sheet.run);
    Handbook.get(tools, ".unkept").hidden = isKept;
    look();
  }

  act(tools, sheet, look, changed);
  Handbook.kept.listen(sheet.key, function () { sheet.run = Handbook.kept.read(sheet.key, sheet.run.day); look(); });
  document.addEventListener("visibilitychange", look);
  setInterval(look, 1000);
  look();
}

/** @param {HTMLElement} main @returns {RunSheet} */
function sheetOf(main) {
  const data = main.dataset, items = JSON.parse(data.items || "[]"), begins = Number(data.start);
  const key = "alur-sesi/" + Handbook.data.book + "/" + data.key;
  return {
    key: key, file: data.file || "", start: begins, items: items, names: JSON.parse(data.names || "{}"),
    shortcuts: JSON.parse(data.shortcuts || "{}"), plan: Handbook.timing.schedule(items, begins),
    run: Handbook.kept.read(key, Handbook.clock.day(new Date())),
  };
}

/** @param {HTMLElement} tools @param {RunSheet} sheet @param {RunState} state @param {boolean} isOld */
function buttons(tools, sheet, state, isOld) {
  const next = Handbook.get(tools, "[data-act=next]"), hasBegun = sheet.run.steps.length > 0;
  next.textContent = Handbook.word(hasBegun ? "go_on" : "begin");
  able(tools, "next", !state.isOver && !isOld);
  able(tools, "delay", !state.isOver && !isOld);
  able(tools, "propose", state.late > 0 && !isOld);
  able(tools, "undo", sheet.run.before.length > 0 && !isOld);
  able(tools, "save", hasBegun);
  able(tools, "clear", hasBegun);
}

/** @param {HTMLElement} tools @param {string} act @param {boolean} isAble */
function able(tools, act, isAble) {
  Handbook.get(tools, "[data-act=" + act + "]").toggleAttribute("disabled", !isAble);
}

/** @param {HTMLElement} tools @param {RunSheet} sheet @param {() => RunState} look @param {Act} changed */
function act(tools, sheet, look, changed) {
  const minute = function () { return Handbook.clock.minute(new Date()); };
  on(tools, "next", function () {
    Handbook.kept.before(sheet.run);
    if (!sheet.run.steps.length) sheet.run.day = Handbook.clock.day(new Date());
    sheet.run.steps.push(Handbook.timing.following(sheet.items, sheet.run, sheet.start, minute()));
    changed();
  });
  on(tools, "undo", function () { Object.assign(sheet.run, JSON.parse(sheet.run.before.pop() || "{}")); changed(); });
  on(tools, "delay", function () {
    Handbook.kept.before(sheet.run);
    delay(sheet, /** @type {HTMLInputElement} */ (Handbook.get(tools, "#terlambat")), look().current);
    Handbook.get(tools, "details").setAttribute("open", "");
    changed();
  });
  on(tools, "propose", function () {
    Handbook.kept.before(sheet.run);
    sheet.run.short = Handbook.timing.proposal(sheet.items, sheet.run, sheet.start, minute());
    changed();
  });
  on(tools, "wall", function () { document.body.classList.toggle("is-wall"); window.scrollTo(0, 0); });
  on(tools, "save", function () { save(Handbook.runRecord.csv(sheet, look(), sheet.run), sheet.file + "-" + sheet.run.day + ".csv"); });
  on(tools, "clear", function () {
    if (!window.confirm(Handbook.word("sure"))) return;
    sheet.run = Handbook.kept.blank(Handbook.clock.day(new Date()));
    changed();
  });
}

/** More minutes for what runs; before the start, for the start.
    @param {RunSheet} sheet @param {HTMLInputElement} field @param {RunPiece | null} running */
function delay(sheet, field, running) {
  const id = running ? running.id : "", minutes = Math.round(Number(field.value)) || 0;
  sheet.run.extra[id] = Math.max(0, (sheet.run.extra[id] || 0) + minutes);
}

/** @param {HTMLElement} tools @param {string} name @param {Act} done */
function on(tools, name, done) {
  Handbook.get(tools, "[data-act=" + name + "]").addEventListener("click", done);
}

/** @param {string} text @param {string} name */
function save(text, name) {
  const link = Handbook.make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: name });
  link.click();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
}
