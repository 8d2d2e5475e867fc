"""Kinds of answers: words, a number, a date, or one of a few choices.

What a field holds is text in every case, so a form may change from words to choices and back: a text that
is none of the choices stays in sight beside them. On paper the choices are boxes to tick.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from handbook.content.forms import field
from handbook.html import Context, Element, Piece, e
from handbook.source.authored import Authored, ForAll, Text, UnfitError

KEYBOARDS = {"angka": "decimal"}
"""The keyboard that a phone shows for a kind of answer."""


class Answered(Authored):
    """Something that asks for an answer."""

    answer: ForAll[Literal["angka", "tanggal"] | None] = Field(alias="jenis", default=None)
    choices: ForAll[Annotated[list[Text], Field(min_length=2, max_length=7)] | None] = Field(
        alias="pilihan", default=None
    )

    @field_validator("choices")
    @classmethod
    def _differ(cls, choices: list[str] | None) -> list[str] | None:
        if choices and len({choice.casefold() for choice in choices}) < len(choices):
            raise UnfitError("pilihan_ganda")
        return choices


def control(asked: Answered, name: str, label: Element, written: Element, context: Context) -> list[Piece]:
    """A label and its field; of choices the choices too. `written` is the field for an answer in words."""
    if asked.answer in KEYBOARDS:
        written.set("inputmode", KEYBOARDS[asked.answer])
    if asked.answer == "tanggal":
        written.set("data-date", "")
    if asked.choices is None:
        return [label, " ", written]
    if context.is_print:
        return [_boxes(asked.choices, name, label)]
    label.set("id", f"{name}?")
    written.set("class", f"{written.get('class', '')} pick-own".strip())
    return [label, " ", _radios(asked.choices, name), " ", written]


def _radios(choices: list[str], name: str) -> Element:
    """One to choose; a script writes it into the field, whose name is the place of the answer."""
    group = e("span", class_="picks", role="radiogroup", aria_labelledby=f"{name}?")
    for number, choice in enumerate(choices, 1):
        id_ = f"{name}?{number}"
        button = e("input", type="radio", id=id_, name=f"{name}?", data_answer=choice, autocomplete="off")
        group.append(e("span", button, e("label", choice, for_=id_), class_="pick"))
    return group


def _boxes(choices: list[str], name: str, label: Element) -> Element:
    """Boxes to tick, each named with what is asked."""
    hidden = label.get("class") == "sr-only"
    words = " ".join("".join(label.itertext()).split())
    shown = None if hidden else e("span", *_children(label), class_="picks-asked")
    boxes = e("span", class_="picks")
    for number, choice in enumerate(choices, 1):
        id_ = f"{name}.{number}"
        said = e("label", e("span", f"{words}: ", class_="sr-only"), choice, for_=id_)
        boxes.append(e("span", field.tick(id_, one=True), said, class_="pick"))
    return e("span", shown, boxes, class_="picks-room")


def _children(label: Element) -> list[Piece]:
    return [label.text, *(piece for child in label for piece in (child, child.tail))]
