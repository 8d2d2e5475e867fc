"""Printed sheets told apart: a fingerprint of the words and one of the layout of every page.

A form's layout is its ruled lines and places to fill in; that of running text is which headings,
tables and boxes stand on which page. Feet of pages and the name of the edition do not count.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from handbook.archive.archive import unpacked
from handbook.archive.fingerprints import PrintedUnit
from handbook.book import Book, Page
from handbook.content.instrument import Instrument
from handbook.memory.keys import engine, fingerprint
from handbook.press import Anchor, Report
from handbook.print.parts import EditionPart, parts

FOOT_OF_FORMS, FOOT = 14.5, 20.0  # mm from the lower edge
POINTS = 72 / 25.4
GRAIN = 1.0  # points; what moves less has not moved
PATH = pypdfium2.raw.FPDF_PAGEOBJ_PATH
IMAGE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
Rectangle = Sequence[float]


def survey(book: Book, report: Report, file: Path, forms: Path) -> dict[str, PrintedUnit]:
    """All units of a printed book, in its order; each form has a PDF of its own in the folder `forms`.

    Parts that are printed as before are not read again.
    """
    reader, shape = _Reader(book, report.anchors, file), repr(book.settings)

    def read(part: EditionPart) -> list[dict[str, Any]]:
        return [asdict(unit) for unit in _units(part, reader, forms)]

    found: dict[str, PrintedUnit] = {}
    for part in parts(book):
        states = [report.states[name] for name in (part.name, *(page.id for page in part.forms))]
        shaped = (states, reader.places(part), shape, _facts(part))
        found |= unpacked(book.store.facts(fingerprint("sheets", engine(), shaped), partial(read, part)))
    return found


def _facts(part: EditionPart) -> list[object]:
    """The facts of a part that stand in its units."""
    return [part.name, part.title, part.prefix, [(page.id, page.title, page.digest) for page in part.pages]]


class _Reader:
    """Reads the pages of one printed book."""

    def __init__(self, book: Book, anchors: Mapping[str, Anchor], file: Path) -> None:
        self.book, self.anchors = book, anchors
        self._file, self._masked = file, book.settings.book_line
        self._pages: dict[str, pypdfium2.PdfPage] = {}

    @cached_property
    def _drawn(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self._file)

    @cached_property
    def _index(self) -> dict[str, int]:
        """The number of each page by its label."""
        return {self._drawn.get_page_label(number): number for number in range(len(self._drawn))}

    def _page(self, label: str) -> pypdfium2.PdfPage:
        """A page, read once."""
        if label not in self._pages:
            self._pages[label] = self._drawn[self._index[label]]
        return self._pages[label]

    def places(self, part: EditionPart) -> list[list[str]]:
        """The targets of a part and the label of the page on which each begins; where its sheets begin."""
        own = [[key, a.label] for key, a in self.anchors.items() if a.part == part.name]
        return [*sorted(own), sorted(self._sheets(part))]

    def _sheets(self, part: EditionPart) -> set[str]:
        """The labels of the pages on which the sheets of a part begin."""
        return {self.anchors[f"{id_}-formulir"].label for id_ in _bound_forms(part)}

    def text(self, part: EditionPart) -> PrintedUnit:
        """The text of a part, without the sheets that end it."""
        labels = [label for label in self._index if part.prefix and label.startswith(part.prefix)]
        sheets = [labels.index(label) for label in self._sheets(part)]
        text = labels[: min(sheets, default=len(labels))]
        layout = tuple(digest(label, self._size(label), self._here(label, part)) for label in text)
        label = self.book.settings.strings("modul.label", nomor=part.accent) if part.accent else ""
        words = tuple(map(self._words, text))
        return PrintedUnit(part.name, label, part.title, part.accent, layout, words, tuple(text))

    def form(self, page: Page) -> PrintedUnit:
        """A form in a PDF of its own."""
        short = page.label(self.book.settings.strings)
        labels = [label for label in self._index if label.startswith(f"{short}-")]
        with pikepdf.open(self._file) as pdf:
            fields = {label: _fields(pdf.pages[self._index[label]]) for label in labels}
        layout = tuple(digest(self._size(label), self._ruled(label, fields[label])) for label in labels)
        words = tuple(self._words(label, is_form=True) for label in labels)
        return PrintedUnit(
            page.id, short, page.title, page.module or 0, layout, words, tuple(labels), page.digest
        )

    def _size(self, label: str) -> list[int]:
        width, height = self._page(label).get_size()
        return [round(width), round(height)]

    def _here(self, label: str, part: EditionPart) -> list[str]:
        """The targets that begin on a page."""
        found = (key for key, a in self.anchors.items() if a.part == part.name and a.label == label)
        return sorted(found)

    def _words(self, label: str, *, is_form: bool = False) -> str:
        page = self._page(label)
        width, height = page.get_size()
        foot = (FOOT_OF_FORMS if is_form else FOOT) * POINTS
        text = page.get_textpage().get_text_bounded(0, foot, width, height)
        return digest(" ".join(text.replace("\ufffe", "").split()).replace(self._masked, ""))

    def _ruled(self, label: str, fields: Sequence[Rectangle]) -> list[list[int]]:
        """Lines, boxes, pictures and fields above the foot, to the point."""
        foot = FOOT_OF_FORMS * POINTS
        page = self._page(label)
        drawn = [item.get_bounds() for item in page.get_objects(filter=[PATH, IMAGE])]
        boxes = [box for box in [*drawn, *fields] if box and box[1] >= foot]
        return sorted([round(side / GRAIN) for side in box] for box in boxes)


def _units(part: EditionPart, reader: _Reader, forms: Path) -> Iterator[PrintedUnit]:
    """The text of a part, then each of its forms."""
    yield reader.text(part)
    for page in part.forms:
        yield _Reader(reader.book, reader.anchors, forms / f"{page.id}.pdf").form(page)


def _bound_forms(part: EditionPart) -> Iterator[str]:
    """The forms whose sheets stand in the book."""
    for page in part.forms:
        if isinstance(page.value, Instrument) and page.value.copies.book == "penuh":
            yield page.id


def _fields(page: pikepdf.Page) -> list[Rectangle]:
    """The rectangles of the fields on a page; links are no part of the layout."""
    widgets = [item for item in page.get("/Annots", ()) if item.get("/Subtype") == "/Widget"]
    return [[float(side) for side in item.Rect] for item in widgets]


def digest(*facts: object) -> str:
    """A short hash of plain values."""
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()[:12]
