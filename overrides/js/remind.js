/* The events of a plan: each activity on the day that its row says, and the days of the form counted from its first one,
   each with all activities and with the sheets to fill in then. Which fields these are stands in the page. */
Handbook.remind = remind;

const DAY = 86400000;

/** What is said stands below the button: the line at the foot of the window tells of keeping.
    @param {Form} form @param {HTMLElement} box */
function remind(form, box) {
  const texts = Handbook.fields.values(form);
  const since = String(box.dataset.since);
  const said = Handbook.get(box, "[role=status]");
  const first = Handbook.day(texts[since] || "");
  if (first === null) return ask(form, said, since);
  const rows = activities(form, texts, box);
  const dated = rows.filter(function (row) { return row.day !== null; });
  const days = Array.from(box.querySelectorAll("li"), function (item) { return occasion(item, first, rows, texts); });
  const owner = "." + mark(form) + "@" + Handbook.data.book;
  const events = days.concat(dated.map(activity)).map(function (event) { return Object.assign(event, { id: form.dataset.instrument + "." + event.id + owner }); });
  Handbook.file.download(Handbook.calendar(events, new Date()), Handbook.file.name(form.dataset.instrument, "ics"), "text/calendar");
  const left = rows.length - dated.length;
  said.textContent = Handbook.word("calendar_made", { days: days.length, dated: dated.length }) + (left ? " " + Handbook.word("calendar_undated", { number: left }) : "");
}

/** Without the first day nothing can be counted.
    @param {Form} form @param {HTMLElement} said @param {string} place */
function ask(form, said, place) {
  /** @type {Field} */
  const field = Handbook.get(form, "[name='" + form.dataset.instrument + "." + place + "']");
  const example = new Date().toLocaleDateString(Handbook.data.language, { day: "numeric", month: "long", year: "numeric" });
  said.textContent = Handbook.word("calendar_first", { label: Handbook.letter.label(field), example: example });
  field.focus();
}

/** The rows in which somebody wrote an activity.
    @param {Form} form @param {Texts} texts @param {HTMLElement} box @returns {PlannedRow[]} */
function activities(form, texts, box) {
  const path = String(box.dataset.activity).split("*");
  return Object.keys(texts).filter(function (place) { return place.startsWith(path[0]) && place.endsWith(path[1]); }).map(function (place) {
    const row = place.slice(path[0].length, -path[1].length);
    const when = box.dataset.when ? texts[box.dataset.when.replace("*", row)] || "" : "";
    return { row: row, title: texts[place], when: when, day: Handbook.day(when), notes: rest(form, place, path[0] + row + ".") };
  });
}

/** What else the row says.
    @param {Form} form @param {string} activity @param {string} row */
function rest(form, activity, row) {
  return Handbook.fields.all(form).filter(function (field) {
    const place = Handbook.fields.place(form, field);
    return place.startsWith(row) && place !== activity && Handbook.fields.text(field);
  }).map(function (field) { return Handbook.letter.label(field) + ": " + Handbook.fields.text(field); }).join("\n");
}

/** @param {PlannedRow} row @returns {CalendarEvent} */
function activity(row) {
  return { id: "kegiatan-" + row.row, day: Number(row.day), title: row.title, notes: row.notes };
}

/** The first day is day 1.
    @param {HTMLLIElement} item @param {number} first @param {PlannedRow[]} rows @param {Texts} texts @returns {CalendarEvent} */
function occasion(item, first, rows, texts) {
  const target = item.dataset.target;
  const lines = rows.map(function (row) {
    const reached = target && texts[target.replace("*", row.row)];
    return row.row + ". " + row.title + (row.when ? " (" + row.when + ")" : "") + (reached ? "\n" + Handbook.word("calendar_target", { target: reached }) : "");
  });
  const links = Array.from(item.querySelectorAll("a"), function (link) { return link.textContent + (link.protocol === "file:" ? "" : ": " + link.href); });
  return { id: "hari-" + item.dataset.day, day: first + (Number(item.dataset.day) - 1) * DAY, title: Handbook.get(item, ".reminder-title").textContent, notes: lines.concat(links).join("\n") };
}

/** Two people's plans in one calendar stay apart, and one's own plan stays itself: a sum of who filled it in.
    @param {Form} form */
function mark(form) {
  const who = Array.from(form.querySelectorAll("[data-role]"), function (field) { return /** @type {Field} */ (field).value.trim().toLowerCase(); }).join("|");
  return Array.from(who).reduce(function (sum, letter) { return (Math.imul(sum, 33) ^ letter.charCodeAt(0)) >>> 0; }, 5381).toString(36);
}
