/* The buttons that make spreadsheets. What makes them is loaded when first asked for: few readers do. */
Handbook.sheetButtons = buttons;

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What may not be kept goes into no file either: of such a form only the blank sheet.
    @param {Form} form @param {Keeper} keeper */
function buttons(form, keeper) {
  const id = form.dataset.instrument;
  const group = Handbook.make("span", { class: "more-group" });
  /** @type {(key: string, texts: () => Texts, called: string) => void} */
  const add = function (key, texts, called) {
    group.append(Handbook.button(key, function () { save(form, keeper, texts(), called); }, true));
  };
  add("sheet_blank", function () { return {}; }, id + "-" + Handbook.word("blank_file"));
  if (keeper.isKept) add("sheet_filled", function () { return Handbook.fields.values(form); }, id);
  return group;
}

/** @param {Form} form @param {Keeper} keeper @param {Texts} texts @param {string} called */
function save(form, keeper, texts, called) {
  const make = function () { Handbook.file.download(Handbook.xlsx.make(Handbook.sheets.of(form, texts)), called + ".xlsx", TYPE); };
  Handbook.load("sheet", make, function () { keeper.note(Handbook.word("sheet_failed")); });
}
