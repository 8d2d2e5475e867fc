"""Tables that fit a phone: every cell knows the words of its column, so that rows can stand as lists."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from handbook.formats.epub.chapters import words

LEAST = 3
"""Columns from which on a table does not fit a narrow screen."""
STACKED = "stacked"
"""The class of a table whose rows become lists on narrow screens."""
AS_THEY_ARE = ("bingo",)
"""Classes of tables whose cells mean something by their place."""

Placed = tuple[Element, int, int]
"""A cell with its row and its column, from 0."""


def stack(table: Element) -> None:
    """Mark a table of several columns, and give its cells the words of their columns as `data-head`."""
    cells = list(placed(table))
    width = 1 + max((column for _, _, column in cells), default=0)
    names = table.get("class", "").split()
    for cell, _, _ in cells:
        cell.attrib.pop("data-head", None)
    heads = _heads(table, cells)
    if width < LEAST or not heads or set(names) & set(AS_THEY_ARE):
        return
    table.set("class", " ".join([*names, STACKED]))
    inside = _head_cells(table)
    for cell, _, column in cells:
        if cell.tag == "td" and cell not in inside and heads.get(column):
            cell.set("data-head", heads[column])


def placed(table: Element) -> Iterator[Placed]:
    """Each cell of a table with its place in the grid, spans counted."""
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in (item for item in line if item.tag in ("td", "th")):
            while (row, column) in taken:
                column += 1
            down, across = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
            taken |= {(row + r, column + c) for r in range(down) for c in range(across)}
            yield cell, row, column
            column += across


def _head_cells(table: Element) -> list[Element]:
    head = table.find("thead")
    return [] if head is None else [cell for cell in head.iter() if cell.tag in ("td", "th")]


def _heads(table: Element, cells: list[Placed]) -> dict[int, str]:
    """The words of each column: those of the head cells above it alone; of a mere number, its group's too."""
    inside, heads, groups = _head_cells(table), dict[int, str](), dict[int, str]()
    for cell, _, column in (found for found in cells if found[0] in inside):
        if "colspan" in cell.attrib:
            columns = range(column, column + int(cell.get("colspan", 1)))
            groups |= dict.fromkeys(columns, words(cell))
        else:
            heads[column] = f"{heads.get(column, '')} {words(cell)}".strip()
    is_number = {column: not any(map(str.isalpha, head)) for column, head in heads.items()}
    return {
        column: f"{groups.get(column, '') if is_number[column] else ''} {head}".strip()
        for column, head in heads.items()
    }
