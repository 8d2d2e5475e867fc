"""A book, one of its modules and the options for a pack, bound together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.book import Book, Page
from handbook.content.module import Module
from handbook.content.quiz import Quiz
from handbook.html import Audience, Context
from handbook.packs import exams
from handbook.packs.clock import shown
from handbook.packs.drawing import context_of, renderer_of
from handbook.packs.options import PackOptions
from handbook.packs.timetable import Slot, TeachingUnit, slots, units
from handbook.print.bookpages import page_labels
from handbook.problem import RefusedError
from handbook.render.renderer import Renderer
from handbook.strings import Strings

USUAL_GROUP = 5
"""People in a group where neither book nor wish says."""


@dataclass(frozen=True)
class Session:
    """A book, a module and the options of a pack, with the values that its sheets need."""

    book: Book
    number: int
    options: PackOptions
    timed: tuple[Slot, ...] = ()
    """The session in clock times where a plan gives them; else they follow from the options."""

    @property
    def s(self) -> Strings:
        """The texts of the book's language."""
        return self.book.settings.strings

    @cached_property
    def pages(self) -> list[Page]:
        """The module's pages in order; the first is its opening."""
        return self.book.of_module(self.number)

    @cached_property
    def module(self) -> Module:
        """The module's front matter."""
        sheet = self.pages[0].value if self.pages else None
        if not isinstance(sheet, Module):
            raise RefusedError("modul", kata=self.number, boleh="-")
        return sheet

    @property
    def label(self) -> str:
        """`Modul 3`."""
        return self.s("modul.label", nomor=self.number)

    @property
    def title(self) -> str:
        """`Modul 3: Kepemimpinan …`."""
        return f"{self.label}: {self.module.title}"

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer for facilitators."""
        return renderer_of(self, Audience.FACILITATOR)

    def context(self, page: Page | None = None, audience: Audience = Audience.PARTICIPANT) -> Context:
        """The context in which sheets are drawn, as seen from `page`."""
        return context_of(self, page or self.pages[0], audience)

    @cached_property
    def book_pages(self) -> Mapping[str, str]:
        """The page of each target in the printed book; none while there is no printing."""
        return page_labels(self.options.printed_book) if self.options.printed_book else {}

    @cached_property
    def units(self) -> list[TeachingUnit]:
        """Everything that is taught, in order."""
        return units(self.book.stages(self.number), self.number)

    @cached_property
    def slots(self) -> list[Slot]:
        """The session in clock times."""
        if self.timed:
            return list(self.timed)
        options = self.options
        loose = [] if options.own_breaks else [pause for pause in options.breaks if pause != options.friday]
        return slots(self.units, options.start, options.breaks, loose)

    @property
    def times(self) -> str:
        """`08.00–11.15 WIB`."""
        first, last = shown(self.slots[0].start), shown(self.slots[-1].end)
        return self.s(
            "paket.waktu", mulai=first, selesai=last, zona=self.s(f"paket.zona.{self.options.zone}")
        )

    @cached_property
    def banks(self) -> list[tuple[Page, Quiz]]:
        """The module's questions for tests."""
        return list(exams.banks(self.book, [self.number]))

    def exam(self, form: str) -> exams.Exam:
        """The module's own test of a form."""
        return exams.exam(self.book, form, [self.number], self.book.settings.session.test_minutes)

    def unit(self, number: str) -> TeachingUnit | None:
        """The unit that an instrument names as `3B`; of a stage with parts the first."""
        exact = (unit for unit in self.units if unit.number.lower() == number.lower())
        parts = (unit for unit in self.units if unit.number[:-1] == number)
        return next(exact, None) or next(parts, None)

    def unit_with(self, id_: str | None) -> TeachingUnit | None:
        """The unit with a target's id."""
        return next((unit for unit in self.units if unit.id == id_), None)

    def groups(self, unit: TeachingUnit | None) -> int:
        """The number of groups in a unit: set by the book, else by the option, else groups of five."""
        fixed = unit.needs.groups if unit else None
        return fixed or self.options.groups or -(-self.options.participants // USUAL_GROUP)

    def check(self) -> None:
        """Refuse more groups than people."""
        for unit in self.units:
            groups, people = self.groups(unit), self.options.participants
            if unit.grouping == "kelompok" and groups > people:
                raise RefusedError("kelompok_tahap", tahap=unit.number, kelompok=groups, peserta=people)
