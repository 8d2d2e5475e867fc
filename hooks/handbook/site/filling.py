"""Fills the places of a drawn site that only the print tells: files to download, the fate of older sheets.

A site is drawn while the book is being printed, and filled afterwards; filled once more, the same places have
what is true then.
"""

import filecmp
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import tostring

from handbook.archive.fingerprints import PrintedUnit
from handbook.book import Book
from handbook.html import Element
from handbook.render.downloads import Download
from handbook.render.from_print import COPIES, ELEMENT, FILES, OLDER
from handbook.render.lists import changes

_START = rf'(?P<start><{ELEMENT} data-of="(?P<kind>[^" ]*) (?P<about>[^"]*)">)'
_PLACE = re.compile(rf"{_START}.*?(?P<end></{ELEMENT}>)", re.S)


@dataclass(frozen=True)
class Printed:
    """The print of a book, as its site tells of it."""

    book: Book
    downloads: Mapping[str, list[Download]]
    """The files that pages offer, by the id of the page that they print; those of the whole book under ""."""
    sheets: Mapping[str, PrintedUnit]
    """The sheets of this state of the book by their ids, none when it was never printed."""

    def fill(self, site: Path) -> None:
        """Put the files into a finished site, and what they tell into its pages."""
        for item in (item for offered in self.downloads.values() for item in offered):
            _copy(item.file, site / item.uri)
        for page in sorted(site.rglob("*.html")):
            text = page.read_text(encoding="utf-8")
            if f"<{ELEMENT} " in text:
                page.write_text(self.filled(text, page.relative_to(site).as_posix()), encoding="utf-8")

    def filled(self, text: str, address: str) -> str:
        """The HTML of a page with its places filled; `address` is that of its file, from the site's root."""
        return _PLACE.sub(lambda found: self._place(found, address), text)

    def _place(self, found: re.Match[str], address: str) -> str:
        drawn = _DRAWN[found["kind"]](self, unescape(found["about"]), address)
        inside = "".join(tostring(item, encoding="unicode", method="html") for item in drawn)
        return found["start"] + inside + found["end"]

    def _files(self, key: str, address: str) -> list[Element]:
        """A link to each file that prints something, with its size."""
        words, s = ("unduhan.berkas" if key else "unduhan.buku"), self.book.settings.strings
        return [item.link(words, address, s) for item in self.downloads.get(key, ())]

    def _older(self, id_: str, _: str) -> Iterable[Element]:
        page = self.book.page_with(id_)
        return changes.older(self.book, page, self.sheets) if page else ()

    def _copies(self, edition: str, _: str) -> Iterable[Element]:
        return changes.copies(self.book, edition, self.sheets)


_DRAWN: dict[str, Callable[[Printed, str, str], Iterable[Element]]] = {
    FILES: Printed._files,
    OLDER: Printed._older,
    COPIES: Printed._copies,
}


def _copy(file: Path, place: Path) -> None:
    """Copy a file with its time; a preview, which copies again and again, leaves one that is the same."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if not (place.is_file() and filecmp.cmp(file, place, shallow=True)):
        shutil.copy2(file, place)
