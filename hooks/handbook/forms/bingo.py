"""`jenis: bingo`: a square of texts, each with a line for the name of who fits it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Literal
from xml.etree.ElementTree import Element

from pydantic import Field, model_validator

from handbook.expectations import UnfitError
from handbook.forms import field, heads
from handbook.forms.renames import Named
from handbook.html import Context, e
from handbook.schema import Prose

SPARE = 4
"""Texts beyond those on a sheet, so that sheets can differ."""


class Bingo(Named):
    """Texts of which a sheet shows as many as it has squares; the form's id decides which."""

    kind: Literal["bingo"] = Field(alias="jenis")
    title: Prose | None = Field(alias="judul", default=None, description="Judul lembar")
    size: int = Field(alias="ukuran", ge=3, le=5, description="Banyaknya kotak pada satu sisi: 3, 4, atau 5")
    middle: Prose | None = Field(alias="tengah", default=None, description="Kotak bebas di tengah")
    texts: list[Prose] = Field(alias="isi", description="Teks kotak")

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
    """None: names are written on paper only."""
    del bingo
    return set()


def sheet(bingo: Bingo, seed: str) -> list[list[str]]:
    """The rows of a sheet, the same for the same seed."""
    squares = random.Random(seed).sample(bingo.texts, bingo.size**2)
    if bingo.middle:
        squares[len(squares) // 2] = bingo.middle
    return [squares[start : start + bingo.size] for start in range(0, len(squares), bingo.size)]


def to_html(bingo: Bingo, form: str, context: Context) -> Element:
    """The sheet; a letter over each column gives every square a name to call and to listen for."""
    title = bingo.title or context.strings("formulir.bingo")
    rows = [e("tr", *(_square(text, bingo, context) for text in row)) for row in sheet(bingo, form)]
    caption = e("caption", context.prose(title))
    letters = (e("th", letter, scope="col") for letter in ascii_uppercase[: bingo.size])
    head = e("thead", e("tr", *letters))
    table = e("table", caption, head, e("tbody", *rows), class_=f"grid part bingo bingo-{bingo.size}")
    return heads.scrolling(table, title)


def _square(text: str, bingo: Bingo, context: Context) -> Element:
    words = e("p", context.prose(text), class_="bingo-text")
    if text == bingo.middle:
        return e("td", words, class_="bingo-middle")
    return e("td", words, e("p", context.strings("formulir.nama_di_kotak"), class_="bingo-name"))


def example(bingo: Bingo, filled: dict[str, str], form: str, context: Context) -> Element:
    """Nothing: a sheet has no places to fill in on screen."""
    del bingo, filled, form
    return field.filled_list([], context)
