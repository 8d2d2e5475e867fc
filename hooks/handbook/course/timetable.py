"""The days of a course in clock times: every item of the plan becomes events without a gap between them."""

import datetime
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from handbook.content.course_plan import (
    PAUSES,
    AnyItem,
    Classroom,
    CoursePlan,
    DayPlan,
    EventKind,
    ExamItem,
    Facilitator,
    ModuleItem,
)
from handbook.packs.clock import minutes_of
from handbook.packs.people import People
from handbook.packs.timetable import TeachingUnit
from handbook.strings import Strings

Units = dict[int, list[TeachingUnit]]
"""All units of teaching of the book in their order, by module."""


@dataclass(frozen=True)
class Event:
    """A stretch of a day, in minutes since midnight; of a unit cut by a pause each piece is an event.

    `unit` is there for teaching only, its minutes those of the plan; `form` and `modules` for a test only.
    `item` is the index of the item of the day from which the event comes.
    """

    start: int
    end: int
    kind: EventKind
    title: str
    item: int
    module: int | None = None
    unit: TeachingUnit | None = None
    continued: bool = False
    form: str = ""
    modules: tuple[int, ...] = ()
    classes: tuple[Classroom, ...] = ()

    @property
    def minutes(self) -> int:
        """Its length in minutes."""
        return self.end - self.start

    @property
    def leaders(self) -> tuple[str, ...]:
        """The ids of all who lead it, each once."""
        return tuple(dict.fromkeys(id_ for one in self.classes for id_ in one.leaders))

    @property
    def room(self) -> str:
        """Its room, or its rooms: `Aula, Ruang 2`."""
        return ", ".join(dict.fromkeys(one.room for one in self.classes))


@dataclass(frozen=True)
class Day:
    """A day of the course, numbered from 1, with its events in order."""

    number: int
    date: datetime.date
    events: tuple[Event, ...]

    @property
    def start(self) -> int:
        """The minute at which it begins."""
        return self.events[0].start

    @property
    def end(self) -> int:
        """The minute at which it ends."""
        return self.events[-1].end

    def date_words(self, strings: Strings) -> str:
        """`Senin, 7 Desember 2026`."""
        weekday = strings.tree("pelatihan.hari_minggu")[self.date.weekday()]
        month = strings.tree("tanggal.bulan")[self.date.month - 1]
        date = strings("tanggal.bentuk", hari=self.date.day, bulan=month, tahun=self.date.year)
        return f"{weekday}, {date}"


@dataclass(frozen=True)
class Course:
    """A plan that was checked, with its days in clock times and the people of its list of names."""

    id: str
    plan: CoursePlan
    days: tuple[Day, ...]
    people: People = field(default_factory=People)

    @property
    def events(self) -> list[Event]:
        """The events of all days."""
        return [event for day in self.days for event in day.events]

    def leader(self, id_: str) -> Facilitator:
        """The facilitator with an id."""
        return next(one for one in self.plan.facilitators if one.id == id_)


class Piece(NamedTuple):
    """A unit, or what is left of it, that waits for its time."""

    unit: TeachingUnit
    left: int
    item: int


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
            self._teach(day, until=at if at is not None and EventKind(item.kind) in PAUSES else None)
            if at is not None:
                self._wait(at, index)
            self._place(item, index)
        self._teach(day)
        return tuple(self._events)

    def _wait(self, at: int, index: int) -> None:
        """Go to a fixed time; free time fills what is left until then."""
        if at > self._now:
            self._add(EventKind.FREE, at - self._now, index)
        self._now = at

    def _place(self, item: AnyItem, index: int) -> None:
        if isinstance(item, ModuleItem):
            self._waiting += [Piece(unit, unit.minutes, index) for unit in units_of(item, self._units)]
            return
        classes = classes_of(item, self._plan)
        if isinstance(item, ExamItem):
            modules = tuple(item.modules) or tuple(self._units)
            title = self._strings(f"pelatihan.acara.tes_{item.form}")
            self._add(EventKind.TEST, item.minutes, index, title, item.form, modules, classes)
            return
        self._add(EventKind(item.kind), item.minutes, index, item.title or "", classes=classes)

    def _add(
        self,
        kind: EventKind,
        minutes: int,
        index: int,
        title: str = "",
        form: str = "",
        modules: tuple[int, ...] = (),
        classes: tuple[Classroom, ...] = (),
    ) -> None:
        title = title or self._strings(f"pelatihan.acara.{kind}")
        end = self._now + minutes
        self._events.append(
            Event(self._now, end, kind, title, index, form=form, modules=modules, classes=classes)
        )
        self._now = end

    def _teach(self, day: DayPlan, until: int | None = None) -> None:
        """Hold the units that wait, all of them or those for which there is time until a minute."""
        while self._waiting and (until is None or self._now < until):
            piece = self._waiting.popleft()
            minutes = piece.left if until is None else min(piece.left, until - self._now)
            self._events.append(self._taught(piece, minutes, day.items[piece.item]))
            self._now += minutes
            if minutes < piece.left:
                self._waiting.appendleft(piece._replace(left=piece.left - minutes))

    def _taught(self, piece: Piece, minutes: int, item: AnyItem) -> Event:
        assert isinstance(item, ModuleItem)
        return Event(
            self._now,
            self._now + minutes,
            EventKind.TEACHING,
            piece.unit.title,
            piece.item,
            item.module,
            piece.unit,
            continued=piece.left < piece.unit.minutes,
            classes=classes_of(item, self._plan),
        )


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
