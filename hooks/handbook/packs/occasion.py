"""The occasion for which sheets are printed: the session of a module, or a whole course."""

from typing import Protocol

from handbook.book import Book
from handbook.packs.options import PackOptions
from handbook.strings import Strings


class Occasion(Protocol):
    """The book, the options and the words that every printed sheet needs."""

    @property
    def book(self) -> Book:
        """The book that is taught."""

    @property
    def options(self) -> PackOptions:
        """People, paper and copies."""

    @property
    def number(self) -> int:
        """The module, whose colour the sheets have; 0 for a course."""

    @property
    def label(self) -> str:
        """The name in the head and the foot of sheets: `Modul 3`."""

    @property
    def title(self) -> str:
        """The full name: `Modul 3: Kepemimpinan …`."""

    @property
    def s(self) -> Strings:
        """The texts of the book's language."""
