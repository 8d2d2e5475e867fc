"""Texts and tables spread over slides: few words on each, all in large letters within its room."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbook.classroom.slides.deck import LEAST, Body, TableBody, TextBody, TextLine
from handbook.classroom.slides.measure import LEADING, rows, widest, width
from handbook.source.screen import MOST_WORDS, count, pieces

ROOM = (864.0, 360.0)
"""Width and height in points below the title."""
BELOW = (864.0, 160.0)
"""The room below the title of an opening slide."""
GAP = 8.0
"""Points between two paragraphs."""
SPARE = 0.84
"""The share of the room that lines may take in Arial: where it is missing, wider letters stand for it."""
SIZES = (40.0, 36.0, 32.0, 28.0, LEAST)
CELL = (8.0, 5.0)
"""Points between the edge of a cell and its text: at each side, and above and below."""


def lines(title: str, found: Sequence[TextLine]) -> Iterator[TextBody]:
    """TextBody in groups that each have room on a slide with a title."""
    most = MOST_WORDS - count(title) - 1
    held: list[TextLine] = []
    for line in (part for whole in found for part in _pieces(whole, most)):
        both = [*held, line]
        if held and (count(*(item.read for item in both)) > most or not _fits(both)):
            yield TextBody(tuple(held))
            both = [line]
        held = both
    if held:
        yield TextBody(tuple(held))


def _pieces(line: TextLine, most: int) -> Iterator[TextLine]:
    """A line, or its pieces; only the first has mark and lead."""
    first, *more = pieces(line.said, most - (0 if line.is_item else count(line.mark)))
    lead = line.lead if first.startswith(line.lead) else ""
    yield TextLine(first.removeprefix(lead).strip(), line.mark, lead)
    yield from (TextLine(piece) for piece in more)


def sized(bodies: Sequence[Body], room: tuple[float, float] = ROOM) -> list[Body]:
    """Bodies that follow each other, their texts in the largest size of letters in which each has room."""
    sizes = [_size(body, room) for body in bodies if isinstance(body, TextBody | TableBody)]
    size = min(sizes, default=LEAST)
    return [replace(body, size=size) if isinstance(body, TextBody | TableBody) else body for body in bodies]


def sized_text(body: TextBody, room: tuple[float, float]) -> TextBody:
    """A text in the largest size of letters in which it has room."""
    return replace(body, size=_size(body, room))


def _size(body: TextBody | TableBody, room: tuple[float, float]) -> float:
    """The largest size of letters in which a body has room; the least one where none does."""
    if isinstance(body, TableBody):
        return next((size for size in SIZES[1:] if _fits_at(body, size)), LEAST)
    return next((size for size in SIZES if height(body.lines, size, room[0]) <= room[1]), LEAST)


def height(found: Sequence[TextLine], size: float, room: float) -> float:
    """The height of lines in points."""
    hang = indent(found, size)
    free = room * SPARE
    counts = (rows(line.said, size, free - (hang if line.mark else 0.0), bold=True) for line in found)
    return sum(count * size * LEADING + GAP for count in counts) - GAP


def indent(found: Sequence[TextLine], size: float) -> float:
    """Points from the longest mark of some lines to their texts, in whole points."""
    return float(int(max((width(line.mark, size) for line in found), default=0.0) + size * 0.6))


def _fits(found: Sequence[TextLine]) -> bool:
    return height(found, LEAST, ROOM[0]) <= ROOM[1]


def grid(title: str, table: TableBody) -> Iterator[Body]:
    """A table in groups of rows below its head; as labelled lines where a row has no room."""
    parts = list(_parts(title, table))
    if all(_has_room(title, part) for part in parts):
        yield from parts
        return
    for row in table.rows:
        labels = (f"{head}:" if head else "" for head in table.head)
        found = [TextLine(cell, lead=label) for label, cell in zip(labels, row, strict=False) if cell]
        yield from lines(title, found)


def _parts(title: str, table: TableBody) -> Iterator[TableBody]:
    held: tuple[tuple[str, ...], ...] = ()
    for row in table.rows:
        if held and not _has_room(title, TableBody(table.head, (*held, row))):
            yield TableBody(table.head, held)
            held = ()
        held = (*held, row)
    yield TableBody(table.head, held)


def _has_room(title: str, table: TableBody) -> bool:
    """Whether a table is short enough in words, and its words fit its columns and the slide."""
    most = MOST_WORDS - count(title) - 1
    said = count(*(cell for row in (table.head, *table.rows) for cell in row))
    return said <= most and _fits_at(table, LEAST)


def _fits_at(table: TableBody, size: float) -> bool:
    """Whether all words of a table have room in letters of a size."""
    is_narrow = sum(_least(table, size)) > ROOM[0] * SPARE
    return not is_narrow and sum(heights(table, size)) <= ROOM[1]


def widths(table: TableBody, size: float) -> list[float]:
    """The widths of the columns in points: each has its longest word, the rest goes to where the text is."""
    least = _least(table, size)
    texts = [max(len(cell) for cell in column) for column in _columns(table)]
    spare = ROOM[0] - sum(least)
    return [low + spare * long / (sum(texts) or 1) for low, long in zip(least, texts, strict=True)]


def heights(table: TableBody, size: float) -> list[float]:
    """The heights of the rows in points, the head first."""
    columns = widths(table, size)
    return [
        max(_cell(cell, wide, size) for cell, wide in zip(row, columns, strict=True))
        for row in (table.head, *table.rows)
    ]


def _cell(text: str, wide: float, size: float) -> float:
    """The height of a cell in points."""
    return rows(text, size, (wide - 2 * CELL[0]) * SPARE, bold=True) * size * LEADING + 2 * CELL[1]


def _least(table: TableBody, size: float) -> list[float]:
    """The width of the longest word of each column, with the edges of its cell."""
    longest = (max(widest(cell, size, bold=True) for cell in column) for column in _columns(table))
    return [word / SPARE + 2 * CELL[0] for word in longest]


def _columns(table: TableBody) -> list[tuple[str, ...]]:
    return list(zip(table.head, *table.rows, strict=True))
