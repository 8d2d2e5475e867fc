"""The courses that pages of the site show, as plain values for whoever draws the pages."""

from collections.abc import Iterator, Sequence

from handbook.book import Book
from handbook.content.course_plan import PAUSES, EventKind
from handbook.course.plans import shown_plans
from handbook.course.read import blank_plan
from handbook.course.sheets import bringing, schedule
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Day, Event
from handbook.html import Element, Piece
from handbook.packs.clock import shown
from handbook.problem import Problem
from handbook.render.courses import ShownCourse, ShownDay, ShownEvent
from handbook.source.files import PLANS

FACTS = ("waktu", "tempat", "penyelenggara")


def posted(book: Book) -> tuple[dict[str, ShownCourse], list[Problem]]:
    """Each course that a page names, by the name of its plan; and what is wrong in the plans.

    Nobody's name is read: a page needs none.
    """
    found: dict[str, ShownCourse] = {}
    problems: list[Problem] = []
    for name in shown_plans(book):
        course, wrong = blank_plan(f"{PLANS}/{name}.yml", book)
        problems += wrong
        if course is not None:
            found[name] = _shown(CourseOccasion(book, course))
    return found, problems


def _shown(course: CourseOccasion) -> ShownCourse:
    plan = course.course.plan
    values = (f"{course.dates} ({course.zone})", plan.place, plan.organiser)
    labels = (course.s(f"lembar_pelatihan.arsip.{key}") for key in FACTS)
    days = (_day(course, day) for day in course.course.days)
    return ShownCourse(plan.title, tuple(zip(labels, values, strict=True)), tuple(days))


def _day(course: CourseOccasion, day: Day) -> ShownDay:
    events = (_event(course, run) for run in schedule.runs(day.events))
    brought = (_text(item) for item in bringing.participants(course, day))
    label, date = course.label_of(day), course.date(day.date)
    return ShownDay(day.number, label, date, tuple(events), tuple(brought))


def _event(course: CourseOccasion, run: Sequence[Event]) -> ShownEvent:
    first, last = run[0], run[-1]
    is_pause = first.kind in PAUSES or first.kind is EventKind.FREE
    words = first.title if first.module is None else course.session(first.module).title
    stages = schedule.run_words(course, run).removeprefix(words).strip()
    return ShownEvent(f"{shown(first.start)}–{shown(last.end)}", words, first.module, stages, is_pause)


def _text(item: str | list[Piece]) -> str:
    """The words alone: the page links what they mention."""
    return item if isinstance(item, str) else "".join(_words(item))


def _words(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Element):
            yield from piece.itertext()
        elif piece is not None:
            yield piece
