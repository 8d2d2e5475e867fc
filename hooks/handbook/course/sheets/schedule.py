"""The timetable for everyone: a poster for the wall, the same on small sheets to be joined, a hand-out."""

from collections.abc import Iterator, Sequence

from handbook.content.course_plan import PAUSES, EventKind
from handbook.course.sheets.letterhead import letterhead
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Day, Event
from handbook.html import Element, Paper, Piece, e
from handbook.packs import layout
from handbook.packs.clock import shown
from handbook.packs.order import Sheet

SEGMENT = "jadwal"
DAYS = 5
"""The days on a poster."""
TILES = ((0, 0), (205, 0), (0, 143.5), (205, 143.5))
"""Left and top in millimetres of the pieces of a poster, each of 215 × 153.5; they overlap by 10."""


def sheets(course: CourseOccasion) -> Iterator[Sheet]:
    """Posters on A3, then on four sheets of A4 and of F4; the hand-out for every participant."""
    days = course.course.days
    halves = [days[start : start + DAYS] for start in range(0, len(days), DAYS)]
    for number, part in enumerate(halves, 1):
        yield _poster(course, part, number)
    yield _handout(course)
    for paper in (Paper.A4, Paper.F4):
        for number, part in enumerate(halves, 1):
            yield _tiles(course, part, number, paper)


def _poster(course: CourseOccasion, days: Sequence[Day], number: int) -> Sheet:
    s, id_ = course.s, f"poster-{number}"
    html = _article(course, id_, "poster-a3", _poster_body(course, days))
    return _sheet(course, id_, s("lembar_pelatihan.jadwal.poster"), "dinding", 1, html, paper="A3")


def _tiles(course: CourseOccasion, days: Sequence[Day], number: int, paper: Paper) -> Sheet:
    """The poster in pieces, each on a page of its own with a border to cut along."""
    s, id_ = course.s, f"potongan-{paper}-{number}"
    html = _article(course, id_, f"tiles-{paper}", *_pieces(course, days))
    title = s("lembar_pelatihan.jadwal.potongan", ukuran=s(f"kertas.{paper}"))
    return _sheet(course, id_, title, "dinding", 1, html, paper=s(f"kertas.{paper}"))


def _pieces(course: CourseOccasion, days: Sequence[Day]) -> Iterator[Element]:
    for index, (left, top) in enumerate(TILES, 1):
        at = f"left: -{left}mm; top: -{top}mm"
        inside = e("div", _poster_body(course, days), class_="tile-inside", style=at)
        yield e("div", inside, class_="tile")
        words = course.s("lembar_pelatihan.jadwal.potong", nomor=index, jumlah=len(TILES))
        yield e("p", words, class_="tile-label")


def _sheet(
    course: CourseOccasion, id_: str, title: str, receiver: str, copies: int, html: str, paper: str = ""
) -> Sheet:
    s = course.s
    when, who = s("paket.kapan.awal"), s(f"paket.penerima.{receiver}")
    return Sheet(id_, title, when, who, copies, [html], SEGMENT, one_sided=True, paper=paper)


def _article(course: CourseOccasion, id_: str, css: str, *children: Piece) -> str:
    return layout.article(
        course, f"paket-{id_}", course.s("lembar_pelatihan.jadwal.judul"), *children, css=css
    )


def _poster_body(course: CourseOccasion, days: Sequence[Day]) -> Element:
    plan = course.course.plan
    head = e(
        "div",
        e("h1", plan.title, class_="poster-title"),
        e("p", f"{course.dates} · {plan.place} · {course.zone}", class_="poster-line"),
        class_="poster-head",
    )
    columns = (e("div", _day(course, day), class_="poster-day") for day in days)
    return e("div", head, e("div", *columns, class_="poster-days"), class_="poster")


def _handout(course: CourseOccasion) -> Sheet:
    plan, title = course.course.plan, course.s("lembar_pelatihan.jadwal.judul")
    line = e("p", f"{course.dates} · {plan.place}", class_="pack-lead")
    about = [letterhead(course), e("h1", plan.title, class_="pack-title"), line]
    days = e("div", *(_day(course, day) for day in course.course.days), class_="handout-days")
    html = _article(course, "jadwal", "course-handout", *about, days)
    copies = course.options.participants + course.course.plan.spare
    return _sheet(course, "jadwal", title, "orang", copies, html)


def _day(course: CourseOccasion, day: Day) -> Element:
    """A table with one row for each stretch of a day; stages of a module in a row are one stretch."""
    name = e("caption", course.label_of(day), e("span", f" {course.date(day.date)}", class_="day-date"))
    rows = (_row(course, run) for run in _runs(day.events))
    return e("table", name, e("tbody", *rows), class_="day-table")


def _runs(events: Sequence[Event]) -> Iterator[list[Event]]:
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
    first = run[0]
    if first.module is None:
        return [first.title]
    numbers = list(dict.fromkeys(event.unit.number for event in run if event.unit))
    stages = numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    words = course.s("tahap.pendek", nomor=stages)
    return [course.session(first.module).title, " ", e("span", words, class_="day-stages")]
