"""`menjodohkan`: give each item on the left its partner on the right."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.questions.base import Question, ended, feedback_item, shuffled, slots
from handbook.html import Context, e
from handbook.source.readers import ForAll
from handbook.source.validation import Authored, Prose


class Pair(Authored):
    """What belongs together."""

    left: ForAll[Prose] = Field(alias="kiri", description="Yang dicari pasangannya")
    right: ForAll[Prose] = Field(alias="kanan", description="Pasangannya")


class Match(Question):
    """A question of pairs; the right side is shown in another order."""

    kind: ForAll[Literal["menjodohkan"]] = Field(alias="jenis")
    pairs: Annotated[list[Pair], Field(min_length=2, max_length=12)] = Field(
        alias="pasangan", description="Pasangan yang benar"
    )

    @property
    def letters(self) -> dict[str, str]:
        """The letter under which each right side is shown."""
        rights = shuffled(list(dict.fromkeys(pair.right for pair in self.pairs)), self.id)
        return dict(zip(rights, ascii_lowercase, strict=False))


def controls(question: Match, name: str, context: Context) -> Element:
    """On screen a list to choose from for each item; on paper two columns."""
    if context.is_print:
        return _printed(question, context)
    items = (_item(question, n, pair, name, context) for n, pair in enumerate(question.pairs, 1))
    return e("ol", *items, class_="matches")


def _item(question: Match, n: int, pair: Pair, name: str, context: Context) -> Element:
    field = f"{name}.{n}"
    blank = e("option", context.strings("kuis.pilih"), value="")
    options = (e("option", right, value=letter) for right, letter in question.letters.items())
    select = e("select", blank, *options, id=field, name=field)
    return e("li", e("label", context.prose(pair.left), for_=field), " ", select)


def _printed(question: Match, context: Context) -> Element:
    left = (e("li", context.prose(pair.left), " ", e("span", class_="blank-line")) for pair in question.pairs)
    right = (e("li", context.prose(text)) for text in question.letters)
    return e(
        "div", e("ol", *left, class_="matches"), e("ol", *right, class_="match-options"), class_="match-print"
    )


def key(question: Match, context: Context) -> str:
    """All pairs in words."""
    del context
    pairs = (f"{pair.left.rstrip('.')} – {pair.right.rstrip('.')}" for pair in question.pairs)
    return ended("; ".join(pairs))


def feedback(question: Match, name: str, context: Context) -> Iterator[Element]:
    """The right letter for each item."""
    for n, pair in enumerate(question.pairs, 1):
        letter = question.letters[pair.right]
        words = f"{pair.left} – {pair.right}"
        yield feedback_item(words, context, data_name=f"{name}.{n}", data_correct_value=letter)


def answer_room(question: Match, context: Context) -> Element:
    """A line for the letter of each item's partner."""
    del context
    return slots([str(n) for n in range(1, len(question.pairs) + 1)])


def marks(question: Match, context: Context) -> str:
    """The letter of each item's partner."""
    del context
    return ", ".join(
        f"{n}–{question.letters[pair.right].upper()}" for n, pair in enumerate(question.pairs, 1)
    )
