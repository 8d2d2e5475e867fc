"""The materials that the stages of a course need, item by item, as their authors wrote it."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.book.uses import mentions_in
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Day, Event
from handbook.html import plain
from handbook.packs.session import Session
from handbook.packs.timetable import TeachingUnit


class Need(NamedTuple):
    """An item among the materials of a unit, with the targets of the book that it mentions."""

    words: str
    day: Day
    event: Event
    unit: TeachingUnit
    session: Session
    mentioned: tuple[str, ...]


def needs(course: CourseOccasion) -> Iterator[Need]:
    """Every item of every unit, in the order of use."""
    for day in course.course.days:
        for event in course.on(day).taught:
            if event.module is not None and event.unit is not None:
                yield from _of(event.unit, event, day, course.session(event.module))


def _of(unit: TeachingUnit, event: Event, day: Day, session: Session) -> Iterator[Need]:
    target = session.book.targets.get(unit.id)
    page = session.book.pages[target.page] if target else session.pages[0]
    for words in unit.needs.materials:
        found = tuple(mention.id for mention in mentions_in(session.book, page, words))
        yield Need(plain(words), day, event, unit, session, found)
