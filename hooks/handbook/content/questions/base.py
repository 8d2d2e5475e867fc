"""A kind of question is a class: what a reader answers with, what is right, and what is said of an answer."""

import random
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import ClassVar, Literal, Self, TypeVar

from pydantic import Field

from handbook.html import Context, Element, e
from handbook.source.authored import (
    Authored,
    ForAll,
    ForFacilitators,
    IndicatorNumber,
    InKey,
    Prose,
    Slug,
    Text,
)
from handbook.strings import Strings

T = TypeVar("T")


class Level(StrEnum):
    """The level of thinking that a question asks for, from C1 to C6 of Bloom's revised taxonomy."""

    REMEMBER = "mengingat"
    UNDERSTAND = "memahami"
    APPLY = "menerapkan"
    ANALYSE = "menganalisis"
    EVALUATE = "menilai"
    CREATE = "mencipta"


class Question(Authored, ABC):
    """A question, tied to the indicator that it measures and the passage that answers it."""

    judged: ClassVar[bool] = True
    """Whether an answer is right or wrong; the others are kept as they are written."""

    id: ForAll[Slug]
    measures: ForAll[IndicatorNumber] = Field(alias="mengukur")
    passage: ForAll[Text] = Field(alias="bagian")
    ask: ForAll[Prose] = Field(alias="tanya")
    form: ForAll[Literal["A", "B"] | None] = Field(alias="bentuk", default=None)
    level: ForFacilitators[Level | None] = Field(alias="tingkat", default=None)
    own_points: ForFacilitators[int | None] = Field(alias="poin", default=None, ge=1, le=20)
    explanation: InKey[Prose] = Field(alias="pembahasan")

    @abstractmethod
    def controls(self, name: str, context: Context, /) -> Element:
        """The controls with which a reader answers; names of their fields begin with `name`."""

    @abstractmethod
    def key(self, context: Context, /) -> str:
        """The right answer in words."""

    @abstractmethod
    def marks(self, context: Context, /) -> str:
        """The right answer as it stands on an answer sheet."""

    def feedback(self, _name: str, _context: Context, /) -> Iterator[Element]:
        """The list from which the script judges and the disclosure tells what is said of each answer."""
        yield from ()

    @property
    def half(self) -> str:
        """The key below `kuis.separuh` that says when half of the points is given; "" for all or none."""
        return ""

    @property
    def worth(self) -> int:
        """The points in a test: its own; else 1, or 2 for what can be half right."""
        return self.own_points or (2 if self.half else 1)

    @property
    def offered(self) -> list[tuple[str, bool]]:
        """The options to choose from, each with whether it is right; of other kinds none."""
        return []

    def answer_room(self, context: Context, /) -> Element:
        """The room on an answer sheet."""
        return self.controls("", context)

    def how_many(self, _: Strings, /) -> str:
        """`Pilih dua.` where the number of answers is not plain, so that everybody is scored alike."""
        return ""

    def reordered(self) -> Self:
        """The same question with its answers in another order, for a second paper."""
        return self


def ended(words: str) -> str:
    """Words with a full stop, unless they end otherwise."""
    return words if words.endswith(("?", "!", "…")) else words.rstrip(".") + "."


def shuffled(items: Sequence[T], seed: str) -> list[T]:
    """The items in a random order, the same for the same seed and never the order given."""
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
