"""`jenis: tabel`: a table with empty rows that are all alike."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from handbook import html
from handbook.content.forms import Path, Texts, TitledPart, cells, heads
from handbook.content.forms.heads import Column
from handbook.html import Context, Element, e, emphasised
from handbook.source.authored import ForAll, Height, YesNo
from handbook.strings import Strings

NUMBER = "no"


class Table(TitledPart):
    """Columns with empty rows; the ids of the rows are 1, 2, 3 …"""

    kind: ForAll[Literal["tabel"]] = Field(alias="jenis")
    columns: Annotated[list[Column], Field(min_length=1)] = Field(alias="kolom")
    rows: ForAll[int] = Field(alias="baris_kosong", default=5, ge=1, le=40)
    numbered: ForAll[YesNo] = Field(alias="bernomor", default=True)
    row_height: ForAll[Height] = Field(alias="tinggi_baris", default="12mm")

    def fields(self, form: str) -> list[cells.Cell]:
        """A cell for each row and column."""
        return [cell for row in self._rows for cell in self._cells(row, form)]

    @property
    def required(self) -> list[Path]:
        """Anything in any row."""
        return [(self.id,)]

    @property
    def _rows(self) -> list[str]:
        """The ids of the rows from top to bottom."""
        return [str(number) for number in range(1, self.rows + 1)]

    def _cells(self, row: str, form: str) -> list[cells.Cell]:
        return cells.of_row(self.place(form, row), row, self.columns, self.row_height, counted=True)

    def targets(self, form: str, /) -> Iterator[tuple[str, str, str, str]]:
        """Numbered columns."""
        return heads.targets(self.columns, self.id, form)

    def to_html(self, form: str, context: Context) -> Element:
        """The blank table."""
        grid = e(
            "table",
            heads.caption(self.title, context),
            heads.to_html(self._columns(context.strings), self.id, form),
            e("tbody", *(self._row(row, form, context) for row in self._rows)),
            class_=f"{self._css} repeatable",
            data_part=self.id,
        )
        scrolling = heads.scrolling(grid, self.title or context.strings("formulir.tabel"))
        if context.is_print:
            return scrolling
        # The scripts put the button for another row in here.
        return e("div", scrolling, e("p", class_="row-actions", data_for=self.id))

    def _columns(self, strings: Strings) -> list[Column]:
        """The columns, that of the row numbers first when there is one."""
        number = [Column(id=NUMBER, title=strings("formulir.nomor"))] if self.numbered else []
        return [*number, *self.columns]

    @property
    def _css(self) -> str:
        return "grid part " + ("numbered" if self.numbered else "unnumbered")

    def _row(self, row: str, form: str, context: Context) -> Element:
        drawn = (cell.to_html(context) for cell in self._cells(row, form))
        return e("tr", self._number(row, context), *drawn, data_row=row)

    def _number(self, row: str, context: Context) -> Element | None:
        if not self.numbered:
            return None
        if context.is_print:
            return e("th", row, scope="row")
        word = e("span", context.strings("formulir.baris"), " ", class_="row-word")
        return e("th", word, e("span", row, class_="row-count"), scope="row")

    def example(self, filled: Texts, form: str, context: Context) -> Element:
        """The filled rows, read only; rows that the example leaves empty are left out."""
        columns = heads.leaves(self._columns(context.strings))
        head = html.heads(emphasised(column.title) for column in columns)
        rows = [(row, self._cells(row, form)) for row in self._rows]
        drawn = (
            e("tr", self._number(row, context), *(cell.filled(filled, context) for cell in cells))
            for row, cells in rows
            if any(cell.path in filled for cell in cells)
        )
        grid = e("table", head, e("tbody", *drawn), class_=f"{self._css} grid-example")
        name = self.title or context.strings("formulir.tabel")
        return heads.scrolling(grid, context.strings("instrumen.contoh_untuk", judul=name))
