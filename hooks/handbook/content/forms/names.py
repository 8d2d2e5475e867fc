"""`jenis: daftar-nama`: one list of names on several sheets, with boxes to tick in each round."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from handbook.content.forms import FormPart, Texts, cells, field, heads
from handbook.content.forms.heads import Column
from handbook.html import Context, Element, e, plain
from handbook.source.authored import Authored, ForAll, Prose, Slug, Text


class Name(Authored):
    """A name of the list; people are never real."""

    id: ForAll[Slug]
    name: ForAll[Text] = Field(alias="nama")
    mark: ForAll[Text | None] = Field(alias="tanda", default=None)


class Titled(Authored):
    """A sheet or a round."""

    id: ForAll[Slug]
    title: ForAll[Prose] = Field(alias="judul")


class Names(FormPart):
    """The same names on every sheet; a sheet takes a page."""

    kind: ForAll[Literal["daftar-nama"]] = Field(alias="jenis")
    sheets: Annotated[list[Titled], Field(min_length=1)] = Field(alias="lembar")
    rounds: Annotated[list[Titled], Field(min_length=1, max_length=3)] = Field(alias="putaran")
    names: Annotated[list[Name], Field(min_length=2, max_length=40)] = Field(alias="nama")
    choose: ForAll[int | None] = Field(alias="pilih", default=None, ge=1)

    def fields(self, form: str) -> list[cells.Box]:
        """A box for each sheet, name and round."""
        people = [*enumerate(self.names, 1)]
        return [box for sheet in self.sheets for who in people for box in self._boxes(sheet, *who, form)]

    def _boxes(self, sheet: Titled, number: int, name: Name, form: str) -> list[cells.Box]:
        words = _words(number, name)
        return [
            cells.Box(self.place(form, sheet.id, name.id, round_.id), round_.title, words)
            for round_ in self.rounds
        ]

    def to_html(self, form: str, context: Context) -> Element:
        """Every sheet with the list in two halves."""
        sheets = (self._sheet(sheet, form, context) for sheet in self.sheets)
        return e("section", *sheets, class_="name-sheets")

    def _sheet(self, sheet: Titled, form: str, context: Context) -> Element:
        people, half = [*enumerate(self.names, 1)], (len(self.names) + 1) // 2
        tables = (self._half(sheet, part, form, context) for part in (people[:half], people[half:]) if part)
        title = e("h3", context.prose(sheet.title))
        halves = e("div", *tables, class_="name-halves")
        return e("section", title, *self._counts(context), halves, class_="name-sheet")

    def _counts(self, context: Context) -> Iterator[Element]:
        """On screen a line for each round with the number to choose; the scripts add the number chosen."""
        if self.choose is None or context.is_print:
            return
        for round_ in self.rounds:
            title = plain(round_.title)
            words = context.strings("formulir.pilih", putaran=title, angka=self.choose)
            data = {"data_round": round_.id, "data_title": title, "data_most": str(self.choose)}
            yield e("p", words, class_="choice-count", role="status", **data)

    def _half(self, sheet: Titled, part: list[tuple[int, Name]], form: str, context: Context) -> Element:
        columns = [Column(id=round_.id, title=round_.title) for round_ in self.rounds]
        first = Column(id="nama", title=context.strings("instrumen.identitas.nama"))
        (start, _), (end, _) = part[0], part[-1]
        head = heads.to_html([first, *columns], f"{self.id}-{sheet.id}-{start - 1}", form)
        rows = (self._row(sheet, number, name, form, context) for number, name in part)
        table = e("table", head, e("tbody", *rows), class_="grid part criteria names")
        words = context.strings("formulir.daftar_nama", judul=plain(sheet.title), awal=start, akhir=end)
        return heads.scrolling(table, words)

    def _row(self, sheet: Titled, number: int, name: Name, form: str, context: Context) -> Element:
        title = e("span", _words(number, name), class_="row-title")
        boxes = (box.to_html(context) for box in self._boxes(sheet, number, name, form))
        return e("tr", e("th", title, scope="row"), *boxes)

    def example(self, filled: Texts, form: str, context: Context) -> Element:
        """The worked example by sheet, read only: `Agus (Putaran 1: ✓), Dewi (Putaran 1: ✓)`."""
        said = [(sheet.title, ", ".join(self._said(sheet, filled, form, context))) for sheet in self.sheets]
        return field.filled_list([(title, text) for title, text in said if text], context)

    def _said(self, sheet: Titled, filled: Texts, form: str, context: Context) -> Iterator[str]:
        for number, name in enumerate(self.names, 1):
            boxes = [box for box in self._boxes(sheet, number, name, form) if box.path in filled]
            marks = "; ".join(f"{box.words(context.strings)}: {filled[box.path]}" for box in boxes)
            if marks:
                yield f"{name.name} ({marks})"


def _words(number: int, name: Name) -> str:
    """`3. Agus (L)`."""
    return f"{number}. {name.name}" + (f" ({name.mark})" if name.mark else "")
