"""Tables of a sheet: merged and repeated heads, rows that stay whole, room to write, a name to read aloud."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from handbook.formats.word.columns import widths
from handbook.formats.word.controls import node
from handbook.formats.word.elements import Canvas, Nodes, fields, paragraph, words
from handbook.formats.word.styles import CARDS, GRID, SHADE, SIDE_TWIPS
from handbook.html import Element

_HEIGHT = re.compile(r"\bh-(\d+)mm\b")
TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


class Placed(NamedTuple):
    """A cell by its place: row and column counted from 0, how many of both it covers."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int


def placed(rows: Iterable[Element]) -> list[Placed]:
    """All cells of some rows; those that reach over several rows push the later ones to the right."""
    found, taken = list[Placed](), set[tuple[int, int]]()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            high, wide = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            found.append(Placed(cell, number, column, high, wide))
            taken |= {(number + down, column + right) for down in range(high) for right in range(wide)}
            column += wide
    return found


def table(region: Element, sheet: Canvas) -> Nodes:
    """The table of a region, which says its name; below it a little room."""
    [drawn] = region
    heads, body = drawn.findall("thead/tr"), drawn.findall("tbody/tr")
    cells = placed([*heads, *body])
    room = widths([(cell.element, cell.column, cell.columns) for cell in cells], sheet.width_mm)
    if (caption := drawn.find("caption")) is not None:
        yield paragraph("Caption", *words(caption, sheet))
    made = _table(GRID, room, region.get("aria-label", ""))
    for number, row in enumerate([*heads, *body]):
        own = _row(_height(row), is_head=number < len(heads))
        reaching = [cell for cell in cells if cell.row <= number < cell.row + cell.rows]
        for cell in sorted(reaching, key=lambda cell: cell.column):
            own.append(_cell(cell, number, room, sheet, is_head=number < len(heads)))
        made.append(own)
    yield made
    yield paragraph("FormAfter")


def _table(style: str, room: list[float], name: str) -> etree._Element:
    own = node(
        "tblPr",
        node("tblStyle", val=style.replace(" ", "")),
        node("tblW", w=_twips(sum(room)), type="dxa"),
        node("tblInd", w=str(SIDE_TWIPS), type="dxa"),
        node("tblLayout", type="fixed"),
        node("tblLook", firstRow="1", firstColumn="1", noHBand="1", noVBand="1"),
        *([node("tblCaption", val=name), node("tblDescription", val=name)] if name else []),
    )
    return node("tbl", own, node("tblGrid", *(node("gridCol", w=_twips(width)) for width in room)))


def _row(height_mm: float, *, is_head: bool) -> etree._Element:
    own = node("trPr", node("cantSplit"))
    if height_mm:
        own.append(node("trHeight", val=_twips(height_mm), hRule="atLeast"))
    if is_head:
        own.append(node("tblHeader"))
    return node("tr", own)


def _height(row: Element) -> float:
    """The room that the sheet leaves for a hand."""
    found = (_HEIGHT.search(item.get("class", "")) for item in row.iter("textarea"))
    return max((float(match[1]) for match in found if match), default=0.0)


def _cell(cell: Placed, row: int, room: list[float], sheet: Canvas, *, is_head: bool) -> etree._Element:
    width = sum(room[cell.column : cell.column + cell.columns])
    own = node("tcPr", node("tcW", w=_twips(width), type="dxa"))
    if cell.columns > 1:
        own.append(node("gridSpan", val=str(cell.columns)))
    if cell.rows > 1:
        own.append(node("vMerge", val="restart" if row == cell.row else "continue"))
    if is_head:
        own.append(node("shd", val="clear", color="auto", fill=SHADE))
    inside = [paragraph("FormHead")] if row > cell.row else _inside(cell.element, sheet, is_head)
    return node("tc", own, *inside)


def _inside(cell: Element, sheet: Canvas, is_head: bool) -> Nodes:
    """The paragraphs of a cell: those that it has, or one of all that is in it."""
    paragraphs = [child for child in cell if child.tag == "p"] or [cell]
    css = cell.get("class", "")
    style = "FormHead" if is_head else "FormTick" if "tick-cell" in css else "FormCell"
    for item in paragraphs:
        yield paragraph(style, *words(item, sheet, in_cell=True))


def cards(list_: Element, sheet: Canvas) -> Nodes:
    """The cards of a sheet of paper, in two columns, to be cut out along the lines."""
    rows = [list_[start : start + 2] for start in range(0, len(list_), 2)]
    per_sheet = int(list_.get("class", "").rpartition("-")[2])
    height = sheet.height_mm / (per_sheet // 2) - 6
    made = _table(CARDS, [sheet.width_mm / 2] * 2, sheet.strings("word.kartu"))
    for row in rows:
        own = _row(height, is_head=False)
        for card in row:
            size = node("tcPr", node("tcW", w=_twips(sheet.width_mm / 2), type="dxa"))
            own.append(node("tc", size, *_card(card, sheet)))
        made.append(own)
    yield made
    yield paragraph("FormAfter")


def _card(card: Element, sheet: Canvas) -> Nodes:
    """Colour, name and lines of a card; of an empty one the name and its field."""
    for line in card.iter("p"):
        style = "FormCard" if line.get("class") == "card-name" else "FormCell"
        yield paragraph(style, *words(line, sheet))
    for field in fields(card):
        yield paragraph("FormCell", *words(_alone(field), sheet))


def _alone(field: Element) -> Element:
    alone = Element("span")
    alone.append(field)
    return alone


def _twips(mm: float) -> str:
    return str(round(mm * TWIPS))
