/* Empties a form after asking; what was there comes back with one tap for ten minutes, also after a reload. */
Handbook.clear = { button: button, start: start };

/** @param {Form} form @param {Keeper} keeper */
function button(form, keeper) {
  return Handbook.button("clear", function () { ask(form, keeper); }, true);
}

/** After a reload the offer is there again.
    @param {Form} form @param {Keeper} keeper */
function start(form, keeper) {
  const cleared = keeper.isKept && Handbook.undo.take(form.dataset.instrument);
  if (cleared) offer(form, keeper, cleared);
}

/** @param {Form} form @param {Keeper} keeper */
function ask(form, keeper) {
  const record = keeper.record();
  const number = Object.keys(record.fields || {}).length;
  if (!number && !Object.keys(record.rows || {}).length) return keeper.note(Handbook.word("clear_nothing"));
  return Handbook.ask(Handbook.word(keeper.isKept ? "clear_ask" : "clear_ask_unkept", { number: number }), "clear_yes", function () { clear(form, keeper); });
}

/** @param {Form} form @param {Keeper} keeper */
function clear(form, keeper) {
  const cleared = keeper.clear();
  offer(form, keeper, keeper.isKept ? Handbook.undo.keep(form.dataset.instrument, cleared) : Object.assign({ until: Infinity }, cleared)).focus();
}

/** @param {Form} form @param {Keeper} keeper @param {Cleared & { until: number }} cleared */
function offer(form, keeper, cleared) {
  const id = form.dataset.instrument;
  const words = keeper.isKept ? Handbook.word("cleared", { time: Handbook.time(cleared.until) }) : Handbook.word("cleared_unkept");
  const undo = keeper.offer(words, function () {
    Handbook.undo.end(id);
    keeper.restore(cleared);
    keeper.note(Handbook.word("restored"));
    Handbook.fields.all(form)[0].focus();
  });
  if (keeper.isKept) {
    setTimeout(function () { over(id, undo); }, cleared.until - Date.now());
    Handbook.store.listen(id, function () { if (Handbook.undo.isWiped(cleared)) over(id, undo); });
  }
  return undo;
}

/** When its time is over every copy is gone.
    @param {string} id @param {HTMLElement} undo */
function over(id, undo) {
  Handbook.undo.end(id);
  const place = undo.parentElement;
  if (place) place.replaceChildren();
}
