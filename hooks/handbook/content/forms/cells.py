"""Cells of tables: fields to write in or boxes to tick, each labelled with its row and its column."""

from dataclasses import dataclass

from handbook.content.forms import FormField, Texts, field
from handbook.content.forms.answer import control
from handbook.content.forms.heads import Column, groups, leaves
from handbook.html import Context, Element, e, plain
from handbook.strings import Strings


@dataclass(frozen=True)
class Cell(FormField):
    """A cell of a table with room to write.

    `height` is written as 18mm, `group` are the words of the merged heads above it, and a `counted` row has a
    number that the scripts count anew.
    """

    row: str
    column: Column
    height: str
    group: str | None = None
    counted: bool = False

    def label(self, strings: Strings, /) -> str:
        """Its column: the row is known from where the cell stands."""
        name = _column_name(self.column, strings)
        return f"{self.group}: {name}" if self.group else name

    def to_html(self, context: Context) -> Element:
        """The field; on wide screens and paper its label is read aloud only."""
        column, shown = self.column, _column_name(self.column, context.strings)
        label = _cell_label(self.name, self.row, shown, context, self.group, counted=self.counted)
        area = field.area(self.name, int(self.height.removesuffix("mm")))
        inside = control(column, self.name, label, area, context)
        return e("td", *inside, **({"class_": "pick-cell"} if column.choices else {}))

    def filled(self, texts: Texts, context: Context) -> Element:
        """The cell of a worked example; on a narrow screen it says its column."""
        text = context.prose(texts.get(self.path, ""))
        if context.is_print:
            return e("td", text)
        label = e("span", self.label(context.strings), class_="cell-name")
        return e("td", label, " ", e("span", text, class_="cell-text"))


@dataclass(frozen=True)
class Box(FormField):
    """A cell of a table with a box to tick, its title the head of the column; of the boxes of a row `one`
    can be ticked at most.
    """

    row: str
    one: bool = False

    def to_html(self, context: Context) -> Element:
        """The box; its label is read aloud, and on a narrow screen it says the column."""
        shown = plain(self.label(context.strings))
        label = _cell_label(self.name, self.row, shown, context, key="formulir.centang")
        return e("td", label, field.tick(self.name, one=self.one), class_="tick-cell")


def of_row(name: str, row: str, columns: list[Column], height: str, *, counted: bool = False) -> list[Cell]:
    """The cells of the row called `name`; the first column holds labels unless rows are counted."""
    fillable = leaves(columns)[0 if counted else 1 :]
    above = groups(columns, len(fillable))
    named = {f"{name}.{column.id}": column for column in fillable}
    return [
        Cell(place, column.title, row, column, height, above.get(column.id or ""), counted)
        for place, column in named.items()
    ]


def _column_name(column: Column, strings: Strings) -> str:
    """`(2) Kesehatan`, or the title alone when the column has no number."""
    if not column.number:
        return plain(column.title)
    return strings("formulir.kolom", nomor=column.number, judul=plain(column.title))


def _cell_label(
    name: str,
    row: str,
    shown: str,
    context: Context,
    group: str | None = None,
    key: str = "formulir.sel",
    *,
    counted: bool = False,
) -> Element:
    """A label with row and column; on a narrow screen, where rows are cards, the column is shown."""
    if context.is_print:
        return field.label(name, context.strings(key, baris=plain(row), kolom=shown), hidden=True)
    number = e("span", row, class_="row-count") if counted else plain(row)
    before, _, after = context.strings(key, baris=_ROW, kolom=_COLUMN).partition(_COLUMN)
    start, _, rest = before.partition(_ROW)
    where = e("span", start, number, rest, class_="cell-row")
    head = e("span", f"{group}: ", class_="cell-group") if group else None
    return e(
        "label", where, head, e("span", shown, after, class_="cell-column"), for_=name, class_="cell-label"
    )


_ROW, _COLUMN = "\x01", "\x02"
"""Stand for row and column in a text until their elements are put in."""
