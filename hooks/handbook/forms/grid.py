"""`jenis: kisi`: a grid with fixed rows and merged header cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field, model_validator

from handbook.forms import field
from handbook.html import Context, Piece, e, emphasised
from handbook.schema import Authored, Prose, Slug, Text


class Column(Authored):
    """A column; one with `anak` is a merged head over its children."""

    id: Slug | None = Field(default=None, description="Nama tetap kolom; wajib bila tanpa anak")
    number: Text | None = Field(alias="nomor", default=None, description="Nomor kolom tanpa kurung")
    title: Prose = Field(alias="judul", description="Kepala kolom")
    children: list[Column] = Field(alias="anak", default=[], description="Kolom di bawah kepala gabungan")

    @model_validator(mode="after")
    def _leaf_has_id(self) -> Column:
        if not self.children and not self.id:
            raise ValueError("kolom tanpa anak memerlukan id")
        return self

    @property
    def leaves(self) -> list[Column]:
        """The columns that hold cells."""
        return [leaf for child in self.children for leaf in child.leaves] if self.children else [self]

    @property
    def depth(self) -> int:
        """How many header rows this head needs."""
        return 1 + max((child.depth for child in self.children), default=0)


class Row(Authored):
    """A row with its printed number."""

    id: Slug = Field(description="Nama tetap baris")
    number: Text | None = Field(alias="nomor", default=None, description="Nomor baris, misalnya IV")
    title: Prose = Field(alias="judul", description="Label baris")


class Grid(Authored):
    """A grid whose first column holds the row labels."""

    kind: Literal["kisi"] = Field(alias="jenis")
    id: Slug = Field(description="Nama tetap bagian")
    title: Prose = Field(alias="judul", description="Nama kisi untuk pembaca layar")
    columns: Annotated[list[Column], Field(min_length=2)] = Field(alias="kolom", description="Kolom")
    row_word: Text = Field(
        alias="sebutan_baris", default="baris", description="Sebutan barisnya: baris, aspek …"
    )
    rows: Annotated[list[Row], Field(min_length=1)] = Field(alias="baris", description="Baris")
    row_height: Annotated[str, Field(pattern=r"^\d{1,2}mm$")] = Field(
        alias="tinggi_baris", default="18mm", description="Ruang tulis setiap baris"
    )

    @property
    def height_mm(self) -> int:
        """Room to write in each row, in millimetres."""
        return int(self.row_height.removesuffix("mm"))

    @property
    def leaves(self) -> list[Column]:
        """All columns that hold cells or row labels, the label column first."""
        return [leaf for column in self.columns for leaf in column.leaves]


@dataclass(frozen=True)
class Head:
    """A header cell: how far it reaches and the ids of the heads above it."""

    column: Column
    rows: int
    columns: int
    above: tuple[str, ...]


def header(grid: Grid, form: str) -> list[list[Head]]:
    """The header rows, top first."""
    depth = max(column.depth for column in grid.columns)
    rows: list[list[Head]] = [[] for _ in range(depth)]
    for column in grid.columns:
        _place(column, 0, depth, (), rows, form)
    return rows


def _place(
    column: Column, level: int, depth: int, above: tuple[str, ...], rows: list[list[Head]], form: str
) -> None:
    height = 1 if column.children else depth - level
    rows[level].append(Head(column, height, len(column.leaves), above))
    for child in column.children:
        _place(child, level + 1, depth, (*above, column_id(form, column)), rows, form)


def column_id(form: str, column: Column) -> str:
    """`ik-2-1-kolom-2`, or an id of the column's name when it has no number."""
    if column.number:
        return f"{form}-kolom-{column.number.lower()}"
    return f"{form}-kepala-{column.id or column.leaves[0].id}-{len(column.leaves)}"


def row_id(form: str, row: Row, word: str) -> str:
    """`ik-2-1-baris-iv`."""
    return f"{form}-{word}-{(row.number or row.id).lower()}"


def targets(grid: Grid, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Rows and columns that texts can refer to: kind, number, id, title."""
    for row in grid.rows:
        if row.number:
            yield grid.row_word, row.number, row_id(form, row, grid.row_word), row.title
    for column in grid.leaves:
        if column.number:
            yield "kolom", column.number, column_id(form, column), column.title


def cell_paths(grid: Grid) -> set[tuple[str, str]]:
    """Row id and column id of every cell to fill in."""
    return {(row.id, column.id or "") for row in grid.rows for column in grid.leaves[1:]}


def to_html(grid: Grid, form: str, context: Context) -> Element:
    """The blank grid: a table in a region that scrolls by itself on narrow screens."""
    table = e(
        "table",
        e("caption", context.prose(grid.title)),
        _head(grid, form),
        e("tbody", *(_row(grid, row, form, context) for row in grid.rows)),
        class_="grid",
    )
    return e("div", table, class_="grid-scroll", role="region", tabindex="0", aria_label=grid.title)


def _head(grid: Grid, form: str) -> Element:
    rows = [e("tr", *(_head_cell(head, form) for head in row)) for row in header(grid, form)]
    return e("thead", *rows)


def _head_cell(head: Head, form: str) -> Element:
    column = head.column
    number: list[Piece] = [" ", e("span", f"({column.number})", class_="col-number")] if column.number else []
    cell = e(
        "th",
        e("span", emphasised(column.title), class_="col-title"),
        *number,
        id=column_id(form, column),
        scope="colgroup" if column.children else "col",
    )
    _span(cell, head)
    return cell


def _span(cell: Element, head: Head) -> None:
    if head.rows > 1:
        cell.set("rowspan", str(head.rows))
    if head.columns > 1:
        cell.set("colspan", str(head.columns))
    if head.above:
        cell.set("headers", " ".join(head.above))


def _row(grid: Grid, row: Row, form: str, context: Context) -> Element:
    cells = [_cell(grid, row, column, form, context) for column in grid.leaves[1:]]
    return e("tr", _row_head(row, form, grid.row_word), *cells)


def _row_head(row: Row, form: str, word: str) -> Element:
    number: list[Piece] = [e("span", row.number, class_="row-number"), " "] if row.number else []
    title = e("span", emphasised(row.title), class_="row-title")
    return e("th", *number, title, id=row_id(form, row, word), scope="row")


def _cell(grid: Grid, row: Row, column: Column, form: str, context: Context) -> Element:
    name = f"{form}.{grid.id}.{row.id}.{column.id}"
    words = context.strings(
        "kisi.sel", baris=row.number or row.title, kolom=column.number or "", judul=column.title
    )
    return e("td", field.label(name, words, hidden=True), field.area(name, grid.height_mm))


def example(grid: Grid, filled: dict[str, dict[str, str]], form: str, context: Context) -> Element:
    """The filled grid, read only; without ids, since the blank one has them."""
    del form
    heads = [e("th", column.title, scope="col") for column in grid.leaves]
    rows = [_example_row(row, grid, filled.get(row.id, {}), context) for row in grid.rows]
    table = e("table", e("thead", e("tr", *heads)), e("tbody", *rows), class_="grid grid-example")
    label = context.strings("instrumen.contoh_untuk", judul=grid.title)
    return e("div", table, class_="grid-scroll", role="region", tabindex="0", aria_label=label)


def _example_row(row: Row, grid: Grid, filled: dict[str, str], context: Context) -> Element:
    number: list[Piece] = [e("span", row.number, class_="row-number"), " "] if row.number else []
    cells = [e("td", context.prose(filled.get(column.id or "", ""))) for column in grid.leaves[1:]]
    return e("tr", e("th", *number, row.title, scope="row"), *cells)
