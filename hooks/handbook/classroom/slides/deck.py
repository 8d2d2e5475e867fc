"""A deck as values: slides with a title, something to look at, notes, and the place that they come from."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from handbook.classroom.slides.drawing import Drawing
from handbook.source.screen import count

WIDTH, HEIGHT = 960.0, 540.0
"""Points of a slide: 13⅓ × 7½ inches, as wide screens are."""
LEAST = 24.0
"""Points of the smallest letters of what the class reads; the foot is for whoever looks for the source."""


@dataclass(frozen=True)
class TextLine:
    """A paragraph or an item of a list; `mark` is its number or bullet, `lead` its bold beginning."""

    text: str
    mark: str = ""
    lead: str = ""

    @property
    def said(self) -> str:
        """Its words without the mark."""
        return f"{self.lead} {self.text}".strip()

    @property
    def is_item(self) -> bool:
        """Whether its mark is the bullet or the number of a list, which is no word."""
        return self.mark == "•" or (self.mark.endswith(".") and self.mark[:-1].isdecimal())

    @property
    def read(self) -> str:
        """All its words: a mark of another kind, such as the number of an indicator, is one."""
        return self.said if self.is_item else f"{self.mark} {self.said}".strip()


@dataclass(frozen=True)
class TextBody:
    """Paragraphs and items, from top to bottom, in letters of a size in points."""

    lines: tuple[TextLine, ...]
    size: float = LEAST


@dataclass(frozen=True)
class TableBody:
    """A table in letters of a size in points; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float = LEAST


@dataclass(frozen=True)
class Figure:
    """A drawing of boxes and arrows, or one band of it; `alt` says it in words."""

    drawing: Drawing
    alt: str


@dataclass(frozen=True)
class Picture:
    """A picture file of the book that is shown as it is; `alt` says it in words."""

    path: Path
    alt: str


Body: TypeAlias = TextBody | TableBody | Figure | Picture


@dataclass(frozen=True)
class Slide:
    """A slide. `unit` is the stage whose clock runs while it is shown, `minutes` the time of that stage."""

    title: str
    body: Body
    source: str
    notes: tuple[str, ...] = ()
    unit: str = ""
    minutes: int = 0
    opens: bool = False
    """Whether it opens the module or a stage: its title is large then."""

    @property
    def texts(self) -> list[str]:
        """All that the class reads, the title first, without the foot."""
        return [self.title, *texts(self.body)]

    @property
    def words(self) -> int:
        """The number of words that the class reads."""
        return count(*self.texts)


def texts(body: Body) -> list[str]:
    """The words of a body, each passage for itself; those of pictures are not known."""
    match body:
        case TextBody():
            return [line.read for line in body.lines]
        case TableBody():
            return [cell for row in (body.head, *body.rows) for cell in row]
        case Figure():
            return body.drawing.texts
        case Picture():
            return []


@dataclass(frozen=True)
class Deck:
    """The slides of a module, and what stands on all of them."""

    module: int
    title: str
    book: str
    edition: str
    language: str
    slides: tuple[Slide, ...]
