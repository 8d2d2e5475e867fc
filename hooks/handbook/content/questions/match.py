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


class MatchPair(Authored):
    """Two items that belong together."""

    left: ForAll[Prose] = Field(alias="kiri")
    right: ForAll[Prose] = Field(alias="kanan")


class Match(Question):
    """A question of pairs; the right side is shown in another order."""

    kind: ForAll[Literal["menjodohkan"]] = Field(alias="jenis")
    pairs: Annotated[list[MatchPair], Field(min_length=2, max_length=12)] = Field(alias="pasangan")

    @property
    def letters(self) -> dict[str, str]:
        """The letter under which each right side is shown."""
        rights = shuffled(list(dict.fromkeys(pair.right for pair in self.pairs)), self.id)
        return dict(zip(rights, ascii_lowercase, strict=False))

    def controls(self, name: str, context: Context, /) -> Element:
        """On screen a list to choose from for each item; on paper two columns."""
        if context.is_print:
            return self._printed(context)
        items = (self._item(f"{name}.{n}", pair, context) for n, pair in enumerate(self.pairs, 1))
        return e("ol", *items, class_="matches")

    def _item(self, field: str, pair: MatchPair, context: Context) -> Element:
        blank = e("option", context.strings("kuis.pilih"), value="")
        options = (e("option", right, value=letter) for right, letter in self.letters.items())
        select = e("select", blank, *options, id=field, name=field)
        return e("li", e("label", context.prose(pair.left), for_=field), " ", select)

    def _printed(self, context: Context) -> Element:
        line = e("span", class_="blank-line")
        left = e(
            "ol", *(e("li", context.prose(pair.left), " ", line) for pair in self.pairs), class_="matches"
        )
        right = e("ol", *(e("li", context.prose(text)) for text in self.letters), class_="match-options")
        return e("div", left, right, class_="match-print")

    def key(self, _: Context, /) -> str:
        """All pairs in words."""
        pairs = (f"{pair.left.rstrip('.')} – {pair.right.rstrip('.')}" for pair in self.pairs)
        return ended("; ".join(pairs))

    def feedback(self, name: str, context: Context, /) -> Iterator[Element]:
        """The right letter for each item."""
        for n, pair in enumerate(self.pairs, 1):
            letter = self.letters[pair.right]
            words = f"{pair.left} – {pair.right}"
            yield feedback_item(words, context, data_name=f"{name}.{n}", data_correct_value=letter)

    def answer_room(self, _: Context, /) -> Element:
        """A line for the letter of each item's partner."""
        return slots([str(n) for n in range(1, len(self.pairs) + 1)])

    def marks(self, _: Context, /) -> str:
        """The letter of each item's partner."""
        return ", ".join(f"{n}–{self.letters[pair.right].upper()}" for n, pair in enumerate(self.pairs, 1))
