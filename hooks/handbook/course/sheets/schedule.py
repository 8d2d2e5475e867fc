"""The timetable for everyone: a poster for the wall, also in pieces for small sheets, and a hand-out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handbook.content.course_plan import PAUSES, EventKind
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.printing import PrintedFile
from handbook.course.timetable import Day, Event
from handbook.html import Element, Paper, Piece, e
from handbook.packs import layout
from handbook.packs.clock import shown
from handbook.packs.name_overlays import SIZES
from handbook.packs.order import Sheet
from handbook.press.assembly.tiling import tile

SEGMENT = "jadwal"
POSTER_PAPER = "A3"
DAYS = 5
"""The days on a poster."""


def sheets(course: CourseOccasion) -> Iterator[Sheet]:
    """A poster on A3 for every five days, then the hand-out for every participant."""
    for number, days in enumerate(_fives(course), 1):
        yield _poster(course, days, number)
    yield _handout(course)


def tiles(jadwal: PrintedFile, folder: Path) -> Iterator[str]:
    """Write each poster in pieces on A4 and on F4 lying down; the names of both files."""
    pages = [page for row in jadwal.rows if row.sheet.paper == POSTER_PAPER for page in row.pages]
    for paper in (Paper.A4, Paper.F4):
        short, long = SIZES[paper]
        name = f"poster-{paper}.pdf"
        tile(folder / jadwal.of.file, pages, folder / name, (long, short))
        yield name


def _poster(course: CourseOccasion, days: Sequence[Day], number: int) -> Sheet:
    s, id_ = course.s, f"poster-{number}"
    html = _article(course, id_, "poster-a3", _poster_body(course, days))
    return _sheet(course, id_, s("lembar_pelatihan.jadwal.poster"), "dinding", 1, html, paper=POSTER_PAPER)


def _sheet(
    course: CourseOccasion, id_: str, title: str, receiver: str, copies: int, html: str, paper: str = ""
) -> Sheet:
    s = course.s
    when, who = s("paket.kapan.awal"), s(f"paket.penerima.{receiver}")
    return Sheet(id_, title, when, who, copies, [html], SEGMENT, one_sided=True, paper=paper)


def _article(course: CourseOccasion, id_: str, css: str, *children: Piece, side: str = "") -> str:
    title, is_half = course.s("lembar_pelatihan.jadwal.judul"), side == "half"
    wide = side == "landscape"
    return layout.article(course, f"paket-{id_}", title, *children, landscape=wide, halved=is_half, css=css)


def _poster_body(course: CourseOccasion, days: Sequence[Day]) -> Element:
    plan = course.course.plan
    head = e(
        "div",
        e("h1", plan.title, class_="poster-title"),
        e("p", f"{course.dates} · {plan.place} · {course.zone}", class_="poster-line"),
        class_="poster-head",
    )
    return e("div", head, _columns(course, days), class_="poster")


def _fives(course: CourseOccasion) -> Iterator[Sequence[Day]]:
    days = course.course.days
    return (days[start : start + DAYS] for start in range(0, len(days), DAYS))


def _columns(course: CourseOccasion, days: Sequence[Day]) -> Element:
    """Days side by side; as many columns as a poster has, so that all are as wide."""
    columns = [e("div", _day(course, day), class_="poster-day") for day in days]
    empty = (e("div", class_="poster-day") for _ in range(min(DAYS, len(course.course.days)) - len(days)))
    return e("div", *columns, *empty, class_="poster-days")


def _handout(course: CourseOccasion) -> Sheet:
    """All days side by side; where both sides of the paper are used, below each other on half a sheet."""
    plan, title = course.course.plan, course.s("lembar_pelatihan.jadwal.judul")
    line = e("p", f"{course.dates} · {plan.place}", class_="pack-lead")
    about = [e("h1", plan.title, class_="pack-title"), line]
    copies = course.options.for_everybody
    sheet = _sheet(course, "jadwal", title, "orang", copies, "")
    if course.options.duplex and copies > 1:
        days = (_day(course, day) for day in course.course.days)
        html = _article(course, "jadwal", "half-handout", *about, *days, side="half")
        return replace(sheet, html=[html], one_sided=False, halved=True)
    rows = (_columns(course, days) for days in _fives(course))
    html = _article(course, "jadwal", "course-handout", *about, *rows, side="landscape")
    return replace(sheet, html=[html], landscape=True)


def _day(course: CourseOccasion, day: Day) -> Element:
    """A table with one row for each stretch of a day; stages of a module in a row are one stretch."""
    name = e("caption", course.label_of(day), e("span", f" {course.date(day.date)}", class_="day-date"))
    rows = (_row(course, run) for run in runs(day.events))
    return e("table", name, e("tbody", *rows), class_="day-table")


def runs(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Events one by one, teaching of one module without a pause together."""
    run: list[Event] = []
    for event in events:
        if run and (event.module is None or event.module != run[-1].module):
            yield run
            run = []
        run.append(event)
    if run:
        yield run


def _row(course: CourseOccasion, run: Sequence[Event]) -> Element:
    first, last = run[0], run[-1]
    css = "day-pause" if first.kind in PAUSES or first.kind is EventKind.FREE else "day-event"
    clock = f"{shown(first.start)}–{shown(last.end)}"
    return e("tr", e("th", clock, scope="row"), e("td", *_words(course, run)), class_=css)


def _words(course: CourseOccasion, run: Sequence[Event]) -> list[Piece]:
    """The title of an event, or that of a module with the numbers of its stages here."""
    stages = _stages(course, run)
    return [_title(course, run[0]), " ", e("span", stages, class_="day-stages") if stages else None]


def run_words(course: CourseOccasion, run: Sequence[Event]) -> str:
    """The same as plain text."""
    return f"{_title(course, run[0])} {_stages(course, run)}".strip()


def _title(course: CourseOccasion, event: Event) -> str:
    return event.title if event.module is None else course.session(event.module).title


def _stages(course: CourseOccasion, run: Sequence[Event]) -> str:
    """`Tahap 1–3`; empty where nothing is taught."""
    numbers = list(dict.fromkeys(event.unit.number for event in run if event.unit))
    if not numbers:
        return ""
    shown = numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    return course.s("tahap.pendek", nomor=shown)
