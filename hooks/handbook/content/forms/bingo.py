"""`jenis: bingo`: a square of texts, each with a line for the name of who fits it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase
from typing import Literal
from xml.etree.ElementTree import Element

from pydantic import Field, model_validator

from handbook.content.forms import field, heads
from handbook.content.forms.renames import Named
from handbook.html import Context, e, plain
from handbook.source.expected import UnfitError
from handbook.source.readers import ForAll
from handbook.source.validation import Prose

SPARE = 4
"""Texts beyond those on a sheet, so that sheets can differ."""


class Bingo(Named):
    """Texts of which a sheet shows as many as it has squares; the form's id decides which."""

    kind: ForAll[Literal["bingo"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul lembar")
    size: ForAll[int] = Field(
        alias="ukuran", ge=3, le=5, description="Banyaknya kotak pada satu sisi: 3, 4, atau 5"
    )
    middle: ForAll[Prose | None] = Field(alias="tengah", default=None, description="Kotak bebas di tengah")
    texts: ForAll[list[Prose]] = Field(alias="isi", description="Teks kotak")

    @model_validator(mode="after")
    def _fills_a_sheet(self) -> Bingo:
        needed = self.size**2 + SPARE
        if len(self.texts) < needed:
            raise UnfitError("bingo_kurang", angka=needed, ukuran=self.size, ada=len(self.texts))
        if repeated := [text for index, text in enumerate(self.texts) if text in self.texts[:index]]:
            raise UnfitError("bingo_ganda", kata=repeated[0])
        if self.middle and self.size % 2 == 0:
            raise UnfitError("bingo_tengah")
        return self


def targets(bingo: Bingo, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to squares."""
    del bingo, form
    yield from ()


def cell_paths(bingo: Bingo) -> set[tuple[str, ...]]:
    """The place of every square with a line for a name: `a1` is the first."""
    middle = _place(bingo.size // 2, bingo.size // 2) if bingo.middle else ""
    places = (_place(row, column) for row in range(bingo.size) for column in range(bingo.size))
    return {(place,) for place in places if place != middle}


def _place(row: int, column: int) -> str:
    """Letter of the column and number of the row, both from the first."""
    return f"{ascii_lowercase[column]}{row + 1}"


def sheet(bingo: Bingo, seed: str) -> list[list[str]]:
    """The rows of a sheet, the same for the same seed."""
    squares = random.Random(seed).sample(bingo.texts, bingo.size**2)
    if bingo.middle:
        squares[len(squares) // 2] = bingo.middle
    return [squares[start : start + bingo.size] for start in range(0, len(squares), bingo.size)]


def to_html(bingo: Bingo, form: str, context: Context) -> Element:
    """The sheet; a letter over each column gives every square a name to call and to listen for."""
    title = bingo.title or context.strings("formulir.bingo")
    rows = [
        e(
            "tr",
            *(
                _square(text, f"{form}.{bingo.id}.{_place(row, n)}", bingo, context)
                for n, text in enumerate(texts)
            ),
        )
        for row, texts in enumerate(sheet(bingo, form))
    ]
    caption = e("caption", context.prose(title))
    letters = (e("th", letter, scope="col") for letter in ascii_uppercase[: bingo.size])
    head = e("thead", e("tr", *letters))
    table = e("table", caption, head, e("tbody", *rows), class_=f"grid part bingo bingo-{bingo.size}")
    return heads.scrolling(table, title)


def _square(text: str, name: str, bingo: Bingo, context: Context) -> Element:
    words = e("p", context.prose(text), class_="bingo-text")
    if text == bingo.middle:
        return e("td", words, class_="bingo-middle")
    square = e("span", f" {plain(text)}", class_="sr-only")
    label = field.label(name, context.strings("formulir.nama_di_kotak"), square)
    return e("td", words, e("p", label, " ", field.line(name), class_="bingo-name"))


def example(bingo: Bingo, filled: dict[str, str], form: str, context: Context) -> Element:
    """The names that were found, each with the text of its square."""
    squares = {
        _place(row, column): text
        for row, texts in enumerate(sheet(bingo, form))
        for column, text in enumerate(texts)
    }
    return field.filled_list(
        [(squares[place], name) for place, name in filled.items() if place in squares], context
    )
