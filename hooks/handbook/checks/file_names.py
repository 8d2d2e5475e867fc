"""Names of files that Windows can store: a book is copied to laptops of every kind."""

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.book import Book
from handbook.problem import Kind, Phrase, Place, Problems, phrase, problem
from handbook.source.files import PLANS, book_files

DEVICES = re.compile(r"(?i:con|prn|aux|nul|com[1-9]|lpt[1-9])")
"""Names that Windows keeps for devices, whatever follows a dot."""
SIGNS = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def check(book: Book) -> Problems:
    """Each file and folder whose name Windows refuses, or takes for that of another."""
    seen: dict[tuple[Path, str], str] = {}
    for file in (*book_files(book.root), *sorted((book.root / PLANS).glob("*"))):
        first = seen.setdefault((file.parent, file.name.casefold()), file.name)
        for reason in _reasons(file.name, first):
            place = Place(file.relative_to(book.root).as_posix())
            yield problem(place, Kind.FILE_NAME, kata=file.name, sebab=reason)


def _reasons(name: str, first: str) -> Iterator[Phrase]:
    if first != name:
        yield phrase("nama_kembar", lain=first)
    if DEVICES.fullmatch(name.partition(".")[0]):
        yield phrase("nama_perangkat", nama=name.partition(".")[0])
    if sign := SIGNS.search(name):
        yield phrase("nama_tanda", tanda=sign[0])
    if name.endswith((".", " ")):
        yield phrase("nama_akhir")
