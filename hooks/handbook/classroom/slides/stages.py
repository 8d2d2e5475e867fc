"""The slides of a stage: its opening, its task in steps, what it shows, what to discuss, what comes out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from handbook.classroom.slides.deck import Slide, TextBody, TextLine
from handbook.classroom.slides.passages import (
    Framed,
    Listing,
    Paragraph,
    Passage,
    Remarks,
    SubHeading,
    Tabular,
)
from handbook.classroom.slides.stretch import Stretch
from handbook.content.stage import Stage, StagePart, stage_id
from handbook.html import plain
from handbook.source.screen import MOST_WORDS, count

_QUESTION = re.compile(r"[^.!?]*[^.!?\s][^.!?]*\?[”\")]*")

_DONE = (Listing, Tabular, Framed)
"""Passages in which participants do or look at something."""
_MOST = 34
"""Words of what comes out of a stage, next to its title."""


@dataclass(frozen=True)
class Taught:
    """A unit of teaching with the id of its place in the book: a stage without parts, or a part of one."""

    id: str
    number: str
    own: Stage | StagePart

    @property
    def minutes(self) -> int:
        """Its time."""
        return self.own.minutes or 0


def units(stage: Stage, module: int) -> list[Taught]:
    """The units of a stage in order."""
    if not stage.parts:
        return [Taught(stage_id(module, stage.number), str(stage.number), stage)]
    return [
        Taught(stage_id(module, stage.number, part.letter), f"{stage.number}{part.letter}", part)
        for part in stage.parts
    ]


@dataclass
class UnitText:
    """The passages of a page about one unit of teaching."""

    unit: Taught
    found: list[Passage] = field(default_factory=list)


def split(found: Sequence[Passage], units: Sequence[Taught]) -> list[UnitText]:
    """The passages of a stage's page by its units; what stands before the first part belongs to it."""
    stretches = [UnitText(unit) for unit in units]
    current = stretches[0]
    for passage in found:
        if isinstance(passage, SubHeading):
            begun = next((own for own in stretches if own.unit.id == passage.id), None)
            current = begun or current
            if begun:
                continue
        current.found.append(passage)
    return stretches


def slides(stretch: UnitText, section: Stretch) -> Iterator[Slide]:
    """All slides of a unit; each has the unit's notes."""
    outcome = None if _is_chosen(stretch.found, section) else _outcome(stretch.found)
    rest = [item for item in stretch.found if isinstance(item, Paragraph) and item is not outcome]
    own = replace(section, notes=tuple(_notes(stretch, rest, section)))
    yield from _opening(stretch.unit, own)
    yield from _themes(stretch.unit, own)
    yield from _content(stretch.found, own)
    questions = [TextLine(words) for item in rest for words in _questions(item.text)]
    if questions:
        yield from own.lines(own.named(own.s("tayangan.tanya")), questions)
    if outcome:
        yield from own.lines(own.named(own.s("tayangan.hasil")), [TextLine(outcome.text)])


def _opening(unit: Taught, section: Stretch) -> Iterator[Slide]:
    """Name, minutes, grouping; the materials too, here or on a slide of their own."""
    s, title = section.s, section.named(unit.own.title)
    grouping = s(f"pengelompokan.{unit.own.grouping or 'kelas'}")
    if unit.own.groups:
        grouping = f"{grouping} ({s('tahap.jumlah_kelompok', jumlah=unit.own.groups)})"
    time = TextLine("", lead=s("tayangan.waktu", menit=unit.minutes, kelompok=grouping))
    materials = [TextLine(plain(item), "•") for item in unit.own.materials]
    listed = TextLine(", ".join(line.text for line in materials), lead=f"{s('tayangan.bahan')}:")
    has_room = count(title, time.said, listed.said) <= MOST_WORDS
    shown = (time, listed) if materials and has_room else (time,)
    yield section.slide(title, TextBody(shown), opens=True)
    if materials and not has_room:
        yield from section.lines(section.named(s("tayangan.bahan")), materials)


def _themes(unit: Taught, section: Stretch) -> Iterator[Slide]:
    themes = [TextLine(plain(theme), f"{number}.") for number, theme in enumerate(unit.own.themes, 1)]
    if themes:
        yield from section.lines(section.named(section.s("tayangan.tema")), themes)


def _content(found: Sequence[Passage], section: Stretch) -> Iterator[Slide]:
    """The slides of a page in its order; a list without a heading is the task in steps."""
    heading = ""
    for passage in found:
        if isinstance(passage, SubHeading):
            heading = passage.text
        is_task = isinstance(passage, Listing) and passage.numbered
        usual = section.s("tayangan.langkah" if is_task else "tayangan.pokok")
        yield from section.of(passage, heading or usual)


def _is_chosen(found: Sequence[Passage], section: Stretch) -> bool:
    """Whether the author marked what comes out of a stage."""
    title = section.s("tayangan.hasil")
    return any(isinstance(item, Framed) and item.chosen and item.title == title for item in found)


def _outcome(found: Sequence[Passage]) -> Paragraph | None:
    """The paragraph that ends what participants do: the last one behind a list or a table.

    Where the task stands before all headings, the texts below headings only serve it.
    """
    first = next((number for number, item in enumerate(found) if isinstance(item, _DONE)), len(found))
    headings = [number for number, item in enumerate(found) if isinstance(item, SubHeading)]
    last = headings[0] if headings and headings[0] > first else len(found)
    ends = (item for item in reversed(found[first:last]) if isinstance(item, Paragraph))
    return next((item for item in ends if _is_short(item.text)), None)


def _is_short(text: str) -> bool:
    """Whether a text is a statement that has room on a slide."""
    return count(text) <= _MOST and not text.endswith((":", "?"))


def _questions(text: str) -> list[str]:
    return [match.group().strip() for match in _QUESTION.finditer(text)]


def _notes(stretch: UnitText, rest: Sequence[Paragraph], section: Stretch) -> Iterator[str]:
    """The facilitator's note, what to prepare and to cut, and the text of the book that no slide shows."""
    s, needs = section.s, stretch.unit.own
    for passage in stretch.found:
        if isinstance(passage, Remarks):
            yield from passage.texts
    if needs.prepare:
        yield s("tayangan.siapkan", isi="; ".join(plain(item) for item in needs.prepare))
    if needs.shorten:
        yield s("tayangan.persingkat", isi=plain(needs.shorten))
    if rest:
        yield s("tayangan.dari_buku", isi=" ".join(item.text for item in rest))
