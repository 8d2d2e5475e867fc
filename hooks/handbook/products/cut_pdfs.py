"""The base of products that are a part of the print each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from handbook.book import Book, Page, PageKind
from handbook.problem import Problem
from handbook.products.book_pdf import BookPdf
from handbook.products.product import File, Making, Product

if TYPE_CHECKING:
    from handbook.press import Extract


class CutPdfs(Product):
    """Forms or modules as PDFs of their own, each with the continuation sheet of its forms."""

    needs = (BookPdf,)
    is_offered = True
    kind: ClassVar[PageKind]
    """Each page of this kind has a file."""

    def name(self, page: Page) -> str:
        """The name of a page's file, without its ending."""
        return page.id

    def files(self, book: Book) -> Iterator[File]:
        """One for each page of the kind."""
        pages = (page for page in book.pages.values() if page.kind is self.kind)
        return (File(f"{self.path}/{self.name(page)}.pdf", page) for page in pages)

    def extracts(self, book: Book, folder: Path) -> Iterator[Extract]:
        """The files as the press is asked for them."""
        from handbook.print.printing import extracts

        pages = [(file.page, folder / file.path) for file in self.files(book) if file.page]
        return extracts(book, pages)

    def make(self, _: Making) -> Iterable[Problem]:
        """Nothing is left to do: they were made with the book."""
        return ()
