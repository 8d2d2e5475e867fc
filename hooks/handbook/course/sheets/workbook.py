"""The workbook of a course: people, timetable, attendance, marks, evaluations, action plans, with formulas.

Names are typed once, on the first sheet; the others show them. What one types has no colour, what is
computed is grey.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from handbook.content.course_plan import EventKind
from handbook.course.sheets.lists import people
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.schedule import run_words, runs
from handbook.course.timetable import Event
from handbook.memory.steady import save
from handbook.packs.clock import shown
from handbook.packs.exams import exam

FILE = "pelatihan.xlsx"
PRESENT = "H"
"""The mark of somebody who was there, for each half of a day."""
HALVES = ("pagi", "siang")
FIRST = 3
"""The row of the first participant on every sheet; above are the heads and what belongs to a column."""
GREY = PatternFill("solid", fgColor="FFEDEDED")
TEXT = "@"
"""The format of cells that a spreadsheet must not take for numbers: a NIP has 18 digits."""


def write(course: CourseOccasion, out: Path) -> None:
    """Write the workbook; the same course gives the same bytes."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = _name(course, "peserta")
    _people(course, first)
    for key, fill in (
        ("jadwal", _timetable),
        ("hadir", _attendance),
        ("nilai", _marks),
        ("evaluasi", _evaluations),
        ("rencana", _plans),
    ):
        fill(course, book.create_sheet(_name(course, key)))
    save(book, out, course.book.settings.book.date)


def _name(course: CourseOccasion, key: str) -> str:
    return course.s(f"lembar_pelatihan.buku.{key}")


