"""The widths of the columns of a table, by what they hold."""

from collections.abc import Iterator, Sequence

from handbook.formats.word.controls import is_field
from handbook.html import Element

LETTER_MM, ROOM_MM = 1.95, 4.0
"""The width of a letter of a head, and the room left and right of it."""
TICK_MM, WRITE_MM, MOST_MM = 10.0, 34.0, 55.0


def widths(cells: Sequence[tuple[Element, int, int]], room_mm: float) -> list[float]:
    """The width of each column in millimetres; `cells`: elements, their column, how many they cover.

    A column has at least its longest word; the rest goes to columns that are written in or hold sentences.
    """
    count = max(column + wide for _, column, wide in cells)
    own = [[cell for cell, column, wide in cells if column == at and wide == 1] for at in range(count)]
    least = [max(TICK_MM, *map(_longest, column)) for column in own]
    wishes = [max(map(_wish, column), default=0.0) for column in own]
    grows = [max(0.0, wish - low) for wish, low in zip(wishes, least, strict=True)]
    spare = room_mm - sum(least)
    if spare <= 0 or not sum(grows):
        return [low * room_mm / sum(least) for low in least]
    return [low + grow * spare / sum(grows) for low, grow in zip(least, grows, strict=True)]


def _longest(cell: Element) -> float:
    """The longest word on one line."""
    return max(map(len, _text(cell).split()), default=0) * LETTER_MM + ROOM_MM


def _wish(cell: Element) -> float:
    """The room for a hand, or for the words in a few lines."""
    said = min(len(_text(cell)) * LETTER_MM, MOST_MM)
    if any(item.tag == "textarea" or (item.tag == "span" and is_field(item)) for item in cell.iter()):
        return max(WRITE_MM, said)
    return said if cell.tag == "td" or len(_text(cell)) > 12 else 0.0


def _text(element: Element) -> str:
    """Its words, without what is only read aloud and without choices."""
    return " ".join("".join(_shown(element)).split())


def _shown(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if "sr-only" not in child.get("class", "").split() and not is_field(child):
            yield from _shown(child)
        yield child.tail or ""
