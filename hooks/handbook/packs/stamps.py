"""Names put on the copies of sheets that belong to one person each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from handbook.html import Paper, e
from handbook.packs.order import Row
from handbook.packs.people import Person
from handbook.press import Anchor
from handbook.typeset import markup

SIZES = {Paper.A4: (210, 297), Paper.F4: (215, 330), Paper.LETTER: (216, 279)}
"""Width and height of a sheet, in millimetres."""
POINTS = 72 / 25.4
WIDTH = 190
"""Points that a name may take before it is set smaller."""
ROOM = 15
"""Points from the top of a line to its bottom."""
LETTER = 0.5
"""Of its size, the width of a letter."""


@dataclass(frozen=True)
class Spot:
    """Where something is written: points from the top left of a page."""

    x: float
    y: float


@dataclass(frozen=True)
class Stamp:
    """A page with nothing but a person's name and office."""

    person: Person
    spots: tuple[Spot, ...]
    landscape: bool


def copies_of(row: Row) -> Iterator[tuple[int, int | None]]:
    """Every copy of every variant, with its person where it has one."""
    people = iter(row.sheet.people)
    for variant in range(row.sheet.variants):
        for _ in range(row.sheet.copies):
            yield variant, next(people, None)


def spots(row: Row, variant: int, anchors: Mapping[str, Anchor], paper: Paper) -> tuple[Spot, ...]:
    """The places for name and office on the first page of a variant."""
    fields = row.sheet.name_fields
    count = len(fields) // row.sheet.variants
    height = SIZES[paper][0 if row.sheet.landscape else 1] * POINTS
    own = (anchors[name] for name in fields[variant * count : (variant + 1) * count] if name in anchors)
    return tuple(Spot(anchor.x, height - anchor.y) for anchor in own)


def html(stamps: Sequence[Stamp], paper: Paper) -> str:
    """The stamps, a page each."""
    short, long = SIZES[paper]
    pages = "".join(markup(_page(stamp)) for stamp in stamps)
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>-</title><style>'
        f"@page upright {{ size: {short}mm {long}mm; margin: 0 }} "
        f"@page sideways {{ size: {long}mm {short}mm; margin: 0 }}</style></head><body>{pages}</body></html>"
    )


def _page(stamp: Stamp) -> Element:
    words = (stamp.person.name, stamp.person.office)
    items = (_written(text, spot) for text, spot in zip(words, stamp.spots, strict=False) if text)
    return e("div", *items, class_=f"stamp stamp-{'sideways' if stamp.landscape else 'upright'}")


def _written(text: str, spot: Spot) -> Element:
    size = min(10.0, max(5.0, WIDTH / (len(text) * LETTER)))
    place = f"left: {spot.x:.2f}pt; top: {spot.y:.2f}pt"
    return e("p", text, style=f"{place}; font-size: {size:.1f}pt; line-height: {ROOM}pt")
