"""Every table of the book in the PDF: no row is split, and each cell names exactly its headers.

The tags are compared with the HTML that was printed. A table over several pages is several tables in the
PDF, each with the head again; a row that was split would be one row too many.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest
from lxml import html
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.html import Audience
from handbook.press.layout.tables import headers_of
from handbook.print.documents import html_parts
from tests.products.paper import Paper, tags_below
from tests.products.test_pdf_forms import attribute

pytestmark = pytest.mark.pdf

Place = tuple[str, int, int]
"""A cell: in the head or the body, the row's number there, the cell's number in the row."""


@pytest.fixture(scope="module")
def written(real_book: Book) -> list[HtmlElement]:
    """The tables as they were printed, in the order of the book."""
    bound = (item.html for item in html_parts(real_book, Audience.PARTICIPANT) if item.bound)
    books = map(html.document_fromstring, bound)
    return [table for book in books for table in book.iter("table")]


@pytest.fixture(scope="module")
def printed(paper: Paper, written: list[HtmlElement]) -> list[list[pikepdf.Object]]:
    """For each table the tables in the PDF that it became."""
    waiting = iter(paper.tags("Table"))
    found = [list(_pieces(table, waiting)) for table in written]
    assert list(waiting) == []
    return found


def _pieces(table: HtmlElement, waiting: Iterator[pikepdf.Object]) -> Iterator[pikepdf.Object]:
    left = len(rows_of(table, "body"))
    while left > 0:
        piece = next(waiting)
        left -= len(_tagged_rows(piece, "/TBody"))
        yield piece


def rows_of(table: HtmlElement, where: str) -> list[HtmlElement]:
    rows = list(table.iter("tr"))
    head = [row for row in rows if row.getparent().tag == "thead"]
    return head if where == "head" else [row for row in rows if row not in head]


def _tagged_rows(table: pikepdf.Object, group: str) -> list[pikepdf.Object]:
    groups = [tag for tag in tags_below(table) if str(tag.S) == group]
    return [row for tag in groups for row in tags_below(tag) if str(row.S) == "/TR"]


def cells(row: pikepdf.Object) -> list[pikepdf.Object]:
    return [cell for cell in tags_below(row) if str(cell.S) in ("/TD", "/TH")]


def test_no_row_is_split(written: list[HtmlElement], printed: list[list[pikepdf.Object]]) -> None:
    assert len(written) > 100
    for table, pieces in zip(written, printed, strict=True):
        expected = [len(row.xpath("td|th")) for row in rows_of(table, "body")]
        found = [len(cells(row)) for piece in pieces for row in _tagged_rows(piece, "/TBody")]
        assert found == expected, words_of(table)


def test_the_head_comes_again_on_each_page(
    written: list[HtmlElement], printed: list[list[pikepdf.Object]]
) -> None:
    for table, pieces in zip(written, printed, strict=True):
        expected = len(rows_of(table, "head"))
        assert [len(_tagged_rows(piece, "/THead")) for piece in pieces] == [expected] * len(pieces)


def test_every_cell_names_exactly_its_headers(
    written: list[HtmlElement], printed: list[list[pikepdf.Object]]
) -> None:
    seen = 0
    for table, pieces in zip(written, printed, strict=True):
        places = {cell: place for place, cell in _written_cells(table)}
        expected = {
            places[cell]: [places[head] for head in heads] for cell, heads in headers_of(table).items()
        }
        assert _printed_headers(pieces) == expected, words_of(table)
        seen += len(expected)
    assert seen > 2500  # the errata are not in the book


def _written_cells(table: HtmlElement) -> Iterator[tuple[Place, HtmlElement]]:
    for where in ("head", "body"):
        for number, row in enumerate(rows_of(table, where)):
            yield from (((where, number, column), cell) for column, cell in enumerate(row.xpath("td|th")))


def _printed_headers(pieces: list[pikepdf.Object]) -> dict[Place, list[Place]]:
    """The headers that each data cell names, as places; what no header has is no place."""
    tagged = list(_printed_cells(pieces))
    names = {str(cell.ID): place for place, cell in tagged if "/ID" in cell}
    return {
        place: [names[str(id_)] for id_ in attribute(cell, "/Headers") or []]
        for place, cell in tagged
        if str(cell.S) == "/TD"
    }


def _printed_cells(pieces: list[pikepdf.Object]) -> Iterator[tuple[Place, pikepdf.Object]]:
    first = 0
    for piece in pieces:
        body = _tagged_rows(piece, "/TBody")
        for where, start, rows in (("head", 0, _tagged_rows(piece, "/THead")), ("body", first, body)):
            for number, row in enumerate(rows, start):
                yield from (((where, number, column), cell) for column, cell in enumerate(cells(row)))
        first += len(body)


def words_of(table: HtmlElement) -> str:
    return " ".join(table.text_content().split())[:80]
