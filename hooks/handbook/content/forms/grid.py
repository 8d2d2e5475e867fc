"""`jenis: kisi`: a grid with fixed rows and merged header cells."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from handbook import html
from handbook.content.forms import FormPart, Named, Texts, cells, heads
from handbook.content.forms.heads import Column
from handbook.html import Context, Element, e, emphasised
from handbook.source.authored import ForAll, Height, Prose, RowNumber, Slug


class GridRow(Named):
    """A row with its printed number, and its own height where that is another than the grid's."""

    number: ForAll[RowNumber | None] = Field(alias="nomor", default=None)
    title: ForAll[Prose] = Field(alias="judul")
    height: ForAll[Height | None] = Field(alias="tinggi", default=None)


class Grid(FormPart):
    """A grid whose first column holds the row labels."""

    kind: ForAll[Literal["kisi"]] = Field(alias="jenis")
    title: ForAll[Prose] = Field(alias="judul")
    columns: Annotated[list[Column], Field(min_length=2)] = Field(alias="kolom")
    row_word: ForAll[Slug] = Field(alias="sebutan_baris", default="baris")
    rows: Annotated[list[GridRow], Field(min_length=1)] = Field(alias="baris")
    row_height: ForAll[Height] = Field(alias="tinggi_baris", default="18mm")

    @property
    def leaves(self) -> list[Column]:
        """All columns that hold cells or row labels, the label column first."""
        return heads.leaves(self.columns)

    def fields(self, form: str) -> list[cells.Cell]:
        """A cell for each row and column."""
        return [cell for row in self.rows for cell in self._cells(row, form)]

    def _cells(self, row: GridRow, form: str) -> list[cells.Cell]:
        height = row.height or self.row_height
        return cells.of_row(self.place(form, row.id), row.number or row.title, self.columns, height)

    def targets(self, form: str, /) -> Iterator[tuple[str, str, str, str]]:
        """Numbered rows and columns."""
        for row in self.rows:
            if row.number:
                yield self.row_word, row.number, self._row_id(row, form), row.title
        yield from heads.targets(self.columns, self.id, form)

    def _row_id(self, row: GridRow, form: str) -> str:
        """`ik-2-1-baris-iv`."""
        return f"{form}-{self.row_word}-{(row.number or row.id).lower()}"

    def to_html(self, form: str, context: Context) -> Element:
        """The blank grid: a table in a region that scrolls by itself on narrow screens."""
        table = e(
            "table",
            e("caption", context.prose(self.title)),
            heads.to_html(self.columns, self.id, form),
            e("tbody", *(self._row(row, form, context) for row in self.rows)),
            class_="grid",
            data_part=self.id,
        )
        return heads.scrolling(table, self.title)

    def _row(self, row: GridRow, form: str, context: Context) -> Element:
        title = e("span", emphasised(row.title), class_="row-title")
        head = e("th", *heads.row_number(row.number), title, id=self._row_id(row, form), scope="row")
        return e("tr", head, *(cell.to_html(context) for cell in self._cells(row, form)))

    def example(self, filled: Texts, form: str, context: Context) -> Element:
        """The filled grid, read only; without ids, since the blank one has them."""
        head = html.heads(emphasised(column.title) for column in self.leaves)
        rows = [self._example_row(row, filled, form, context) for row in self.rows]
        table = e("table", head, e("tbody", *rows), class_="grid grid-example")
        return heads.scrolling(table, context.strings("instrumen.contoh_untuk", judul=self.title))

    def _example_row(self, row: GridRow, filled: Texts, form: str, context: Context) -> Element:
        drawn = (cell.filled(filled, context) for cell in self._cells(row, form))
        return e("tr", e("th", *heads.row_number(row.number), emphasised(row.title), scope="row"), *drawn)
