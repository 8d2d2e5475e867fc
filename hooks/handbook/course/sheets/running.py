"""A day of a course as data for the run-sheet that lives."""

from collections.abc import Iterator
from dataclasses import replace

from handbook.content.course_plan import PAUSES, AnyItem, EventKind, ModuleItem
from handbook.course.day_clock import units_of
from handbook.course.reading import units_of_book
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.run_sheet import led
from handbook.course.timetable import Event
from handbook.html import e
from handbook.packs.clock import minutes_of
from handbook.packs.running import RunItem, RunningSheet, RunPiece, item_of, titled


def of_day(day: CourseOccasion) -> RunningSheet:
    """A day with its items in the order of the plan."""
    own = day.day
    assert own is not None
    title, times = f"{day.course.plan.title}: {day.label}", f"{day.date(own.date)}, {day.zone}"
    name, pieces = f"{day.course.id}-hari-{own.number}", [_piece(event) for event in own.events]
    return RunningSheet(name, title, times, 0, own.start, [*_items(day)], pieces)


def _piece(event: Event) -> RunPiece:
    id_ = event.unit.id if event.unit else _id(event.kind, event.item)
    return RunPiece(event.start, event.end, id_, event.continued)


def _id(kind: EventKind, index: int) -> str:
    """The id of what is not taught; free time has none."""
    return "" if kind is EventKind.FREE else f"acara-{index}"


def _events(day: CourseOccasion) -> tuple[Event, ...]:
    return day.day.events if day.day else ()


def _items(day: CourseOccasion) -> Iterator[RunItem]:
    own = day.day
    assert own is not None
    titles = {event.item: event.title for event in own.events if event.kind is not EventKind.FREE}
    for index, item in enumerate(day.course.plan.days[own.number - 1].items):
        if isinstance(item, ModuleItem):
            yield from _taught(day, item)
        else:
            yield _other(item, index, titles[index])


def _taught(day: CourseOccasion, item: ModuleItem) -> Iterator[RunItem]:
    """The stages of an item, in the minutes of the plan, each named with its module and who leads it."""
    units, session = units_of_book(day.book), day.session(item.module)
    written = units_of(item, units, shortened=False)
    events = {event.unit.id: event for event in reversed(_events(day)) if event.unit}
    for unit, whole in zip(units_of(item, units), written, strict=True):
        own = item_of(unit, whole, session)
        body = [e("p", session.label, class_="run-module"), *own.body, led(events[unit.id], day)]
        yield replace(own, name=f"{session.label} · {own.name}", body=body)


def _other(item: AnyItem, index: int, title: str) -> RunItem:
    """A pause, a test or anything else that is no teaching."""
    assert not isinstance(item, ModuleItem)
    kind, time = EventKind(item.kind), item.time
    return RunItem(
        id=_id(kind, index),
        name=title,
        kind="pause" if kind in PAUSES else "other",
        minutes=item.minutes,
        body=titled(title),
        fixed=minutes_of(time) if time else None,
    )
