"""Each form as a PDF of its own, offered on the page of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.book.book import Book
from handbook.book.page import PageKind
from handbook.problem import Problem
from handbook.products.book_pdf import BookPdf
from handbook.products.product import File, Making, Product

if TYPE_CHECKING:
    from handbook.press import Extract


class FormPdfs(Product):
    """The pages of a form, with the continuation sheet."""

    path = "dist/instrumen"
    needs = (BookPdf,)
    is_offered = True

    def files(self, book: Book) -> Iterator[File]:
        """One for each form."""
        for page in book.pages.values():
            if page.kind is PageKind.INSTRUMENT:
                yield File(f"{self.path}/{page.id}.pdf", page)

    def extracts(self, book: Book, folder: Path) -> Iterator[Extract]:
        """From the page of each form to the page after it."""
        from handbook.print.printing import extracts

        pages = [(file.page, folder / file.path) for file in self.files(book) if file.page]
        return extracts(book, pages, whole=False)

    def make(self, run: Making) -> Iterable[Problem]:
        """Nothing is left to do: the press cut them out of the book."""
        del run
        return ()
