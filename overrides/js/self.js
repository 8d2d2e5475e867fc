/* Name and district of the reader, typed once for all forms: a record of its own, changed and removed in the workbook. */
Handbook.self = { ID: "diri", read: read, keep: keep };

function read() {
  const record = Handbook.store.read(Handbook.self.ID);
  return Object.assign({}, record && record.fields);
}

/** An empty text is forgotten. True when it is kept.
    @param {Texts} fields */
function keep(fields) {
  return Boolean(Handbook.store.change({ [Handbook.self.ID]: { fields: fields } }));
}
