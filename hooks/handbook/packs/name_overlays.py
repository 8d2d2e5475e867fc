"""Names printed over the copies of sheets that belong to one person each.

Each text is laid out once, on a small page of its own, and painted at its place on every copy.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from handbook.html import Element, Paper, e
from handbook.packs.order import Format, OrderRow
from handbook.packs.people import Person
from handbook.press import Anchor
from handbook.press.assembly.arrange import Stamp
from handbook.print.documents import markup

MM = 72 / 25.4
"""Points in a millimetre."""
SIZES = {Paper.A4: (210, 297), Paper.F4: (215, 330), Paper.LETTER: (216, 279)}
"""Width and height of a sheet, in millimetres."""
WIDTHS: dict[Format, dict[str, int]] = {
    "upright": {"nama": 150, "kecamatan": 130},
    "sideways": {"nama": 290, "kecamatan": 270},
    "half": {"nama": 280, "kecamatan": 130},
}
"""Points that the lines for the name and the district have at least."""
HEIGHTS: dict[Format, float] = {"upright": 7 * MM, "sideways": 7 * MM, "half": 8 * MM}
"""Points from where the line for a name begins to its rule (print/forms.css, print/pack.css)."""
LARGEST = (10.0, 7.0, 5.3)
"""Points of a text in one, two or three lines."""
RAGGED = 0.88
"""Of a line that is not the only one, what words fill."""
ROOM = 16
"""Points above the rule that a text may fill."""
LEADING = 1.2
"""Of its size, the height of a line of text at most: it stands at the foot of its room, as a hand writes."""
LETTER = 0.5
"""Of its size, the width of a letter."""
WIDEST = 580
"""Points that a text in one line may fill: it never breaks."""
EDGE = 4
"""Points round a text on its page, for what letters have beyond their line."""


Spot = tuple[float, float]
"""A point on a page, in points from the lower left corner."""


class Words(NamedTuple):
    """A text with the width of its lines and the size of its letters, in points."""

    text: str
    width: int
    size: float
    lines: int


def spots(row: OrderRow, variant: int, anchors: Mapping[str, Anchor]) -> tuple[tuple[str, Spot], ...]:
    """The upper left corners of the lines for name and district on the first page of a variant."""
    fields = row.sheet.name_fields
    count = len(fields) // row.sheet.variants
    own = fields[variant * count : (variant + 1) * count]
    there = ((role, anchors[name]) for role, name in own if name in anchors)
    return tuple((role, (anchor.x, anchor.y)) for role, anchor in there)


def written(
    person: Person, spots: Iterable[tuple[str, Spot]], format_: Format
) -> Iterator[tuple[Words, Spot]]:
    """The words about a person and the beginnings of the rules on which they stand, below some spots."""
    texts = _texts(person)
    for role, (left, top) in spots:
        if texts[role]:
            yield words_of(texts[role], WIDTHS[format_][role]), (left, top - HEIGHTS[format_])


def every(people: Iterable[Person]) -> list[Words]:
    """Each text that can be written about some people, in each size, once."""
    found = (
        words_of(text, widths[role])
        for person in people
        for role, text in _texts(person).items()
        for widths in WIDTHS.values()
        if text
    )
    return list(dict.fromkeys(found))


def stamp(page: int, spot: Spot) -> Stamp:
    """The page of a text so that the text stands on a rule that begins at a spot."""
    left, rule = spot
    return Stamp(page, left - EDGE, rule - EDGE)


def _texts(person: Person) -> dict[str, str]:
    return {"nama": person.name, "kecamatan": person.office}


def words_of(text: str, width: int) -> Words:
    """The text in the number of lines that allows the largest letters."""
    lines = max((1, 2, 3), key=lambda count: _size(text, width, count))
    return Words(text, width if lines > 1 else WIDEST, round(_size(text, width, lines), 1), lines)


def _size(text: str, width: int, lines: int) -> float:
    """The font size in points at which a text fits into `width` points and a number of lines."""
    room = width if lines == 1 else lines * width * RAGGED
    return min(LARGEST[lines - 1], room / (len(text) * LETTER))


def html(found: Sequence[Words], language: str) -> str:
    """A page for each text."""
    wide, high = WIDEST + 2 * EDGE, ROOM + 2 * EDGE
    rules = f"@page {{ size: {wide}pt {high}pt; margin: {EDGE}pt }} .stamp {{ height: {ROOM}pt }}"
    pages = "".join(markup(_page(words)) for words in found)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>-</title><style>'
        f"{rules}</style></head><body>{pages}</body></html>"
    )


def _page(words: Words) -> Element:
    apart = min(ROOM / words.lines, LEADING * words.size)
    style = f"width: {words.width}pt; font-size: {words.size:.1f}pt; line-height: {apart:.2f}pt"
    return e("div", e("p", words.text, style=style), class_="stamp")
