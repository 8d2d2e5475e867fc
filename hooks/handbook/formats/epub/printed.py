"""The pages of the printed book as they stand in its PDF: labels, named places, lines of text."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import NameTree

from handbook.formats.epub.pagebreaks import PrintedPage
from handbook.press import Part

_PLACE = re.compile(r"\\\{label\\\}")


class PrintedBook:
    """The PDF of a book; `reference` is how it writes references to pages, which the e-book does not have."""

    def __init__(self, file: Path, reference: str) -> None:
        self._file = file
        self._reference = re.compile(_PLACE.sub(r"[^\\s()]+", re.escape(reference.strip())))
        with pikepdf.open(file) as pdf:
            self.labels = [page.label for page in pdf.pages]
            self.states = [hashlib.sha256(_content(page)).hexdigest() for page in pdf.pages]
            index = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
            self._names: list[list[str]] = [[] for _ in self.labels]
            for name, place in NameTree(pdf.Root.Names.Dests).items():
                if place[0].objgen in index:
                    self._names[index[place[0].objgen]].append(str(name))
        self._done = 0

    @cached_property
    def label_of(self) -> dict[str, str]:
        """The label of the page on which each named place begins."""
        return {name: label for label, names in zip(self.labels, self._names, strict=True) for name in names}

    def take(self, part: Part) -> range:
        """The pages of a part; parts are taken in their order."""
        first = self._done
        while self._done < len(self.labels) and self._is_of(part, self._done - first):
            self._done += 1
        return range(first, self._done)

    def _is_of(self, part: Part, number: int) -> bool:
        return self.labels[self._done] == part.label.text(number)

    def facts(self, pages: Sequence[int]) -> list[object]:
        """All of some pages that shapes where they begin in the text."""
        return [(self.labels[n], self.states[n], self._names[n]) for n in pages]

    def pages(self, pages: Sequence[int]) -> Iterator[PrintedPage]:
        """Some pages with their text."""
        for number in pages:
            words = self._reference.sub(" ", self._drawn[number].get_textpage().get_text_bounded())
            yield PrintedPage(self.labels[number], tuple(words.splitlines()), tuple(self._names[number]))

    @cached_property
    def _drawn(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self._file)


def _content(page: pikepdf.Page) -> bytes:
    """The drawing of a page as it is stored."""
    return bytes(page.obj.Contents.read_raw_bytes()) if "/Contents" in page.obj else b""
