"""`refleksi`: think and write; no answer is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.questions.base import Question
from handbook.html import Context, e
from handbook.source.readers import ForAll, InKey
from handbook.source.validation import Prose


class Reflect(Question):
    """An open question with the points of a good answer."""

    kind: ForAll[Literal["refleksi"]] = Field(alias="jenis")
    points: InKey[Prose] = Field(alias="pokok_jawaban", description="Pokok jawaban yang baik")


def controls(question: Reflect, name: str, context: Context) -> Element:
    """Room to write."""
    del question
    if context.is_print:
        return e("div", *(e("p", class_="blank-line blank-line-full") for _ in range(3)), class_="reflection")
    label = e("label", context.strings("kuis.jawaban_anda"), for_=name)
    return e("p", label, e("textarea", id=name, name=name, rows="4"), class_="reflection")


def key(question: Reflect, context: Context) -> str:
    """The points of a good answer."""
    del context
    return question.points


def feedback(question: Reflect, name: str, context: Context) -> Iterator[Element]:
    """A reflection is not judged."""
    del question, name, context
    yield from ()


def answer_room(question: Reflect, context: Context) -> Element:
    """Room to write."""
    return controls(question, "", context)


def marks(question: Reflect, context: Context) -> str:
    """None: it is read, not marked."""
    del question, context
    return "…"
