/* Empties a form; what was there comes back with one tap until something new is typed or the page is left. */
Handbook.clear = { button: button };

function button(form, keeper) {
  return Handbook.button("clear", function () { clear(form, keeper); }, true);
}

function clear(form, keeper) {
  const before = keeper.record();
  keeper.load({ fields: {}, rows: {} });
  if (!Object.keys(before.fields).length && !Object.keys(before.rows).length) return keeper.note(Handbook.word("clear_nothing"));
  const undo = Handbook.button("undo", function () { restore(form, keeper, before); }, true);
  keeper.note(Handbook.word("cleared"), undo);
  form.addEventListener("input", function () { undo.remove(); }, { once: true });
  undo.focus();
}

function restore(form, keeper, before) {
  keeper.load(before);
  keeper.note(Handbook.word("restored"));
  Handbook.fields.all(form)[0].focus();
}
