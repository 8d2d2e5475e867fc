"""`mengurutkan`: put steps into order."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.questions.base import Question, ended, shuffled, slots
from handbook.html import Context, e
from handbook.source.readers import ForAll
from handbook.source.validation import Prose


class Order(Question):
    """A question of steps, written by the author in the right order."""

    kind: ForAll[Literal["mengurutkan"]] = Field(alias="jenis")
    steps: ForAll[Annotated[list[Prose], Field(min_length=3, max_length=9)]] = Field(
        alias="langkah", description="Langkah dalam urutan yang benar"
    )


def controls(question: Order, name: str, context: Context) -> Element:
    """The steps in disorder; `data-step` is the right place."""
    del name
    return e("ol", *(_step(n, text, context) for n, text in _printed(question)), class_="steps")


def _step(n: int, text: str, context: Context) -> Element:
    if context.is_print:
        return e("li", e("span", class_="blank-box"), " ", context.prose(text))
    return e("li", context.prose(text), data_step=str(n))


def key(question: Order, context: Context) -> str:
    """The steps in order."""
    del context
    steps = (f"({n}) {text.rstrip('.')}" for n, text in enumerate(question.steps, 1))
    return ended("; ".join(steps))


def feedback(question: Order, name: str, context: Context) -> Iterator[Element]:
    """The order itself is the feedback."""
    del question, name, context
    yield from ()


def answer_room(question: Order, context: Context) -> Element:
    """A line for the letter of each step, in the right order."""
    del context
    return slots([str(n) for n in range(1, len(question.steps) + 1)])


def marks(question: Order, context: Context) -> str:
    """The letters of the printed steps in the right order."""
    del context
    return ", ".join(
        letter for _, letter in sorted(zip((n for n, _ in _printed(question)), ascii_uppercase, strict=False))
    )


def _printed(question: Order) -> list[tuple[int, str]]:
    """The steps in disorder, each with its right place."""
    return shuffled(list(enumerate(question.steps, 1)), question.id)
