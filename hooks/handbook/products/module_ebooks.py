"""Each module as an e-book, offered on the page of the module."""

from collections.abc import Iterable, Iterator

from handbook.book import Book, PageKind
from handbook.problem import Problem
from handbook.products.ebook import BookEbook
from handbook.products.product import EBOOKS, File, Making, Product


class ModuleEbooks(Product):
    """All pages of each module, with the answers of its own self-checks."""

    path = EBOOKS
    needs = (BookEbook,)
    is_offered = True
    has_answers = True

    def files(self, book: Book) -> Iterator[File]:
        """One for each module that is written."""
        pages = (page for page in book.pages.values() if page.kind is PageKind.MODULE)
        return (File(f"{self.path}/modul-{page.module:02d}.epub", page) for page in pages)

    def make(self, _: Making) -> Iterable[Problem]:
        """Nothing is left to do: they were made with the book."""
        return ()