def _heads(sheet: Worksheet, heads: Sequence[str], widths: Sequence[float]) -> None:
    """Heads in the first row, which stays in sight with the columns of number and name."""
    for column, (words, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = sheet.cell(1, column, words)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"C{FIRST}"


def _computed(sheet: Worksheet, row: int, column: int, formula: str, form: str = "General") -> None:
    cell = sheet.cell(row, column, formula)
    cell.fill, cell.number_format = GREY, form


def _people(course: CourseOccasion, sheet: Worksheet) -> None:
    keys = ("nomor", "nama", "nip", "jabatan", "instansi", "kabupaten", "kelamin")
    heads = [course.s(f"lembar_pelatihan.buku.kolom.{key}") for key in keys]
    _heads(sheet, heads, (5, 34, 24, 22, 28, 22, 10))
    for number, person in enumerate(people(course, "peserta"), 1):
        values = (person.name, person.nip, person.position, person.office, person.district, person.sex)
        row = FIRST + number - 1
        sheet.cell(row, 1, number)
        for column, value in enumerate(values, 2):
            cell = sheet.cell(row, column, value or None)
            cell.number_format = TEXT


def _named(course: CourseOccasion, sheet: Worksheet) -> Iterator[int]:
    """The row of each participant, once number and name stand in it."""
    source = _name(course, "peserta")
    for number in range(1, course.options.participants + 1):
        row = FIRST + number - 1
        sheet.cell(row, 1, number)
        _computed(sheet, row, 2, f"='{source}'!B{row}&\"\"")
        yield row


def _timetable(course: CourseOccasion, sheet: Worksheet) -> None:
    keys = ("hari", "tanggal", "mulai", "selesai", "acara", "pemandu", "ruang")
    heads = [course.s(f"lembar_pelatihan.buku.kolom.{key}") for key in keys]
    _heads(sheet, heads, (8, 26, 8, 8, 60, 34, 18))
    sheet.freeze_panes = "A2"
    row = 2
    for day in course.course.days:
        for run in runs(day.events):
            first, last = run[0], run[-1]
            when = (course.label_of(day), course.date(day.date), shown(first.start), shown(last.end))
            values = (*when, run_words(course, run), course.names(first), first.room)
            for column, value in enumerate(values, 1):
                sheet.cell(row, column, value or None).number_format = TEXT
            row += 1


def _attendance(course: CourseOccasion, sheet: Worksheet) -> None:
    """Two columns for each day; how many are filled with H, and their share."""
    s, days = course.s, course.course.days
    names = [s(f"lembar_pelatihan.buku.{half}") for half in HALVES]
    halves = [f"{course.label_of(day)} {name}" for day in days for name in names]
    sums = [s(f"lembar_pelatihan.buku.kolom.{key}") for key in ("jumlah", "persen")]
    heads = [*_who(course), *halves, *sums]
    _heads(sheet, heads, (5, 34, *[9] * len(halves), 9, 9))
    sheet.cell(2, 2, s("lembar_pelatihan.buku.hadir_cara", tanda=PRESENT))
    first, last = "C", get_column_letter(2 + len(halves))
    for row in _named(course, sheet):
        _computed(sheet, row, 3 + len(halves), f'=COUNTIF({first}{row}:{last}{row},"{PRESENT}")')
        share = f"={get_column_letter(3 + len(halves))}{row}/{len(halves)}*100"
        _computed(sheet, row, 4 + len(halves), share, "0")


def _who(course: CourseOccasion) -> list[str]:
    return [course.s(f"lembar_pelatihan.buku.kolom.{key}") for key in ("nomor", "nama")]


def tests(course: CourseOccasion) -> list[tuple[Event, list[tuple[int, int]]]]:
    """Each test that the plan holds, with the module and the points of each bank."""
    found = []
    for event in course.course.events:
        if event.kind is EventKind.TEST:
            held = exam(course.book, event.form, event.modules, event.minutes)
            found.append((event, [(part.page.module or 0, part.total) for part in held.sections]))
    return found


def _marks(course: CourseOccasion, sheet: Worksheet) -> None:
    """The points of each bank to be typed in; sums, marks of 100, the gain, whether somebody passes."""
    s, held = course.s, tests(course)
    heads, widths, whole = [*_who(course)], [5.0, 34.0], [None, s("lembar_pelatihan.buku.paling")]
    marks: list[int] = []
    sums: list[tuple[int, int, int]] = []
    points: list[str | int | None] = [*whole]
    for event, banks in held:
        first = len(heads) + 1
        heads += [f"{event.form}: {s('modul.label', nomor=module)}" for module, _ in banks]
        heads += [f"{event.form}: {s(f'lembar_pelatihan.buku.kolom.{key}')}" for key in ("poin", "nilai")]
        points += [*(worth for _, worth in banks), sum(worth for _, worth in banks), 100]
        sums.append((first, first + len(banks) - 1, len(heads) - 1))
        marks.append(len(heads))
        widths += [10.0] * (len(banks) + 2)
    heads += [s(f"lembar_pelatihan.buku.kolom.{key}") for key in ("kenaikan", "lulus")]
    _heads(sheet, heads, [*widths, 10, 14])
    for column, value in enumerate(points, 1):
        sheet.cell(2, column, value)
    for row in _named(course, sheet):
        for (first, last, total), mark in zip(sums, marks, strict=True):
            _score(sheet, row, first, last, total, mark)
        _result(course, sheet, row, marks)
    _averages(course, sheet, [*marks, len(heads) - 1])


def _score(sheet: Worksheet, row: int, first: int, last: int, total: int, mark: int) -> None:
    a, b, sum_, top = (get_column_letter(column) for column in (first, last, total, total))
    _computed(sheet, row, total, f'=IF(COUNT({a}{row}:{b}{row})=0,"",SUM({a}{row}:{b}{row}))')
    _computed(sheet, row, mark, f'=IF({sum_}{row}="","",ROUND({sum_}{row}/{top}$2*100,1))', "0.0")


def _result(course: CourseOccasion, sheet: Worksheet, row: int, marks: Sequence[int]) -> None:
    """The gain from the first test to the last, and the plan's rule for passing."""
    if not marks:
        return
    first, last = (get_column_letter(column) for column in (marks[0], marks[-1]))
    both = f'OR({first}{row}="",{last}{row}="")'
    _computed(sheet, row, marks[-1] + 1, f'=IF({both},"",{last}{row}-{first}{row})', "0.0")
    rule, hadir = course.course.plan.passing, _name(course, "hadir")
    share = f"'{hadir}'!{get_column_letter(4 + len(course.course.days) * len(HALVES))}{row}"
    least = course.pass_mark
    conditions = [f"{share}>={rule.attendance}", *([f"N({last}{row})>={least}"] if least else [])]
    yes, no = (course.s(f"lembar_pelatihan.buku.{key}") for key in ("ya", "belum"))
    _computed(sheet, row, marks[-1] + 2, f'=IF(AND({",".join(conditions)}),"{yes}","{no}")')


def _averages(course: CourseOccasion, sheet: Worksheet, columns: Sequence[int]) -> None:
    last = FIRST + course.options.participants - 1
    sheet.cell(last + 1, 2, course.s("lembar_pelatihan.buku.rata")).font = Font(bold=True)
    for column in columns:
        name = get_column_letter(column)
        _computed(sheet, last + 1, column, f'=IFERROR(AVERAGE({name}{FIRST}:{name}{last}),"")', "0.0")


def _evaluations(course: CourseOccasion, sheet: Worksheet) -> None:
    """For each statement the number of ticks at 1 to 4 on each day, and their mean."""
    s = course.s
    asked = [(kind, words) for kind in ("harian", "acara") for words in _statements(course, kind)]
    days = [course.label_of(day) for day in course.course.days]
    heads = [*_who(course)[:1], s("paket.evaluasi.pernyataan")]
    for label in days:
        heads += [*(f"{label}: {n}" for n in range(1, 5)), f"{label}: {s('lembar_pelatihan.buku.rata')}"]
    _heads(sheet, heads, [5, 60, *[8] * (5 * len(days))])
    for row, (kind, words) in enumerate(asked, FIRST):
        sheet.cell(row, 1, s(f"paket.evaluasi.{kind}.judul"))
        sheet.cell(row, 2, words)
        for start in range(3, 3 + 5 * len(days), 5):
            a, b, c, d = (f"{get_column_letter(start + index)}{row}" for index in range(4))
            mean = f'=IF(SUM({a}:{d})=0,"",({a}+2*{b}+3*{c}+4*{d})/SUM({a}:{d}))'
            _computed(sheet, row, start + 4, mean, "0.00")


def _statements(course: CourseOccasion, kind: str) -> list[str]:
    found: list[str] = course.s.tree(f"paket.evaluasi.{kind}.pernyataan")
    return found


def _plans(course: CourseOccasion, sheet: Worksheet) -> None:
    keys = ("kegiatan", "ukuran", "awal", "target", "tenggat", "hasil")
    heads = [*_who(course), *(course.s(f"lembar_pelatihan.buku.kolom.{key}") for key in keys)]
    _heads(sheet, heads, (5, 34, 44, 34, 14, 14, 16, 34))
    for _ in _named(course, sheet):
        pass
