"""A stretch of a deck, such as a stage: what its slides share, and passages turned into slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbook.classroom.slides import spread, svg
from handbook.classroom.slides.deck import LEAST, Body, Figure, Picture, Slide, TextBody, TextLine
from handbook.classroom.slides.drawing import bands
from handbook.classroom.slides.passages import (
    Framed,
    Image,
    Listing,
    Paragraph,
    Passage,
    SubHeading,
    Tabular,
)
from handbook.source.screen import MOST_WORDS, count
from handbook.strings import Strings

FIGURE = (880.0, 380.0)
"""Width and height in points of the room for a figure."""
_LONG = 12
"""Words of an item: of a list in a box with longer ones only the bold beginnings are shown."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of a deck. `label` names it in titles; its slides have its notes behind their own."""

    s: Strings
    root: Path
    label: str
    source: str
    notes: tuple[str, ...] = ()
    unit: str = ""
    minutes: int = 0

    def slide(self, title: str, body: Body, notes: Sequence[str] = (), *, opens: bool = False) -> Slide:
        """A slide of this stretch."""
        said = tuple(dict.fromkeys([*notes, *self.notes]))
        body = spread.sized([body], spread.BELOW if opens else spread.ROOM)[0]
        return Slide(title, body, self.source, said, self.unit, self.minutes, opens)

    def named(self, name: str) -> str:
        """The title of its slides with a name: `Tahap 3A: Langkah`."""
        return f"{self.label}: {name}" if self.label else name

    def spread(self, title: str, bodies: Sequence[Body], notes: Sequence[str] = ()) -> Iterator[Slide]:
        """A slide for each body, in letters of one size; of several the titles say which one each is."""
        for number, body in enumerate(spread.sized(bodies), 1):
            words = {"judul": title, "ke": number, "jumlah": len(bodies)}
            whole = self.s("tayangan.judul_lanjut", **words) if len(bodies) > 1 else title
            yield replace(self.slide(whole, body, notes), body=body)

    def lines(self, title: str, found: Sequence[TextLine], notes: Sequence[str] = ()) -> Iterator[Slide]:
        """Slides with lines of text."""
        yield from self.spread(title, list(spread.lines(title, found)), notes)

    def of(self, passage: Passage, name: str) -> Iterator[Slide]:
        """The slides of a passage; those without a title of their own are called by `name`."""
        match passage:
            case Listing():
                yield from self.lines(self.named(name), passage.lines)
            case Tabular():
                title = passage.title or self.named(name)
                yield from self.spread(title, list(spread.grid(title, passage.grid)), passage.notes)
            case Image():
                title = passage.title or self.named(name)
                notes = (passage.alt, *passage.notes)
                yield from self.spread(title, self._figure(title, passage), notes)
            case Framed() if passage.chosen:
                yield from self._chosen(passage)
            case Framed():
                yield from self._box(passage)

    def _figure(self, title: str, image: Image) -> list[Body]:
        """A figure in bands with letters that are large enough; as a picture where it is no drawing."""
        path = self.root / image.path
        drawing = svg.read(path.read_bytes()) if path.suffix == ".svg" and path.is_file() else None
        if drawing is None:
            return [Picture(path, image.alt)]
        scale = min(FIGURE[0] / drawing.width, (LEAST + 3) / (drawing.letters or LEAST))
        most = MOST_WORDS - count(title) - 1
        return [Figure(band, image.alt) for band in bands(drawing, FIGURE[1] / scale, most)]

    def _chosen(self, frame: Framed) -> Iterator[Slide]:
        """A passage that an author marked for the screen, as it is."""
        held = [line for passage in frame.passages for line in _lines(passage)]
        if held:
            yield from self.lines(frame.title, held)
        for passage in frame.passages:
            if isinstance(passage, Tabular | Image):
                yield from self.of(replace(passage, title=frame.title), frame.title)

    def _box(self, frame: Framed) -> Iterator[Slide]:
        """A box by its structure: of long items their beginnings; the whole text goes to the notes."""
        whole = tuple(text for passage in frame.passages for text in _texts(passage))
        found = _Gathered(frame.title)
        for passage in frame.passages:
            found.add(passage)
        made = [slide for title, lines in found.groups for slide in self.lines(title, lines, whole)]
        for passage in frame.passages:
            if isinstance(passage, Tabular | Image):
                made += self.of(replace(passage, title=passage.title or frame.title), frame.title)
        if not made:
            told = TextLine(self.s("tayangan.baca", apa=frame.title.partition(":")[0]))
            made = [self.slide(frame.title, TextBody((told,)), whole)]
        yield from made


@dataclass
class _Gathered:
    """The lists of a box, each below the heading before it."""

    title: str
    groups: list[tuple[str, list[TextLine]]] = field(default_factory=list)
    heading: str = ""

    def add(self, passage: Passage) -> None:
        """Take a passage in."""
        match passage:
            case SubHeading():
                self.heading = passage.text
            case Paragraph() if count(passage.text) <= _LONG and passage.text[-1:] not in ".:;?":
                self.heading = passage.text
            case Listing():
                label = self.title.partition(":")[0]
                title = f"{label}: {self.heading}" if self.heading else self.title
                self.groups.append((title, _short(passage.lines)))


def _short(lines: Sequence[TextLine]) -> list[TextLine]:
    """The items of a list by their bold beginnings, where all have one and some are long."""
    if all(line.lead for line in lines) and any(count(line.said) > _LONG for line in lines):
        return [TextLine("", line.mark, line.lead.rstrip(":,;.")) for line in lines]
    return list(lines)


def _lines(passage: Passage) -> list[TextLine]:
    """The lines of running text."""
    match passage:
        case Listing():
            return list(passage.lines)
        case Paragraph():
            return [TextLine(passage.text)]
        case SubHeading():
            return [TextLine("", lead=passage.text)]
    return []


def _texts(passage: Passage) -> list[str]:
    match passage:
        case Paragraph() | SubHeading():
            return [passage.text]
        case Listing():
            return [f"{line.mark} {line.said}" for line in passage.lines]
        case Tabular():
            return [" | ".join(row) for row in (passage.grid.head, *passage.grid.rows)]
    return []
