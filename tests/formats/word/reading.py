"""Forms for Word as another program reads them, and what a sheet on paper has, read from its elements."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

import docx
from docx.document import Document
from docx.oxml.ns import qn

HIDDEN = ("sheet-head", "sheet-foot")
"""In Word these stand above the sheet and in the foot of the page."""


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def controls(document: Document) -> dict[str, dict[str, Any]]:
    """The places to fill in, by their names: title, kind, choices."""
    return {control["name"]: control for control in map(_control, document.element.iter(qn("w:sdt")))}


def _control(element: Any) -> dict[str, Any]:
    own = element.find(qn("w:sdtPr"))
    kinds = {child.tag.rpartition("}")[2] for child in own} & {"text", "date", "dropDownList", "checkbox"}
    [kind] = kinds
    return {
        "name": own.find(qn("w:tag")).get(qn("w:val")),
        "title": own.find(qn("w:alias")).get(qn("w:val")),
        "kind": kind,
        "choices": [item.get(qn("w:displayText")) for item in own.iter(qn("w:listItem"))],
    }


def said(document: Document) -> str:
    """All words of the sheet in their order; the words that ask to be written over are left out."""
    items = ["".join(_texts(item)) for item in document.element.body]
    begins = next(number for number, text in enumerate(items) if text in ("Formulir", "Form"))
    return "".join("".join(items[begins + 1 :]).split())


def _texts(item: Any) -> Iterator[str]:
    for text in item.iter(qn("w:t")):
        if not any(above.tag == qn("w:sdt") for above in text.iterancestors()):
            yield text.text or ""


def shown(sheet: Element) -> str:
    """All words of a sheet on paper in their order: no choices, nothing that is only read aloud."""
    return "".join("".join(_shown(sheet)).split())


def _shown(element: Element) -> Iterator[str]:
    css = element.get("class", "").split()
    if {"sr-only", "picks", *HIDDEN} & {*css}:
        return
    yield element.text or ""
    for child in element:
        yield from _shown(child)
        yield child.tail or ""


def tables(sheet: Element) -> list[list[list[str]]]:
    """The words of each cell of each table on paper; merged cells say theirs wherever they reach."""
    return [_cells(table) for table in sheet.iter("table")]


def _cells(table: Element) -> list[list[str]]:
    rows = list(table.iter("tr"))
    width = sum(int(cell.get("colspan", "1")) for cell in rows[0])
    grid: list[list[str | None]] = [[None] * width for _ in rows]
    for number, row in enumerate(rows):
        for cell in row:
            start = grid[number].index(None)
            for down in range(int(cell.get("rowspan", "1"))):
                for right in range(int(cell.get("colspan", "1"))):
                    grid[number + down][start + right] = shown(cell)
    return [[text or "" for text in row] for row in grid]


def word_tables(document: Document) -> list[list[list[str]]]:
    """The same of the tables of a document; cards to cut out are none."""
    found = [table for table in document.tables if table.style and table.style.name == "Form Grid"]
    return [[[_squeezed(cell) for cell in row.cells] for row in table.rows] for table in found]


def _squeezed(cell: Any) -> str:
    return "".join("".join(_texts(cell._tc)).split())
