"""The errata and the full register of regulations as a PDF of its own, offered on their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.book import Book
from handbook.problem import Problem
from handbook.products.book_pdf import BookPdf
from handbook.products.product import File, Making, Product

if TYPE_CHECKING:
    from handbook.press import Extract


class RegistersPdf(Product):
    """The pages that handbook.yml names in `register`; the book has them short, or not at all."""

    path = "dist/ralat-dan-peraturan.pdf"
    needs = (BookPdf,)
    is_offered = True

    def files(self, book: Book) -> Iterator[File]:
        """The one file, for each of its pages."""
        return (File(self.path, page) for page in book.listed(book.settings.registers))

    def extracts(self, book: Book, folder: Path) -> Iterator[Extract]:
        """The file as the press is asked for it."""
        from handbook.print.printing import registers

        return registers(book, folder / self.path)

    def make(self, _: Making) -> Iterable[Problem]:
        """Nothing is left to do: it was made with the book."""
        return ()
