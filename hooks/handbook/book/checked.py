"""A book that was read and checked, as one value."""

from dataclasses import dataclass
from functools import cached_property

from handbook.book.book import Book
from handbook.book.report import Reporter
from handbook.problem import Problem
from handbook.strings import DEFAULT_LANGUAGE, load


@dataclass(frozen=True)
class Checked:
    """A book with its problems; there is no book when its settings cannot be read."""

    book: Book | None
    problems: list[Problem]

    @cached_property
    def reporter(self) -> Reporter:
        """Puts problems into words: those of the book, as severe as the book has them."""
        if self.book is None:
            return Reporter(load(DEFAULT_LANGUAGE))
        return Reporter(self.book.settings.strings, self.book.settings.severities)

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return self.reporter.errors(self.problems)

    @property
    def sound(self) -> Book | None:
        """The book when nothing in it stops a build."""
        return None if self.errors else self.book
