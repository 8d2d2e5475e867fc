"""The run-sheet of a day in clock times, with leaders, rooms, materials and preparations."""

from collections.abc import Iterator, Sequence

from handbook.content.course_plan import PAUSES
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Event
from handbook.html import Element, Piece, e
from handbook.packs import guide, layout
from handbook.packs.clock import shown
from handbook.packs.order import Sheet

ID = "alur"


def sheet(day: CourseOccasion) -> Sheet:
    """The day as a table; a module has a row of its own where it begins."""
    s, own = day.s, day.day
    assert own is not None
    title = s("lembar_pelatihan.alur.judul")
    heads = [s(f"lembar_pelatihan.alur.{key}") for key in ("jam", "acara", "perlu")]
    caption = f"{day.date(own.date)}, {shown(own.start)}–{shown(own.end)} {day.zone}. {day.course.plan.place}"
    html = layout.page(
        day, ID, title, layout.table(heads, _rows(own.events, day), "run-sheet day-sheet", caption)
    )
    return layout.for_facilitator(day, ID, title, html, guide.SEGMENT)


def _rows(own: Sequence[Event], day: CourseOccasion) -> Iterator[Element]:
    """The rows of events, with one for each module before its first."""
    module = None
    for event in own:
        if event.module is not None and event.module != module:
            module = event.module
            words = day.session(module).title
            yield e("tr", e("th", words, scope="colgroup", colspan="3"), class_="run-module")
        yield _row(event, day)


def _row(event: Event, day: CourseOccasion) -> Element:
    s = day.s
    clock = e("span", day.clock(event), class_="run-clock")
    minutes = e("span", s("tahap.menit", menit=event.minutes), class_="run-minutes")
    time: list[Piece] = [clock, " ", minutes]
    if event.kind in PAUSES:
        return e("tr", e("th", time, scope="row"), e("td", event.title, colspan="2"), class_="run-break")
    if event.unit is None or event.module is None:
        return layout.row(time, [e("p", event.title, class_="run-title"), led(event, day)], "")
    session = day.session(event.module)
    if event.continued:
        return layout.row(time, [guide.continued(event.unit, session), led(event, day)], "", css="run-more")
    needs = guide.needs(event.unit, session)
    return layout.row(time, [*guide.what(event.unit, session), led(event, day)], needs)


def led(event: Event, day: CourseOccasion) -> Piece:
    """`Siti Rekaan · Aula`, a line for each room."""
    lines = []
    for one in event.classes:
        names = ", ".join(day.course.leader(id_).name for id_ in one.leaders)
        lines.append(e("p", " · ".join(words for words in (names, one.room) if words), class_="run-led"))
    return e("div", *lines) if lines else None
