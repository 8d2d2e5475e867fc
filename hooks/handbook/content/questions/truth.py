"""`benar-salah`: a statement to judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.questions.base import Question, choice, feedback_item, marks_to_cross, yes_no
from handbook.html import Context, e
from handbook.source.readers import ForAll, InKey
from handbook.source.validation import YesNo


class Truth(Question):
    """A statement that is true or false."""

    kind: ForAll[Literal["benar-salah"]] = Field(alias="jenis")
    right: InKey[YesNo] = Field(alias="benar", description="ya bila pernyataan benar")


def controls(question: Truth, name: str, context: Context) -> Element:
    """True and false."""
    del question
    items = (
        choice("radio", name, value, context.strings(f"kuis.{value}"), context) for value in ("ya", "tidak")
    )
    return e("ul", *items, class_="options options-truth")


def key(question: Truth, context: Context) -> str:
    """The right answer in words."""
    return context.strings(f"kuis.{yes_no(question.right)}") + "."


def feedback(question: Truth, name: str, context: Context) -> Iterator[Element]:
    """Which of both is right; the explanation says why."""
    del name
    for value in ("ya", "tidak"):
        yield feedback_item(
            None, context, data_value=value, data_correct=yes_no(value == yes_no(question.right))
        )


def answer_room(question: Truth, context: Context) -> Element:
    """A ring for true and one for false."""
    del question
    return marks_to_cross([context.strings(f"kuis.{value}") for value in ("ya", "tidak")])


def marks(question: Truth, context: Context) -> str:
    """True or false."""
    return context.strings(f"kuis.{yes_no(question.right)}")
