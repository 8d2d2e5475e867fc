"""Each module as a PDF of its own, offered on the page of the module."""

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


class ModulePdfs(Product):
    """All parts of a module, with the continuation sheet for its forms."""

    path = "dist/modul"
    needs = (BookPdf,)
    is_offered = True

    def files(self, book: Book) -> Iterator[File]:
        """One for each written module."""
        for plan in book.settings.modules:
            for page in book.of_module(plan.number):
                if page.kind is PageKind.MODULE:
                    yield File(f"{self.path}/{plan.folder}.pdf", page)

    def extracts(self, book: Book, folder: Path) -> Iterator[Extract]:
        """The whole part of each module."""
        from handbook.print.printing import extracts

        pages = [(file.page, folder / file.path) for file in self.files(book) if file.page]
        return extracts(book, pages, whole=True)

    def make(self, run: Making) -> Iterable[Problem]:
        """Nothing is left to do: the press cut them out of the book."""
        del run
        return ()
