"""A course in clock times, as values: its days, and the events of each without a gap between them."""

import datetime
from dataclasses import dataclass, field

from handbook.content.course_plan import Classroom, CoursePlan, EventKind, Facilitator
from handbook.packs.people import People
from handbook.packs.timetable import TeachingUnit
from handbook.strings import Strings


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
