"""The pages of the printed book: labels and places as the press says them, lines of text from the PDF."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL.Image import Image

from handbook.book import Book
from handbook.formats.epub.pagebreaks import PrintedPage
from handbook.press import Part, Report

_PLACE = re.compile(r"\\\{label\\\}")


class PrintedBook:
    """The PDF of a book; `report` is what the press said when it printed that file of these parts."""

    def __init__(self, book: Book, parts: Sequence[Part], file: Path, report: Report) -> None:
        reference = book.settings.strings("cetak.hlm")  # to a page; the e-book has none
        self._reference = re.compile(_PLACE.sub(r"[^\\s()]+", re.escape(reference.strip())))
        self._states = report.states
        self._drawn = pypdfium2.PdfDocument(file)
        numbers = range(len(self._drawn))
        self.labels: list[str] = [self._drawn.get_page_label(number) for number in numbers]
        bound = {part.name for part in parts if part.bound}
        self.label_of: dict[str, str] = {}
        """The label of the page on which each named place begins."""
        self._names: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for key, anchor in report.anchors.items():
            if anchor.part in bound:
                self.label_of[key] = anchor.label
                self._names[anchor.part, anchor.page].append(key)
        self._done = 0
        self._state_of: dict[str, str] = {}

    def take(self, part: Part) -> range:
        """The pages of a part; parts are taken in their order."""
        first = self._done
        while self._done < len(self.labels) and self._is_of(part, self._done - first):
            self._state_of[self.labels[self._done]] = self._states[part.name]
            self._done += 1
        return range(first, self._done)

    def _is_of(self, part: Part, number: int) -> bool:
        return self.labels[self._done] == part.label.text(number)

    def facts(self, part: Part, pages: Sequence[int]) -> list[object]:
        """All that shapes the pages of a part."""
        names = [self._names[part.name, index] for index in range(len(pages))]
        return [self._states[part.name], [self.labels[number] for number in pages], names]

    def pages(self, part: Part, pages: Sequence[int]) -> Iterator[PrintedPage]:
        """The pages of a part with their text."""
        for index, number in enumerate(pages):
            words = self._reference.sub(" ", self._drawn[number].get_textpage().get_text_bounded())
            yield PrintedPage(
                self.labels[number], tuple(words.splitlines()), tuple(self._names[part.name, index])
            )

    def state_of(self, label: str) -> str:
        """A hash of all that shaped a page of a part that was taken, and the rest of that part."""
        return self._state_of[label]

    def picture(self, label: str, scale: float) -> Image:
        """A page as a picture with so many pixels for a point."""
        picture: Image = self._drawn[self.labels.index(label)].render(scale=scale).to_pil()
        return picture
