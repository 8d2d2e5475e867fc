"""Heads of grids: columns, merged header cells, and the region that a wide table scrolls in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pydantic import Field, model_validator

from handbook.content.forms import field
from handbook.content.forms.answer import Answered, control
from handbook.html import Context, Piece, e, emphasised, plain
from handbook.source.expected import UnfitError
from handbook.source.readers import ForAll
from handbook.source.validation import Prose, RowNumber, Slug


class Column(Answered):
    """A column; one with `anak` is a merged head over its children."""

    id: ForAll[Slug | None] = Field(default=None, description="Nama tetap kolom; wajib bila tanpa anak")
    aliases: ForAll[list[Slug]] = Field(alias="alias", default=[], description="Id lama, bila pernah diganti")
    number: ForAll[RowNumber | None] = Field(
        alias="nomor", default=None, description="Nomor kolom tanpa kurung"
    )
    title: ForAll[Prose] = Field(alias="judul", description="Kepala kolom")
    children: list[Column] = Field(alias="anak", default=[], description="Kolom di bawah kepala gabungan")

    @model_validator(mode="after")
    def _leaf_has_id(self) -> Column:
        if not self.children and not self.id:
            raise UnfitError("kolom_id")
        if self.children and (self.choices or self.answer):
            raise UnfitError("kolom_jawaban")
        return self

    @property
    def leaves(self) -> list[Column]:
        """The columns that hold cells."""
        return leaves(self.children) if self.children else [self]

    @property
    def depth(self) -> int:
        """How many header rows this head needs."""
        return 1 + max((child.depth for child in self.children), default=0)


@dataclass(frozen=True)
class Head:
    """A header cell: how far it reaches and the ids of the heads above it."""

    column: Column
    rows: int
    columns: int
    above: tuple[str, ...]


def leaves(columns: list[Column]) -> list[Column]:
    """All columns that hold cells, from left to right."""
    return [leaf for column in columns for leaf in column.leaves]


def targets(columns: list[Column], part: str, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Numbered columns that texts can refer to: kind, number, id, title."""
    for column in leaves(columns):
        if column.number:
            yield "kolom", column.number, column_id(form, part, column), column.title


def header(columns: list[Column], part: str, form: str) -> list[list[Head]]:
    """The header rows, top first."""
    depth = max(column.depth for column in columns)
    rows: list[list[Head]] = [[] for _ in range(depth)]
    for column in columns:
        _place(column, (), rows, part, form)
    return rows


def _place(column: Column, above: tuple[str, ...], rows: list[list[Head]], part: str, form: str) -> None:
    level = len(above)
    height = 1 if column.children else len(rows) - level
    rows[level].append(Head(column, height, len(column.leaves), above))
    for child in column.children:
        _place(child, (*above, column_id(form, part, column)), rows, part, form)


def column_id(form: str, part: str, column: Column) -> str:
    """`ik-2-1-kolom-2`, or an id of the part's and the column's names when it has no number."""
    if column.number:
        return f"{form}-kolom-{column.number.lower()}"
    return f"{form}-{part}-kepala-{column.id or column.leaves[0].id}-{len(column.leaves)}"


def to_html(columns: list[Column], part: str, form: str) -> Element:
    """The head of a table, which print repeats on every page."""
    rows = header(columns, part, form)
    return e("thead", *(e("tr", *(_cell(head, part, form) for head in row)) for row in rows))


def _cell(head: Head, part: str, form: str) -> Element:
    column = head.column
    number: list[Piece] = [" ", e("span", f"({column.number})", class_="col-number")] if column.number else []
    title = e("span", emphasised(column.title), class_="col-title")
    scope = "colgroup" if column.children else "col"
    cell = e("th", title, *number, id=column_id(form, part, column), scope=scope)
    _span(cell, head)
    return cell


def _span(cell: Element, head: Head) -> None:
    if head.rows > 1:
        cell.set("rowspan", str(head.rows))
    if head.columns > 1:
        cell.set("colspan", str(head.columns))
    if head.above:
        cell.set("headers", " ".join(head.above))


def groups(columns: list[Column], fillable: int) -> dict[str, str]:
    """For each column under merged heads the words of those heads.

    A head over all `fillable` columns is the subject of the whole table and is left out.
    """
    return dict(pair for column in columns for pair in _grouped(column, (), fillable))


def _grouped(column: Column, above: tuple[str, ...], fillable: int) -> Iterator[tuple[str, str]]:
    if not column.children:
        if above and column.id:
            yield column.id, ", ".join(above)
        return
    own = above if len(column.leaves) >= fillable else (*above, plain(column.title))
    for child in column.children:
        yield from _grouped(child, own, fillable)


def column_name(column: Column, context: Context) -> str:
    """`(2) Kesehatan`, or the title alone when the column has no number."""
    if not column.number:
        return plain(column.title)
    return context.strings("formulir.kolom", nomor=column.number, judul=plain(column.title))


def area(
    name: str, row: Piece, column: Column, height_mm: int, context: Context, group: str | None = None
) -> Element:
    """A cell with its field; on wide screens and paper its label is read aloud only."""
    label = cell_label(name, row, column, context, group)
    inside = control(column, name, label, field.area(name, height_mm), context)
    return e("td", *inside, **({"class_": "pick-cell"} if column.choices else {}))


def cell_label(
    name: str,
    row: Piece,
    column: Column,
    context: Context,
    group: str | None = None,
    key: str = "formulir.sel",
) -> Element:
    """Says row and column; on a narrow screen, where rows are cards, the column is shown."""
    shown = column_name(column, context)
    if context.is_print:
        words = row if isinstance(row, str) else "".join(row.itertext() if row is not None else ())
        return field.label(name, context.strings(key, baris=plain(words), kolom=shown), hidden=True)
    before, _, after = context.strings(key, baris=_ROW, kolom=_COLUMN).partition(_COLUMN)
    start, _, rest = before.partition(_ROW)
    where = e("span", start, plain(row) if isinstance(row, str) else row, rest, class_="cell-row")
    head = e("span", f"{group}: ", class_="cell-group") if group else None
    return e(
        "label", where, head, e("span", shown, after, class_="cell-column"), for_=name, class_="cell-label"
    )


_ROW, _COLUMN = "\x01", "\x02"
"""Stand for row and column in a text until their elements are put in."""


def filled_cell(text: str, column: Column, context: Context, group: str | None = None) -> Element:
    """A cell of a worked example; on a narrow screen it says its column."""
    if context.is_print:
        return e("td", context.prose(text))
    name = f"{group}: " if group else ""
    label = e("span", name, column_name(column, context), class_="cell-name")
    return e("td", label, " ", e("span", context.prose(text), class_="cell-text"))


def scrolling(table: Element, words: str) -> Element:
    """A region that scrolls by itself on narrow screens."""
    return e("div", table, class_="grid-scroll", role="region", tabindex="0", aria_label=plain(words))


def caption(title: str | None, context: Context) -> Element | None:
    """The caption of a part's table, when the part has a title."""
    return e("caption", context.prose(title)) if title else None
