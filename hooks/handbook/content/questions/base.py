"""What all questions share."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Literal, TypeVar
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.html import Context, e
from handbook.source.readers import ForAll, InKey
from handbook.source.validation import Authored, IndicatorNumber, Prose, Slug, Text

T = TypeVar("T")


class Question(Authored):
    """A question, tied to the indicator that it measures and the passage that answers it."""

    id: ForAll[Slug] = Field(description="Nama tetap soal")
    measures: ForAll[IndicatorNumber] = Field(alias="mengukur", description="Nomor indikator yang diukur")
    passage: ForAll[Text] = Field(
        alias="bagian", description="Bagian buku yang menjawab, misalnya bacaan-2-1#definisi"
    )
    ask: ForAll[Prose] = Field(alias="tanya", description="Pertanyaan")
    form: ForAll[Literal["A", "B"] | None] = Field(
        alias="bentuk", default=None, description="Untuk tes: naskah A (sebelum) atau B (sesudah)"
    )
    explanation: InKey[Prose] = Field(alias="pembahasan", description="Penjelasan sesudah menjawab")


def ended(words: str) -> str:
    """Words with a full stop, unless they end otherwise."""
    return words if words.endswith(("?", "!", "…")) else words.rstrip(".") + "."


def shuffled(items: Sequence[T], seed: str) -> list[T]:
    """The same disorder for the same seed, never the order given (two items are swapped)."""
    order = list(range(len(items)))
    random.Random(seed).shuffle(order)
    if order == sorted(order) and len(order) > 1:
        order = [*order[1:], order[0]]
    return [items[index] for index in order]


def choice(type_: str, name: str, value: str, text: str, context: Context) -> Element:
    """A radio button or check box inside its label; on paper a square or circle to tick."""
    words = e("span", context.prose(text))
    if context.is_print:
        return e("li", e("span", class_=f"tick tick-{type_}"), words)
    return e("li", e("label", e("input", type=type_, name=name, value=value), " ", words))


def feedback_item(text: str | None, context: Context, **data: str) -> Element:
    """One line of feedback with what the script needs to know."""
    if not text:
        return e("li", hidden="hidden", **data)
    return e("li", context.prose(text), **data)


def yes_no(value: bool) -> str:
    """The form in which scripts read a truth value."""
    return "ya" if value else "tidak"


def marks_to_cross(letters: Sequence[str], how_many: str = "") -> Element:
    """Letters on an answer sheet, each in a ring to cross, and how many to cross where it is said."""
    said = e("span", how_many, class_="how-many") if how_many else None
    return e("p", *(e("span", letter, class_="ring") for letter in letters), said, class_="rings")


def slots(names: Sequence[str]) -> Element:
    """Names on an answer sheet, each with a short line to write a letter on."""
    lines = (
        e("span", e("span", name, class_="slot-name"), e("span", class_="slot"), class_="slot-pair")
        for name in names
    )
    return e("p", *lines, class_="slots")
