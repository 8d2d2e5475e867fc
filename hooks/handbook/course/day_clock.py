"""The hours of a day: every item of the plan becomes events, one after the other."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from handbook.content.course_plan import (
    PAUSES,
    AnyItem,
    Classroom,
    CoursePlan,
    DayPlan,
    EventKind,
    ExamItem,
    ModuleItem,
    OtherItem,
)
from handbook.course.timetable import Event
from handbook.packs.clock import minutes_of
from handbook.packs.timetable import TeachingUnit
from handbook.strings import Strings

Units = dict[int, list[TeachingUnit]]
"""All units of teaching of the book in their order, by module."""


class Piece(NamedTuple):
    """A unit, or what is left of it, that waits for its time; its item, and which of the day that is."""

    unit: TeachingUnit
    left: int
    item: ModuleItem
    which: int


class DayClock:
    """Puts the items of a day one after the other; a pause at a fixed time cuts what is being taught."""

    def __init__(self, plan: CoursePlan, units: Units, strings: Strings) -> None:
        self._plan, self._units, self._strings = plan, units, strings
        self._events: list[Event] = []
        self._waiting: deque[Piece] = deque()
        self._now = 0

    def events(self, day: DayPlan) -> tuple[Event, ...]:
        """The events of a day; they overlap where a fixed time is earlier than what comes before it."""
        self._events, self._now = [], minutes_of(day.start or self._plan.start)
        for index, item in enumerate(day.items):
            at = minutes_of(item.time) if item.time else None
            self._teach(until=at if EventKind(item.kind) in PAUSES else None)
            if at is not None:
                self._wait(at, index)
            if isinstance(item, ModuleItem):
                units = units_of(item, self._units)
                self._waiting += [Piece(unit, unit.minutes, item, index) for unit in units]
            else:
                self._add(self._event(item, index))
        self._teach()
        return tuple(self._events)

    def _add(self, event: Event) -> None:
        self._events.append(event)
        self._now = event.end

    def _wait(self, at: int, index: int) -> None:
        """Go to a fixed time; free time fills what is left until then."""
        if at > self._now:
            self._add(Event(self._now, at, EventKind.FREE, self._title(EventKind.FREE), index))
        self._now = at

    def _title(self, key: str) -> str:
        return self._strings(f"pelatihan.acara.{key}")

    def _event(self, item: ExamItem | OtherItem, index: int) -> Event:
        """Anything but teaching, from now on."""
        end, classes = self._now + item.minutes, classes_of(item, self._plan)
        if isinstance(item, OtherItem):
            title = item.title or self._title(item.kind)
            return Event(self._now, end, EventKind(item.kind), title, index, classes=classes)
        modules, title = tuple(item.modules) or tuple(self._units), self._title(f"tes_{item.form}")
        event = Event(self._now, end, EventKind.TEST, title, index, classes=classes)
        return replace(event, form=item.form, modules=modules)

    def _teach(self, until: int | None = None) -> None:
        """Hold the units that wait, all of them or those for which there is time until a minute."""
        while self._waiting and (until is None or self._now < until):
            piece = self._waiting.popleft()
            minutes = piece.left if until is None else min(piece.left, until - self._now)
            self._add(self._taught(piece, minutes))
            if minutes < piece.left:
                self._waiting.appendleft(piece._replace(left=piece.left - minutes))

    def _taught(self, piece: Piece, minutes: int) -> Event:
        unit, item = piece.unit, piece.item
        end, classes = self._now + minutes, classes_of(item, self._plan)
        event = Event(self._now, end, EventKind.TEACHING, unit.title, piece.which, classes=classes)
        return replace(event, module=item.module, unit=unit, continued=piece.left < unit.minutes)


def units_of(item: ModuleItem, units: Units, *, shortened: bool = True) -> Iterator[TeachingUnit]:
    """The units of an item as it orders them; with the minutes of the plan where it shortens some."""
    whole = units.get(item.module, [])
    wanted = [unit for number in item.stages for unit in named(number, whole)] if item.stages else whole
    for unit in wanted:
        minutes = item.shortened.get(unit.number) if shortened else None
        yield unit._replace(minutes=minutes or unit.minutes)


def named(number: str, units: Sequence[TeachingUnit]) -> list[TeachingUnit]:
    """The units that a number names: a part, or a stage with all its parts."""
    return [unit for unit in units if number in (unit.number, unit.number.rstrip("ABCD"))]


def classes_of(item: AnyItem, plan: CoursePlan) -> tuple[Classroom, ...]:
    """The rooms of an item with their leaders: its own, else the first room of the plan and everyone.

    A pause has neither unless it says so.
    """
    if item.classes:
        return tuple(item.classes)
    if EventKind(item.kind) in PAUSES and not item.room and not item.leaders:
        return ()
    leaders = item.leaders or [one.id for one in plan.facilitators]
    return (Classroom.model_construct(room=item.room or plan.rooms[0], leaders=leaders),)
