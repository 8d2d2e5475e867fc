"""The plan of a course while it is checked: its values, their places in the file, its days in clock times."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.book import Book
from handbook.content.course_plan import AnyItem, CoursePlan
from handbook.course.day_clock import DayClock, Units
from handbook.course.timetable import Day, Event
from handbook.packs.timetable import units
from handbook.problem import Place
from handbook.source.yamltext import Node, Step
from handbook.strings import Strings


@dataclass(frozen=True)
class PlanReading:
    """A plan that has the shape of one, and the book that it is for."""

    book: Book
    plan: CoursePlan
    root: Node

    @property
    def s(self) -> Strings:
        """The texts of the book's language."""
        return self.book.settings.strings

    @cached_property
    def units(self) -> Units:
        """All units of teaching, by written module."""
        return units_of_book(self.book)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The days in clock times, whether they can be held so or not."""
        clocks = [DayClock(self.plan, self.units, self.s).events(day) for day in self.plan.days]
        pairs = enumerate(zip(self.plan.days, clocks, strict=True), 1)
        return tuple(Day(number, day.date, events) for number, (day, events) in pairs)

    def place(self, *path: Step) -> Place:
        """The place of a value in the file; of the nearest around it when it is not written."""
        return self.root.at(path).place

    def item_place(self, day: Day, event: Event, key: str = "") -> Place:
        """The place of the item from which an event comes, or of one of its values."""
        return self.place("hari", day.number - 1, "acara", event.item, *([key] if key else []))

    @property
    def items(self) -> Iterator[tuple[AnyItem, tuple[Step, ...]]]:
        """Every item with its path, in order."""
        for number, day in enumerate(self.plan.days):
            for index, item in enumerate(day.items):
                yield item, ("hari", number, "acara", index)

    @property
    def events(self) -> Iterator[tuple[Day, Event]]:
        """Every event with its day, in order."""
        return ((day, event) for day in self.days for event in day.events)

    def unit_name(self, module: int, number: str) -> str:
        """`Tahap 3B Modul 2`."""
        return self.s("pelatihan.tahap", tahap=number, modul=module)

    def module_name(self, module: int) -> str:
        """`Modul 2`."""
        return self.s("modul.label", nomor=module)


def units_of_book(book: Book) -> Units:
    """All units of teaching, by written module."""
    numbers = [plan.number for plan in book.settings.modules if not plan.planned]
    return {number: units(book.stages(number), number) for number in numbers}
