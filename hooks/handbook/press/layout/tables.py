"""The header cells of each table cell, computed from the grid of the HTML table.

WeasyPrint 70 loses count in tables whose header cells span rows or columns and ignores the
HTML attributes `headers` and `scope`; validators do not notice, screen readers say the wrong
header. So the press computes the headers itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

CELLS = ("td", "th")
GROUPS = ("thead", "tbody", "tfoot")


@dataclass(frozen=True)
class TableCell:
    """A cell and the part of the grid that it covers."""

    element: Element
    group: int
    rows: range
    columns: range
    scope: str
    """ "Column", "Row" or "Group" of a header cell, "" of a data cell."""


def _scope(element: Element, in_head: bool) -> str:
    if element.tag != "th":
        return ""
    written = element.get("scope", "").lower()
    scopes = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Group"}
    return scopes.get(written) or ("Column" if in_head else "Row")


def scope_of(cell: TableCell) -> str:
    """The PDF's /Scope of a header cell."""
    return "Column" if cell.scope == "Column" else "Row"


def cells_of(table: Element) -> list[TableCell]:
    """The cells of a table with their places, as HTML's table model puts them."""
    taken: set[tuple[int, int]] = set()
    cells: list[TableCell] = []
    for group, tag, rows in _groups(table, 0):
        for row, line in rows:
            last = rows[-1][0]
            column = 0
            for element in (child for child in line if child.tag in CELLS):
                while (row, column) in taken:
                    column += 1
                cell = _cell(element, group, tag == "thead", row, column, last)
                taken.update((r, c) for r in cell.rows for c in cell.columns)
                cells.append(cell)
    return cells


def headers_of(table: Element) -> dict[Element, list[Element]]:
    """For each data cell its header cells, the columns' first, then the row's."""
    cells = cells_of(table)
    heads = [cell for cell in cells if cell.scope]
    named = {head.element.get("id"): head.element for head in heads if head.element.get("id")}
    return {cell.element: _headers(cell, heads, named) for cell in cells if not cell.scope}


def _groups(table: Element, first: int) -> Iterator[tuple[int, str, list[tuple[int, Element]]]]:
    """The row groups of a table with their numbered rows; bare rows are a group each."""
    row = first
    for number, child in enumerate(table):
        lines = [child] if child.tag == "tr" else [line for line in child if line.tag == "tr"]
        if lines and child.tag in (*GROUPS, "tr"):
            yield number, child.tag, list(enumerate(lines, row))
            row += len(lines)


def _cell(element: Element, group: int, in_head: bool, row: int, column: int, last: int) -> TableCell:
    """A cell at its place; it never reaches beyond its row group."""
    height = _span(element, "rowspan") or last - row + 1
    rows = range(row, min(row + height, last + 1))
    columns = range(column, column + (_span(element, "colspan") or 1))
    return TableCell(element, group, rows, columns, _scope(element, in_head))


def _span(element: Element, name: str) -> int:
    """A rowspan or colspan; 0 means "to the end of the group"."""
    written = element.get(name, "1").strip()
    return int(written) if written.isdecimal() and int(written) <= 1000 else 1


def _headers(cell: TableCell, heads: list[TableCell], named: dict[str | None, Element]) -> list[Element]:
    """The author's `headers` when all of them exist in this table, else the grid's."""
    written = [named.get(key) for key in cell.element.get("headers", "").split()]
    chosen = [element for element in written if element is not None]
    if chosen and len(chosen) == len(written):
        return chosen
    order = {"Column": 0, "Group": 1, "Row": 2}
    found = [head for head in heads if _heads(head, cell, heads)]
    return [head.element for head in sorted(found, key=lambda head: order[head.scope])]


def _heads(head: TableCell, cell: TableCell, heads: list[TableCell]) -> bool:
    """Whether a header cell applies to a data cell."""
    if head.scope == "Column":
        return head.rows.start < cell.rows.start and _meet(head.columns, cell.columns)
    if head.scope == "Row":
        return _meet(head.rows, cell.rows)
    later = (h for h in heads if h.scope == "Group" and h.group == head.group)
    ruling = [h for h in later if h.rows.start <= cell.rows.start]
    return head.group == cell.group and bool(ruling) and ruling[-1] is head


def _meet(one: range, other: range) -> bool:
    """Whether two ranges overlap."""
    return one.start < other.stop and other.start < one.stop
