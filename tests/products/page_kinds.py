"""Pages of the book by kind, and how far each is filled, read from the finished PDF.

.venv/bin/python -m tests.products.page_kinds [PDF]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageOps

from handbook.book.book import Book
from handbook.book.page import Page, PageKind
from handbook.content.instrument import Instrument
from handbook.print.parts import parts
from tests.conftest import PROJECT, whole
from tests.products.paper import MILLIMETRE, Paper

HEAD, FOOT, EDGE = 18, 17, 8.5  # millimetres from the edge of the paper: running head, foot, thumb index
SHEET, BLANK, FRONT, GUIDE = "formulir", "kosong", "sampul dan daftar", "petunjuk formulir"
EXTRAS = {"jawaban": "jawaban", "lembar-lanjutan": "lanjutan"}
"""Destinations of what is no page of the book, with their kinds."""
RUNNING = ("modul", "ulang", "tahap", "bacaan", GUIDE, "kuis", "rangkuman")
"""Kinds of pages with text that runs on, whose fill counts."""


@dataclass(frozen=True)
class Sheet:
    """A page of the book: its label, its kind, and which part of its height between head and foot is used."""

    label: str
    kind: str
    fill: float


def sheets(paper: Paper, book: Book) -> list[Sheet]:
    """Every page; one that two chapters share is of the kind of the first."""
    kinds = _kinds(paper, book)
    return [
        Sheet(label, kinds[number] if paper.texts[number].strip() else BLANK, _fill(paper, number))
        for number, label in enumerate(paper.labels)
    ]


def _kinds(paper: Paper, book: Book) -> list[str]:
    found = [FRONT] * len(paper.labels)
    for start, kind in sorted(_starts(paper, book), key=lambda pair: pair[0]):
        found[start:] = [kind] * (len(found) - start)
    return found


def _starts(paper: Paper, book: Book) -> Iterator[tuple[int, str]]:
    """The first page of each chapter; where the one before ends there too, the page after."""
    names = set(paper.destinations())
    for page in (page for part in parts(book) for page in part.pages):
        yield paper.page_of(page.id), _kind(page)
        if f"{page.id}-formulir" in names and _has_sheet(page):
            yield paper.page_of(f"{page.id}-formulir"), SHEET
    for name, kind in EXTRAS.items():
        if name in names:
            yield paper.page_of(name), kind


def _has_sheet(page: Page) -> bool:
    """Whether the book has the sheet of a form; a small picture stands with its guide."""
    return isinstance(page.value, Instrument) and page.value.copies.book == "penuh"


def _kind(page: Page) -> str:
    if page.kind is PageKind.INSTRUMENT:
        return GUIDE
    return page.id if page.kind is PageKind.PLAIN else str(page.kind)


def _fill(paper: Paper, number: int) -> float:
    """The lowest mark between head and foot, as a part of the height between them."""
    box = paper.boxes[number]
    crop = (EDGE * MILLIMETRE, FOOT * MILLIMETRE, EDGE * MILLIMETRE, HEAD * MILLIMETRE)
    drawn = paper.shown[number].render(scale=0.5, crop=crop, grayscale=True, draw_annots=False)
    marks = ImageOps.invert(drawn.to_pil()).point(lambda grey: 255 * (grey > 24)).getbbox()
    return marks[3] / drawn.height if marks and box.height else 0.0


def table(found: list[Sheet]) -> str:
    """Pages and average fill by kind, then the whole."""
    count = Counter(sheet.kind for sheet in found)
    rows = [f"{kind:<22}{number:>5}  {_average(found, kind):>4.0%}" for kind, number in count.items()]
    running = [sheet for sheet in found if sheet.kind in RUNNING]
    low = [f"{sheet.label} {sheet.fill:.0%}" for sheet in running if sheet.fill < 0.35]
    filled = sum(sheet.fill for sheet in running) / len(running)
    return "\n".join(
        [*rows, f"{len(found)} pages; running text filled {filled:.1%}; below 35 %: {', '.join(low)}"]
    )


def _average(found: list[Sheet], kind: str) -> float:
    fills = [sheet.fill for sheet in found if sheet.kind == kind]
    return sum(fills) / len(fills)


if __name__ == "__main__":
    with Paper(Path(*sys.argv[1:]) if sys.argv[1:] else PROJECT / "dist" / "buku-peserta.pdf") as opened:
        sys.stdout.write(table(sheets(opened, whole(PROJECT))) + "\n")
