/* What the room may see: the clock, what runs and how long still, what comes next, whether it is late. */
Handbook.board = { show: show };

/** @param {HTMLElement} board @param {RunSheet} sheet @param {RunState} state @param {Date} now @param {boolean} isOld */
function show(board, sheet, state, now, isOld) {
  const current = state.isOver ? null : state.current;
  const next = state.ahead.find(function (piece) { return piece.id !== "" && !(current && piece.id === current.id); });
  put(board, ".board-time", Handbook.clock.shown(Handbook.clock.minute(now)));
  put(board, ".board-name", current ? sheet.names[current.id] : Handbook.word(state.isOver ? "over" : "waiting"));
  countdown(board, current && !isOld ? Handbook.timing.due(sheet.items, sheet.run, sheet.start) : null, now);
  put(board, ".board-next", next ? Handbook.word("next", { time: Handbook.clock.shown(next.start), what: sheet.names[next.id] }) : "");
  put(board, ".board-late", isOld ? Handbook.word("old", { day: sheet.run.day }) : lateness(state));
  board.classList.toggle("is-late", !isOld && state.late > 0);
}

/** How long what runs has still, or how long it is over.
    @param {HTMLElement} board @param {number | null} due @param {Date} now */
function countdown(board, due, now) {
  put(board, ".board-left", due === null ? "" : Handbook.clock.left(due, now));
  put(board, ".board-until", due === null ? "" : Handbook.word("until", { time: Handbook.clock.shown(due) }));
  board.classList.toggle("is-over", due !== null && due <= Handbook.clock.minute(now));
}

/** @param {RunState} state */
function lateness(state) {
  const key = state.late > 0 ? "late" : state.late < 0 ? "early" : "in_time";
  return Handbook.word(key, { minutes: Math.abs(state.late), time: Handbook.clock.shown(state.end) });
}

/** @param {HTMLElement} board @param {string} selector @param {string} text */
function put(board, selector, text) {
  const place = Handbook.get(board, selector);
  if (place.textContent !== text) place.textContent = text;
}
