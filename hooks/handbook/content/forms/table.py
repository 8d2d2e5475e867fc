"""`jenis: tabel`: a table with empty rows that are all alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.forms import heads
from handbook.content.forms.heads import Column
from handbook.content.forms.renames import Named
from handbook.html import Context, e, emphasised
from handbook.source.readers import ForAll
from handbook.source.validation import Height, Prose, YesNo
from handbook.strings import Strings

NUMBER = "no"
Filled = dict[str, dict[str, str]]


class Table(Named):
    """Columns with empty rows; the ids of the rows are 1, 2, 3 …"""

    kind: ForAll[Literal["tabel"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul tabel")
    columns: Annotated[list[Column], Field(min_length=1)] = Field(alias="kolom", description="Kolom")
    rows: ForAll[int] = Field(
        alias="baris_kosong", default=5, ge=1, le=40, description="Banyaknya baris kosong"
    )
    numbered: ForAll[YesNo] = Field(
        alias="bernomor", default=True, description="Kolom pertama berisi nomor baris"
    )
    row_height: ForAll[Height] = Field(
        alias="tinggi_baris", default="12mm", description="Ruang tulis setiap baris"
    )

    @property
    def height_mm(self) -> int:
        """Room to write in each row, in millimetres."""
        return int(self.row_height.removesuffix("mm"))

    @property
    def row_ids(self) -> list[str]:
        """The rows from top to bottom."""
        return [str(number) for number in range(1, self.rows + 1)]

    @property
    def leaves(self) -> list[Column]:
        """All columns to fill in."""
        return heads.leaves(self.columns)


def targets(table: Table, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Numbered columns that texts can refer to: kind, number, id, title."""
    yield from heads.targets(table.columns, table.id, form)


def cell_paths(table: Table) -> set[tuple[str, ...]]:
    """Row id and column id of every cell to fill in."""
    return {(row, column.id or "") for row in table.row_ids for column in table.leaves}


def to_html(table: Table, form: str, context: Context) -> Element:
    """The blank table."""
    s = context.strings
    grid = e(
        "table",
        heads.caption(table.title, context),
        heads.to_html(_columns(table, s), table.id, form),
        e("tbody", *(_row(table, row, form, context) for row in table.row_ids)),
        class_=f"{_css(table)} repeatable",
        data_part=table.id,
    )
    scrolling = heads.scrolling(grid, table.title or s("formulir.tabel"))
    if context.is_print:
        return scrolling
    # The scripts put the button for another row in here.
    return e("div", scrolling, e("p", class_="row-actions", data_for=table.id))


def _columns(table: Table, strings: Strings) -> list[Column]:
    """The columns, that of the row numbers first when there is one."""
    number = [Column(id=NUMBER, title=strings("formulir.nomor"))] if table.numbered else []
    return [*number, *table.columns]


def _css(table: Table) -> str:
    return "grid part " + ("numbered" if table.numbered else "unnumbered")


def _row(table: Table, row: str, form: str, context: Context) -> Element:
    group = heads.groups(table.columns, len(table.leaves))
    cells = [
        heads.area(
            f"{form}.{table.id}.{row}.{column.id}",
            e("span", row, class_="row-count"),
            column,
            table.height_mm,
            context,
            group.get(column.id or ""),
        )
        for column in table.leaves
    ]
    return e("tr", *_number(table, row, context), *cells, data_row=row)


def _number(table: Table, row: str, context: Context) -> list[Element]:
    if not table.numbered:
        return []
    if context.is_print:
        return [e("th", row, scope="row")]
    word = e("span", context.strings("formulir.baris"), " ", class_="row-word")
    return [e("th", word, e("span", row, class_="row-count"), scope="row")]


def example(table: Table, filled: Filled, form: str, context: Context) -> Element:
    """The filled rows, read only; rows that the example leaves empty are left out."""
    del form
    titles = [column.title for column in heads.leaves(_columns(table, context.strings))]
    head = e("thead", e("tr", *(e("th", emphasised(title), scope="col") for title in titles)))
    rows = [_example_row(table, row, filled[row], context) for row in table.row_ids if row in filled]
    grid = e("table", head, e("tbody", *rows), class_=f"{_css(table)} grid-example")
    name = table.title or context.strings("formulir.tabel")
    return heads.scrolling(grid, context.strings("instrumen.contoh_untuk", judul=name))


def _example_row(table: Table, row: str, filled: dict[str, str], context: Context) -> Element:
    group = heads.groups(table.columns, len(table.leaves))
    said = [(filled.get(column.id or "", ""), column) for column in table.leaves]
    cells = [heads.filled_cell(text, column, context, group.get(column.id or "")) for text, column in said]
    return e("tr", *_number(table, row, context), *cells)
