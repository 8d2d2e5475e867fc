"""A course, or one of its days, as what sheets are printed for."""

import datetime
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from handbook.book import Book
from handbook.content.course_plan import EventKind
from handbook.course.timetable import Course, Day, Event
from handbook.packs.clock import minutes_of, shown
from handbook.packs.options import PackOptions, PackPart
from handbook.packs.people import People, Person
from handbook.packs.session import Session
from handbook.packs.timetable import Slot
from handbook.print.bookpages import PRINTED
from handbook.strings import Strings

NAMES_KEPT = ".simpanan"
"""The press's store for sheets with names, in the folder of the course: it goes when the folder goes."""


@dataclass(frozen=True)
class CourseOccasion:
    """A course of a book, printed once or with every copy; with a day, that day of it."""

    book: Book
    course: Course
    expanded: bool = False
    day: Day | None = None
    part: PackPart = "all"
    """Everything; or all but tests and keys; or these alone."""
    printed_book: Path | None = None
    """The file of the printed book; by default the one that was built last."""
    sessions: dict[int, Session] = field(default_factory=dict, compare=False)
    """The modules as the plan holds them, once they are asked for."""

    number = 0
    """The colour of sheets is that of no module."""

    @property
    def s(self) -> Strings:
        """The texts of the book's language."""
        return self.book.settings.strings

    @property
    def label(self) -> str:
        """`Hari 2`, or what a course is called."""
        return self.label_of(self.day) if self.day else self.s("lembar_pelatihan.label")

    def label_of(self, day: Day) -> str:
        """`Hari 2`."""
        return self.s("lembar_pelatihan.hari", nomor=day.number)

    @property
    def title(self) -> str:
        """The title of the course, with the day."""
        title = self.course.plan.title
        return f"{title}, {self.label}: {self.date(self.day.date)}" if self.day else title

    def on(self, day: Day) -> "CourseOccasion":
        """A day of this course."""
        return replace(self, day=day)

    def date(self, day: datetime.date) -> str:
        """`Senin, 7 Desember 2026`."""
        return f"{self.s.tree('lembar_pelatihan.nama_hari')[day.weekday()]}, {self.day_of(day)}"

    def day_of(self, day: datetime.date) -> str:
        """`7 Desember 2026`."""
        month = self.s.tree("tanggal.bulan")[day.month - 1]
        return self.s("tanggal.bentuk", hari=day.day, bulan=month, tahun=day.year)

    def figure(self, number: int) -> str:
        """`1.620` in Indonesian, `1,620` in English."""
        return f"{number:,}".replace(",", self.s("lembar_pelatihan.ribuan"))

    @property
    def dates(self) -> str:
        """The first and the last day."""
        first, last = self.course.days[0].date, self.course.days[-1].date
        if first == last:
            return self.date(first)
        return self.s("lembar_pelatihan.sampai", awal=self.date(first), akhir=self.date(last))

    def clock(self, event: Event) -> str:
        """`08.00–08.30`."""
        return f"{shown(event.start)}–{shown(event.end)}"

    @property
    def zone(self) -> str:
        """`WIB`."""
        return self.s(f"paket.zona.{self.course.plan.zone}")

    def names(self, event: Event) -> str:
        """The names of those who lead an event."""
        return "; ".join(self.course.leader(id_).name for id_ in event.leaders)

    @cached_property
    def options(self) -> PackOptions:
        """The plan's wishes as those of a pack."""
        plan, own = self.course.plan, self.book.settings.book
        led = (Person(one.name, is_facilitator=True) for one in plan.facilitators)
        return PackOptions(
            modules=tuple(dict.fromkeys(event.module for event in self.course.events if event.module)),
            participants=plan.participants,
            facilitators=len(plan.facilitators),
            start=minutes_of(plan.start),
            zone=plan.zone,
            paper=plan.paper or own.paper,
            breaks=(),
            friday=None,
            groups=-(-plan.participants // plan.groups.people),
            expanded=self.expanded,
            seed=plan.seed or own.edition,
            people=People((*self.course.people.participants, *led)),
            duplex=plan.duplex,
            own_breaks=True,
            spare=plan.spare,
            with_book=plan.book_in_hand,
            part=self.part,
            printed_book=self.printed_book or self.book.root / PRINTED,
        )

    @property
    def pass_mark(self) -> int | None:
        """The least mark of the last test, in percent: that of the plan, else that of the book."""
        own = self.course.plan.passing.mark
        return self.book.settings.session.pass_mark if own is None else own

    def session(self, module: int) -> Session:
        """A module as the plan holds it."""
        if module not in self.sessions:
            self.sessions[module] = self._session(module)
        return self.sessions[module]

    def _session(self, module: int) -> Session:
        events = (event for event in self.course.events if event.module == module)
        timed = tuple(Slot(event.start, event.end, event.unit, event.continued) for event in events)
        return Session(self.book, module, self.options, timed)

    @property
    def taught(self) -> list[Event]:
        """The stretches of the day in which something is taught for the first time."""
        events = self.day.events if self.day else self.course.events
        return [event for event in events if event.kind is EventKind.TEACHING and not event.continued]
