"""`jenis: kisi`: a grid with fixed rows and merged header cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.forms import heads
from handbook.content.forms.heads import Column
from handbook.content.forms.renames import Named
from handbook.html import Context, Piece, e, emphasised
from handbook.source.readers import ForAll
from handbook.source.validation import Height, Prose, RowNumber, Slug


class Row(Named):
    """A row with its printed number."""

    number: ForAll[RowNumber | None] = Field(
        alias="nomor", default=None, description="Nomor baris, misalnya IV"
    )
    title: ForAll[Prose] = Field(alias="judul", description="Label baris")


class Grid(Named):
    """A grid whose first column holds the row labels."""

    kind: ForAll[Literal["kisi"]] = Field(alias="jenis")
    title: ForAll[Prose] = Field(alias="judul", description="Nama kisi untuk pembaca layar")
    columns: Annotated[list[Column], Field(min_length=2)] = Field(alias="kolom", description="Kolom")
    row_word: ForAll[Slug] = Field(
        alias="sebutan_baris", default="baris", description="Sebutan barisnya: baris, aspek …"
    )
    rows: Annotated[list[Row], Field(min_length=1)] = Field(alias="baris", description="Baris")
    row_height: ForAll[Height] = Field(
        alias="tinggi_baris", default="18mm", description="Ruang tulis setiap baris"
    )

    @property
    def height_mm(self) -> int:
        """Room to write in each row, in millimetres."""
        return int(self.row_height.removesuffix("mm"))

    @property
    def leaves(self) -> list[Column]:
        """All columns that hold cells or row labels, the label column first."""
        return heads.leaves(self.columns)

    @property
    def groups(self) -> dict[str, str]:
        """The words of the merged heads above a column."""
        return heads.groups(self.columns, len(self.leaves) - 1)


def row_id(form: str, row: Row, word: str) -> str:
    """`ik-2-1-baris-iv`."""
    return f"{form}-{word}-{(row.number or row.id).lower()}"


def targets(grid: Grid, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Rows and columns that texts can refer to: kind, number, id, title."""
    for row in grid.rows:
        if row.number:
            yield grid.row_word, row.number, row_id(form, row, grid.row_word), row.title
    yield from heads.targets(grid.columns, grid.id, form)


def cell_paths(grid: Grid) -> set[tuple[str, str]]:
    """Row id and column id of every cell to fill in."""
    return {(row.id, column.id or "") for row in grid.rows for column in grid.leaves[1:]}


def to_html(grid: Grid, form: str, context: Context) -> Element:
    """The blank grid: a table in a region that scrolls by itself on narrow screens."""
    table = e(
        "table",
        e("caption", context.prose(grid.title)),
        heads.to_html(grid.columns, grid.id, form),
        e("tbody", *(_row(grid, row, form, context) for row in grid.rows)),
        class_="grid",
        data_part=grid.id,
    )
    return heads.scrolling(table, grid.title)


def _row(grid: Grid, row: Row, form: str, context: Context) -> Element:
    cells = [_cell(grid, row, column, form, context) for column in grid.leaves[1:]]
    return e("tr", _row_head(row, form, grid.row_word), *cells)


def _row_head(row: Row, form: str, word: str) -> Element:
    number: list[Piece] = [e("span", row.number, class_="row-number"), " "] if row.number else []
    title = e("span", emphasised(row.title), class_="row-title")
    return e("th", *number, title, id=row_id(form, row, word), scope="row")


def _cell(grid: Grid, row: Row, column: Column, form: str, context: Context) -> Element:
    name = f"{form}.{grid.id}.{row.id}.{column.id}"
    group = grid.groups.get(column.id or "")
    return heads.area(name, row.number or row.title, column, grid.height_mm, context, group)


def example(grid: Grid, filled: dict[str, dict[str, str]], form: str, context: Context) -> Element:
    """The filled grid, read only; without ids, since the blank one has them."""
    del form
    titles = [e("th", emphasised(column.title), scope="col") for column in grid.leaves]
    rows = [_example_row(row, grid, filled.get(row.id, {}), context) for row in grid.rows]
    table = e("table", e("thead", e("tr", *titles)), e("tbody", *rows), class_="grid grid-example")
    return heads.scrolling(table, context.strings("instrumen.contoh_untuk", judul=grid.title))


def _example_row(row: Row, grid: Grid, filled: dict[str, str], context: Context) -> Element:
    number: list[Piece] = [e("span", row.number, class_="row-number"), " "] if row.number else []
    ids = {column.id or "": column for column in grid.leaves[1:]}
    cells = [
        heads.filled_cell(filled.get(id_, ""), column, context, grid.groups.get(id_))
        for id_, column in ids.items()
    ]
    return e("tr", e("th", *number, emphasised(row.title), scope="row"), *cells)
