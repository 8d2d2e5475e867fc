"""The sheet for the office that says what lies between two states of a book."""

from __future__ import annotations

from pathlib import Path

from handbook.archive.changes import sheet
from handbook.book.book import Book
from handbook.print.documents import leaflet
from handbook.print.printing import print_leaflet
from handbook.release.revision import WORKING, Revision


def print_sheet(found: Revision, book: Book, out: Path) -> None:
    """Print it as a PDF."""
    s = book.settings.strings
    names = (_name(found.old, book), _name(found.new, book))
    title = s("perubahan.lembar_judul", lama=names[0], baru=names[1])
    body = sheet(found.pages, found.sheets, names, book.settings.book.title, book.module_title, s)
    print_leaflet(book, leaflet("perubahan", title, body, book), out)


def _name(name: str, book: Book) -> str:
    s = book.settings
    return f"{s.book.edition} ({s.strings('perubahan.kerja')})" if name == WORKING else name
