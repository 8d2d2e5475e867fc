"""The sheets of a day in the order of use: the run-sheet with the notes, then what each event needs."""

from collections.abc import Iterator
from dataclasses import replace

from handbook.content.course_plan import EventKind
from handbook.course.sheets import run_sheet
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Event
from handbook.html import e
from handbook.packs import evaluations, forms, guide, handouts, papers, readings
from handbook.packs.clock import shown
from handbook.packs.exams import exam
from handbook.packs.order import Sheet
from handbook.packs.session import Session
from handbook.print.documents import markup


def sheets(day: CourseOccasion) -> list[Sheet]:
    """All sheets of a day, those for facilitators first."""
    copies = day.course.plan.facilitator_copies
    count = day.options.facilitators if copies is None else copies
    used = (_timed(sheet, event, day) for event in _all(day) for sheet in _used_in(event, day))
    return [replace(_guide(day), copies=count), *used]


def tests(course: CourseOccasion) -> Iterator[Sheet]:
    """The papers of all tests of a course."""
    for event in course.course.events:
        if event.kind is EventKind.TEST:
            yield from papers.sheets(course, exam(course.book, event.form, event.modules, event.minutes))


def _all(day: CourseOccasion) -> tuple[Event, ...]:
    return day.day.events if day.day else ()


def _guide(day: CourseOccasion) -> Sheet:
    """The run-sheet of a day with the notes on what is taught, one after the other."""
    own, found = run_sheet.sheet(day), "\n".join(_notes(day))
    if not found:
        return own
    title = day.s("lembar_pelatihan.alur.dengan_catatan")
    return replace(own, title=title, html=[f"{own.html[0]}\n{guide.notes_page(day, found)}"])


def _notes(day: CourseOccasion) -> Iterator[str]:
    """The notes of each module that is taught below its title, as HTML."""
    for module in dict.fromkeys(event.module for event in day.taught if event.module):
        units = {event.unit.id for event in day.taught if event.module == module and event.unit}
        session = day.session(module)
        if notes := [note for unit, note in guide.notes_of(session) if unit in units]:
            yield markup(e("h2", session.title, class_="notes-module"))
            yield from notes


def _timed(sheet: Sheet, event: Event, day: CourseOccasion) -> Sheet:
    """A sheet with the time at which it is used."""
    stage = day.s("tahap.pendek", nomor=sheet.stage) if sheet.stage else event.title
    return replace(sheet, when=day.s("lembar_pelatihan.pukul", jam=shown(event.start), apa=stage))


def _used_in(event: Event, day: CourseOccasion) -> Iterator[Sheet]:
    match event.kind:
        case EventKind.TEACHING if event.module and not event.continued:
            yield from _taught(event, day.session(event.module))
        case EventKind.TEST if day.part != "open":
            yield from papers.sheets(day, exam(day.book, event.form, event.modules, event.minutes))
        case EventKind.DAY_EVALUATION:
            yield evaluations.of_day(day)
        case EventKind.COURSE_EVALUATION:
            yield evaluations.of_event(day)


def _taught(event: Event, session: Session) -> Iterator[Sheet]:
    """The sheets of a unit; what belongs to none comes with the first."""
    for sheet in (*readings.sheets(session), *handouts.sheets(session), *forms.sheets(session)):
        if (session.unit(sheet.stage) or session.units[0]).id == (event.unit and event.unit.id):
            yield sheet
