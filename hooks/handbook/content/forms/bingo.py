"""`jenis: bingo`: a square of texts, each with a line for the name of who fits it."""

import random
from string import ascii_lowercase, ascii_uppercase
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from handbook import html
from handbook.content.forms import FormField, Path, TitledPart, field, heads
from handbook.html import Context, Element, e, plain
from handbook.source.authored import ForAll, Prose, UnfitError
from handbook.strings import Strings

SPARE = 4
"""Texts beyond those on a sheet, so that sheets can differ."""


class Square(FormField):
    """A square with its text, to find somebody whom it fits."""

    def words(self, strings: Strings) -> str:
        """That a name is asked for, then the text."""
        return f"{strings('formulir.nama_di_kotak')} {super().words(strings)}"

    def said(self, context: Context) -> Element:
        """The text to read."""
        return e("p", context.prose(self.title), class_="bingo-text")

    def to_html(self, context: Context) -> Element:
        """The text over a line for the name."""
        square = e("span", f" {plain(self.title)}", class_="sr-only")
        label = field.label(self.name, context.strings("formulir.nama_di_kotak"), square)
        return e("td", self.said(context), e("p", label, " ", field.line(self.name), class_="bingo-name"))


class Bingo(TitledPart):
    """Texts of which a sheet shows as many as it has squares; the form's id decides which."""

    differs: ClassVar[bool] = True
    kind: ForAll[Literal["bingo"]] = Field(alias="jenis")
    size: ForAll[int] = Field(alias="ukuran", ge=3, le=5)
    middle: ForAll[Prose | None] = Field(alias="tengah", default=None)
    texts: ForAll[list[Prose]] = Field(alias="isi")

    @model_validator(mode="after")
    def _fills_a_sheet(self) -> Self:
        needed = self.size**2 + SPARE
        if len(self.texts) < needed:
            raise UnfitError("bingo_kurang", angka=needed, ukuran=self.size, ada=len(self.texts))
        if repeated := [text for index, text in enumerate(self.texts) if text in self.texts[:index]]:
            raise UnfitError("bingo_ganda", kata=repeated[0])
        if self.middle and self.size % 2 == 0:
            raise UnfitError("bingo_tengah")
        return self

    def fields(self, form: str) -> list[Square]:
        """Every square with a line for a name: `a1` is the first."""
        return [square for row in self.sheet(form) for square in row if square.title != self.middle]

    @property
    def required(self) -> list[Path]:
        """One name is enough."""
        return [(self.id,)]

    def sheet(self, form: str) -> list[list[Square]]:
        """The rows of a sheet, the same for the same id."""
        texts = random.Random(form).sample(self.texts, self.size**2)
        if self.middle:
            texts[len(texts) // 2] = self.middle
        side = range(self.size)
        return [
            [self._square(form, row, column, texts[row * self.size + column]) for column in side]
            for row in side
        ]

    def _square(self, form: str, row: int, column: int, text: str) -> Square:
        return Square(self.place(form, f"{ascii_lowercase[column]}{row + 1}"), text)

    def to_html(self, form: str, context: Context) -> Element:
        """The sheet; a letter over each column gives every square a name to call and to listen for."""
        title = self.title or context.strings("formulir.bingo")
        rows = (e("tr", *(self._cell(square, context) for square in row)) for row in self.sheet(form))
        caption = e("caption", context.prose(title))
        head = html.heads(ascii_uppercase[: self.size])
        table = e("table", caption, head, e("tbody", *rows), class_=f"grid part bingo bingo-{self.size}")
        return heads.scrolling(table, title)

    def _cell(self, square: Square, context: Context) -> Element:
        if square.title == self.middle:
            return e("td", square.said(context), class_="bingo-middle")
        return square.to_html(context)
