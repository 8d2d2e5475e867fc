"""Comparison of two states of a book, each a kept edition or the working tree."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from handbook.archive import archive
from handbook.archive.changes import PageChanges, compare, read_pages, sheet
from handbook.archive.changes.draw import Pair
from handbook.archive.fingerprints import Fate, PrintedUnit, fate
from handbook.book import Book
from handbook.html import Audience
from handbook.print.documents import html_parts, leaflet
from handbook.print.parts import parts
from handbook.print.printing import extracts, print_book, print_leaflet
from handbook.release.sheets import survey

WORKING = "kerja"


class Revision(NamedTuple):
    """The changes from one state to another: pages and sheets."""

    old: str
    new: str
    pages: list[PageChanges]
    sheets: list[Pair]

    def fates(self) -> dict[str, Fate]:
        """The fate of each form and module, by its id."""
        return {(new or old).id: fate(old, new) for old, new in self.sheets if (new or old) is not None}  # type: ignore[union-attr]


def between(book: Book, old: str, new: str) -> Revision:
    """Compare two states; the working tree is printed for it."""
    pages = compare(*(read_pages(_root(book, name)) for name in (old, new)))
    before, after = (_sheets(book, name) for name in (old, new))
    return Revision(old, new, pages, pairs(before, after))


def since(book: Book, old: str, printed: Mapping[str, PrintedUnit]) -> Revision:
    """A kept edition against the book as it is, whose sheets were just printed."""
    pages = compare(read_pages(_root(book, old)), read_pages(book.root))
    return Revision(old, book.settings.book.edition, pages, pairs(archive.sheets(book.root, old), printed))


def pairs(before: Mapping[str, PrintedUnit], after: Mapping[str, PrintedUnit]) -> list[Pair]:
    """Each form and module in both states, in the order of the new one."""
    ids = dict.fromkeys([*after, *before])
    return [(before.get(id_), after.get(id_)) for id_ in ids]


def printed_sheets(book: Book) -> dict[str, PrintedUnit]:
    """Print the working tree and read its sheets; the press's cache makes it quick."""
    with tempfile.TemporaryDirectory() as name:
        folder, forms = Path(name), [page for part in parts(book) for page in part.forms]
        cuts = [*extracts(book, ((page, folder / f"{page.id}.pdf") for page in forms))]
        items = html_parts(book, Audience.PARTICIPANT, book.settings.book.paper)
        report, _ = print_book(book, items, folder / "buku.pdf", cuts=cuts)
        return survey(book, report, folder / "buku.pdf", folder)


def _root(book: Book, name: str) -> Path:
    return book.root if name == WORKING else archive.sources(book.root, name)


def _sheets(book: Book, name: str) -> dict[str, PrintedUnit]:
    return printed_sheets(book) if name == WORKING else archive.sheets(book.root, name)


def print_sheet(found: Revision, book: Book, out: Path) -> None:
    """Print the sheet for the office that says what lies between two states."""
    s = book.settings.strings
    names = (_name(found.old, book), _name(found.new, book))
    title = s("perubahan.lembar_judul", lama=names[0], baru=names[1])
    body = sheet(found.pages, found.sheets, names, book.settings.book.title, book.module_title, s)
    print_leaflet(book, leaflet("perubahan", title, body, book), out)


def _name(name: str, book: Book) -> str:
    s = book.settings
    return f"{s.book.edition} ({s.strings('perubahan.kerja')})" if name == WORKING else name
