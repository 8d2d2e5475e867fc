"""Names printed over the copies of sheets that belong to one person each."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from handbook.html import Element, Paper, e
from handbook.packs.order import Format, OrderRow
from handbook.packs.people import Person
from handbook.press import Anchor
from handbook.print.documents import markup

SIZES = {Paper.A4: (210, 297), Paper.F4: (215, 330), Paper.LETTER: (216, 279)}
"""Width and height of a sheet, in millimetres."""
POINTS = 72 / 25.4
WIDTHS: dict[Format, dict[str, int]] = {
    "upright": {"nama": 150, "kecamatan": 130},
    "sideways": {"nama": 290, "kecamatan": 270},
    "half": {"nama": 280, "kecamatan": 130},
}
"""Points that the lines for the name and the district have at least."""
LARGEST = (10.0, 7.0, 5.3)
"""Points of a text in one, two or three lines."""
RAGGED = 0.88
"""Of a line that is not the only one, what words fill."""
ROOM = 16
"""Points from the top of a line to its bottom."""
LETTER = 0.5
"""Of its size, the width of a letter."""


Spot = tuple[float, float]
"""A point on a page at which text is printed, in points from the top left."""


class Stamp(NamedTuple):
    """An overlay page with nothing but a person's name and office."""

    person: Person
    spots: tuple[tuple[str, Spot], ...]
    """The place of each text: the name (`nama`) or the district (`kecamatan`)."""
    format: Format


def size_of(format_: Format, paper: Paper) -> tuple[float, float]:
    """Width and height in millimetres."""
    short, long = SIZES[paper]
    return {"upright": (short, long), "sideways": (long, short), "half": (long / 2, short)}[format_]


def spots(
    row: OrderRow, variant: int, anchors: Mapping[str, Anchor], paper: Paper
) -> tuple[tuple[str, Spot], ...]:
    """The places for name and district on the first page of a variant."""
    fields = row.sheet.name_fields
    count = len(fields) // row.sheet.variants
    height = size_of(row.sheet.format, paper)[1] * POINTS
    own = fields[variant * count : (variant + 1) * count]
    there = ((role, anchors[name]) for role, name in own if name in anchors)
    return tuple((role, (anchor.x, height - anchor.y)) for role, anchor in there)


def html(stamps: Sequence[Stamp], paper: Paper, language: str) -> str:
    """The overlay pages as HTML, one for each stamp."""
    sizes = ((name, size_of(name, paper)) for name in WIDTHS)
    rules = " ".join(f"@page {n} {{ size: {wide:g}mm {high:g}mm; margin: 0 }}" for n, (wide, high) in sizes)
    pages = "".join(markup(_page(stamp)) for stamp in stamps)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>-</title><style>'
        f"{rules}</style></head><body>{pages}</body></html>"
    )


def _page(stamp: Stamp) -> Element:
    words, widths = {"nama": stamp.person.name, "kecamatan": stamp.person.office}, WIDTHS[stamp.format]
    items = (_written(words[role], spot, widths[role]) for role, spot in stamp.spots if words[role])
    return e("div", *items, class_=f"stamp stamp-{stamp.format}")


def _written(text: str, spot: Spot, width: int) -> Element:
    """The text broken into the number of lines that allows the largest letters."""
    lines = max((1, 2, 3), key=lambda count: _size(text, width, count))
    left, top = spot
    place = f"left: {left:.2f}pt; top: {top:.2f}pt; width: {width if lines > 1 else 2 * width}pt"
    size = _size(text, width, lines)
    return e("p", text, style=f"{place}; font-size: {size:.1f}pt; line-height: {ROOM / lines:.2f}pt")


def _size(text: str, width: int, lines: int) -> float:
    """The font size in points at which a text fits into `width` points and a number of lines."""
    room = width if lines == 1 else lines * width * RAGGED
    return min(LARGEST[lines - 1], room / (len(text) * LETTER))
