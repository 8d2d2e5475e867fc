"""A PDF as its readers' programs see it: pages with labels and text, links, fields, tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pikepdf
import pypdfium2

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class Box:
    """A rectangle in points, from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, numbers: pikepdf.Object) -> Self:
        x, y, other_x, other_y = map(float, numbers)
        return cls(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def holds(self, other: Box, slack: float = 0.5) -> bool:
        return (
            other.left >= self.left - slack
            and other.bottom >= self.bottom - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )


@dataclass(frozen=True)
class Link:
    """A link inside the book: its page, its words, the page it leads to, and the text from it on."""

    page: int
    words: str
    target: int
    following: str


class Paper:
    """A PDF, opened by two libraries: pikepdf for its objects, PDFium for what it shows."""

    def __init__(self, file: Path) -> None:
        self.pdf = pikepdf.open(file)
        self.shown = pypdfium2.PdfDocument(file)
        self.layers = [page.get_textpage() for page in self.shown]
        self.labels = [page.label for page in self.pdf.pages]
        self.texts: list[str] = [layer.get_text_range() for layer in self.layers]
        self.boxes = [Box.of(page.mediabox) for page in self.pdf.pages]
        self._index = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self._places = pikepdf.NameTree(self.pdf.Root.Names.Dests)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for layer in self.layers:
            layer.close()
        self.shown.close()
        self.pdf.close()

    def page_of(self, name: str) -> int:
        """The page that holds a named destination."""
        return self._index[self._places[name][0].objgen]

    def destinations(self) -> list[str]:
        """The names of all destinations."""
        return [str(name) for name in self._places]

    def links(self) -> Iterator[Link]:
        """All links that stay in the book, page by page."""
        for page, annotation in self.annotations("/Link"):
            if "/Dest" in annotation:
                target = self.page_of(str(annotation.Dest))
                yield Link(page, str(annotation.Contents), target, self._text_from(page, annotation))

    def _text_from(self, page: int, annotation: pikepdf.Object) -> str:
        """The page's text from the first letter of a link on."""
        box, layer = Box.of(annotation.Rect), self.layers[page]
        start = layer.get_index(box.left + 1.5, box.bottom + box.height * 0.4, 3, box.height / 2)
        return self.texts[page][start or 0 :]

    def foot_of(self, page: int) -> str:
        """The text in the lower margin."""
        return str(self.layers[page].get_text_bounded(0, 0, self.boxes[page].right, 15 * MILLIMETRE))

    def fields(self) -> Iterator[tuple[str, int, pikepdf.Object]]:
        """Full name, page and widget of every field, in the order of the pages."""
        for page, widget in self.annotations("/Widget"):
            yield _full_name(widget), page, widget

    def annotations(self, kind: str) -> Iterator[tuple[int, pikepdf.Object]]:
        """Page and annotation of everything of a kind that can be clicked or filled in."""
        for number, page in enumerate(self.pdf.pages):
            for annotation in page.obj.get("/Annots", []):
                if str(annotation.Subtype) == kind:
                    yield number, annotation

    def tags(self, kind: str) -> list[pikepdf.Object]:
        """All elements of the structure tree of one kind, in reading order."""
        return [tag for tag in tags_below(self.pdf.Root.StructTreeRoot) if str(tag.S) == f"/{kind}"]


def tags_below(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The elements under one element, in reading order."""
    kids = parent.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags_below(kid)


def _full_name(widget: pikepdf.Object) -> str:
    """The steps of a field's name; of a box of a choice the last one is what the box stands for."""
    names: list[str] = []
    here: pikepdf.Object | None = widget
    if "/T" not in widget:
        (state,) = widget.AP.N.keys()
        names, here = [state[1:]], widget.Parent.Parent
    while here is not None:
        names.append(str(here.T))
        here = here.get("/Parent")
    return ".".join(reversed(names))
