"""`pilihan-tunggal` and `pilihan-jamak`: choose one, choose all that are right."""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handbook.content.questions.base import (
    Question,
    choice,
    ended,
    feedback_item,
    marks_to_cross,
    shuffled,
    yes_no,
)
from handbook.html import Context, Element, e
from handbook.source.authored import Authored, ForAll, InKey, Prose, UnfitError, YesNo
from handbook.strings import Strings

LEAST_RIGHT = 2
"""Right options of a question that asks for several."""


class Option(Authored):
    """One option with its feedback."""

    text: ForAll[Prose] = Field(alias="teks")
    right: InKey[YesNo] = Field(alias="benar", default=False)
    feedback: InKey[Prose | None] = Field(alias="umpan_balik", default=None)


class Choice(Question):
    """A question with options."""

    kind: ForAll[Literal["pilihan-tunggal", "pilihan-jamak"]] = Field(alias="jenis")
    options: Annotated[list[Option], Field(min_length=2)] = Field(alias="pilihan")

    @model_validator(mode="after")
    def _has_key(self) -> Self:
        count = self.wanted
        if (count != 1) if self.kind == "pilihan-tunggal" else (count < LEAST_RIGHT):
            raise UnfitError("pilihan_benar")
        return self

    @property
    def wanted(self) -> int:
        """The number of options to choose."""
        return sum(option.right for option in self.options)

    @property
    def offered(self) -> list[tuple[str, bool]]:
        """The options and whether each is right."""
        return [(option.text, option.right) for option in self.options]

    @property
    def half(self) -> str:
        """Choosing several with one cross wrong is half right."""
        return "pilihan-jamak" if self.kind == "pilihan-jamak" else ""

    def how_many(self, strings: Strings, /) -> str:
        """The number of right options in words."""
        if self.kind == "pilihan-tunggal":
            return ""
        return strings("kuis.pilih_sebanyak", jumlah=strings.number(self.wanted))

    def reordered(self) -> Self:
        """With its options in another order."""
        return self.model_copy(update={"options": shuffled(self.options, self.id)})

    def controls(self, name: str, context: Context, /) -> Element:
        """The options."""
        type_ = "radio" if self.kind == "pilihan-tunggal" else "checkbox"
        options = enumerate(self.options, 1)
        items = (choice(type_, name, str(n), option.text, context) for n, option in options)
        return e("ul", *items, class_="options")

    def key(self, _: Context, /) -> str:
        """The right options in words."""
        return ended("; ".join(option.text.rstrip(".") for option in self.options if option.right))

    def feedback(self, _: str, context: Context, /) -> Iterator[Element]:
        """Feedback per option."""
        for n, option in enumerate(self.options, 1):
            right = yes_no(option.right)
            yield feedback_item(option.feedback, context, data_value=str(n), data_correct=right)

    def answer_room(self, context: Context, /) -> Element:
        """A ring for each option, and how many of them to cross."""
        return marks_to_cross(ascii_uppercase[: len(self.options)], self.how_many(context.strings))

    def marks(self, _: Context, /) -> str:
        """The letters of the right options."""
        return ", ".join(ascii_uppercase[n] for n, option in enumerate(self.options) if option.right)
