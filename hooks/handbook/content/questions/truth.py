"""`benar-salah`: a statement to judge."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from handbook.content.questions.base import Question, choice, feedback_item, marks_to_cross, yes_no
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, InKey, YesNo

VALUES = ("ya", "tidak")


class Truth(Question):
    """A statement that is true or false."""

    kind: ForAll[Literal["benar-salah"]] = Field(alias="jenis")
    right: InKey[YesNo] = Field(alias="benar")

    def controls(self, name: str, context: Context, /) -> Element:
        """True and false."""
        words = {value: context.strings(f"kuis.{value}") for value in VALUES}
        items = (choice("radio", name, value, said, context) for value, said in words.items())
        return e("ul", *items, class_="options options-truth")

    def key(self, context: Context, /) -> str:
        """The right answer in words."""
        return f"{self.marks(context)}."

    def feedback(self, _: str, context: Context, /) -> Iterator[Element]:
        """The right one of the two; the explanation gives the reason."""
        for value in VALUES:
            right = yes_no(value == yes_no(self.right))
            yield feedback_item(None, context, data_value=value, data_correct=right)

    def answer_room(self, context: Context, /) -> Element:
        """A ring for true and one for false."""
        return marks_to_cross([context.strings(f"kuis.{value}") for value in VALUES])

    def marks(self, context: Context, /) -> str:
        """True or false."""
        return context.strings(f"kuis.{yes_no(self.right)}")
