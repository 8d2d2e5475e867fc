"""Heads of grids: columns, merged header cells, and the region that a wide table scrolls in."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from handbook.content.forms.answer import Answered
from handbook.content.forms.base import Aliased
from handbook.html import Context, Element, Piece, e, emphasised, plain
from handbook.source.authored import ForAll, Prose, RowNumber, Slug, UnfitError


class Column(Answered, Aliased):
    """A column; one with `anak` is a merged head over its children."""

    id: ForAll[Slug | None] = Field(default=None)
    aliases: ForAll[list[Slug]] = Field(alias="alias", default=[])
    number: ForAll[RowNumber | None] = Field(alias="nomor", default=None)
    title: ForAll[Prose] = Field(alias="judul")
    children: list[Column] = Field(alias="anak", default=[])

    @model_validator(mode="after")
    def _leaf_has_id(self) -> Column:
        if not self.children and not self.id:
            raise UnfitError("kolom_id")
        if self.children and (self.choices or self.answer):
            raise UnfitError("kolom_jawaban")
        return self

    def moves(self) -> Iterator[tuple[str, str]]:
        """The old ids of its leaves in any row, each with the one of today."""
        return ((f"*.{old}", f"*.{leaf.id}") for leaf in self.leaves for old in leaf.aliases)

    @property
    def leaves(self) -> list[Column]:
        """The columns that hold cells."""
        return leaves(self.children) if self.children else [self]

    @property
    def depth(self) -> int:
        """The number of header rows that this head needs."""
        return 1 + max((child.depth for child in self.children), default=0)


def leaves(columns: list[Column]) -> list[Column]:
    """All columns that hold cells, from left to right."""
    return [leaf for column in columns for leaf in column.leaves]


def targets(columns: list[Column], part: str, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Numbered columns that texts can refer to: kind, number, id, title."""
    for column in leaves(columns):
        if column.number:
            yield "kolom", column.number, column_id(form, part, column), column.title


def to_html(columns: list[Column], part: str, form: str) -> Element:
    """The head of a table, which print repeats on every page."""
    rows = [e("tr") for _ in range(max(column.depth for column in columns))]
    for column in columns:
        _place(column, (), rows, part, form)
    return e("thead", *rows)


def _place(column: Column, above: tuple[str, ...], rows: list[Element], part: str, form: str) -> None:
    """Put a head below the heads of these ids, in its row, and its children into the rows below."""
    height = 1 if column.children else len(rows) - len(above)
    cell = _cell(column, part, form)
    for name, reach in (("rowspan", height), ("colspan", len(column.leaves))):
        if reach > 1:
            cell.set(name, str(reach))
    if above:
        cell.set("headers", " ".join(above))
    rows[len(above)].append(cell)
    for child in column.children:
        _place(child, (*above, column_id(form, part, column)), rows, part, form)


def column_id(form: str, part: str, column: Column) -> str:
    """`ik-2-1-kolom-2`, or an id of the part's and the column's names when it has no number."""
    if column.number:
        return f"{form}-kolom-{column.number.lower()}"
    return f"{form}-{part}-kepala-{column.id or column.leaves[0].id}-{len(column.leaves)}"


def _cell(column: Column, part: str, form: str) -> Element:
    number: list[Piece] = [" ", e("span", f"({column.number})", class_="col-number")] if column.number else []
    title = e("span", emphasised(column.title), class_="col-title")
    scope = "colgroup" if column.children else "col"
    return e("th", title, *number, id=column_id(form, part, column), scope=scope)


def row_number(number: str | None) -> list[Piece]:
    """The printed number before the label of a row, when it has one."""
    return [e("span", number, class_="row-number"), " "] if number else []


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


def scrolling(table: Element, words: str) -> Element:
    """A region that scrolls by itself on narrow screens."""
    return e("div", table, class_="grid-scroll", role="region", tabindex="0", aria_label=plain(words))


def caption(title: str | None, context: Context) -> Element | None:
    """The caption of a part's table, when the part has a title."""
    return e("caption", context.prose(title)) if title else None
