"""What can be downloaded: the book, each module, each form, as PDF files in dist/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.book.book import Book
from handbook.book.page import Page, PageKind
from handbook.strings import Strings

BOOK = "buku-peserta.pdf"
FOLDER = "unduhan"
"""Where they stand in the site."""


@dataclass(frozen=True)
class Download:
    """A file that the site offers: its address in the site, its size in bytes, the file."""

    uri: str
    size: int
    file: Path


def size_words(size: int, strings: Strings) -> str:
    """`1,2 MB` or `340 KB`."""
    if size < 1_000_000:
        return strings("unduhan.ukuran_kb", angka=max(1, round(size / 1000)))
    return strings("unduhan.ukuran_mb", angka=f"{size / 1_000_000:.1f}".replace(".", strings("angka.koma")))


def files(book: Book) -> Iterator[tuple[Page | None, str]]:
    """Every file below dist/ with the page that it prints; none for the whole book."""
    yield None, BOOK
    for plan in book.settings.modules:
        for page in book.of_module(plan.number):
            if page.kind is PageKind.MODULE:
                yield page, f"modul/{plan.folder}.pdf"
            elif page.kind is PageKind.INSTRUMENT:
                yield page, f"instrumen/{page.id}.pdf"


def found(book: Book, folder: Path) -> dict[str, Download]:
    """What of it was printed into a folder, by the id of the page; the book under ""."""
    printed = ((page.id if page else "", name) for page, name in files(book) if (folder / name).is_file())
    return {
        key: Download(f"{FOLDER}/{name}", (folder / name).stat().st_size, folder / name)
        for key, name in printed
    }
