"""Page labels changed on painted pages: figures of one width take each other's place.

Pages are painted with a 0 for each figure of a label. Where these stand is kept with the page
(`note`), so that another label of as many figures needs no new layout and no new painting (`fill`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Array, Name, Object, Page, Pdf, String

from handbook.press.values import FIGURES

CODE = 4  # hexadecimal digits of a glyph
KEY = Name("/HandbookLabels")
MARK = re.compile(rb"/Span\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
END = b"EMC"
GLYPHS = re.compile(rb"<([0-9a-f]+)>")


@dataclass(frozen=True)
class Mark:
    """Marked content that shows a page label: the label, its page, the number of figures, their codes."""

    page: int
    mcid: int
    target: str
    figures: int
    codes: str


def note(pdf: Pdf, marks: Iterable[Mark]) -> None:
    """Record with each page where the figures of its labels stand in the content."""
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    for number, on_page in by_page.items():
        page = pdf.pages[number].obj
        content = page.Contents.read_bytes()
        starts = {int(match[1]): match.end() for match in MARK.finditer(content)}
        page[KEY] = Array([_entry(content, starts[mark.mcid], mark) for mark in on_page])


def _entry(content: bytes, start: int, mark: Mark) -> Object:
    places = list(_zeros(content, start, mark.codes[:CODE].encode()))
    if len(places) != mark.figures:
        raise ValueError(f"{mark.target}: {len(places)} of {mark.figures} figures are to be seen")
    return Array([String(mark.target), String(mark.codes), *places])


def _zeros(content: bytes, start: int, zero: bytes) -> Iterator[int]:
    """The offsets of the glyph of a 0 in the marked content that begins at `start`."""
    for match in GLYPHS.finditer(content, start, content.index(END, start)):
        for place in range(match.start(1), match.end(1), CODE):
            if content[place : place + CODE] == zero:
                yield place


def fill(page: Page, labels: Mapping[str, str]) -> None:
    """Write the figures of the labels into a page, and remove the record of their places."""
    if KEY not in page.obj:
        return
    content = bytearray(page.obj.Contents.read_bytes())
    for target, codes, *places in page.obj[KEY]:
        figures = [int(letter) for letter in labels[str(target)] if letter in FIGURES]
        for place, figure in zip(map(int, places), figures, strict=True):
            content[place : place + CODE] = bytes(codes)[figure * CODE : (figure + 1) * CODE]
    page.obj.Contents.write(bytes(content))
    del page.obj[KEY]
