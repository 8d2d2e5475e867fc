"""`menjodohkan`: give each item on the left its partner on the right."""

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from handbook.content.questions.base import Question, ended, feedback_item, shuffled, slots
from handbook.html import Context, Element, e
from handbook.source.authored import Authored, ForAll, Prose, UnfitError
from handbook.strings import Strings


class MatchPair(Authored):
    """Two items that belong together."""

    left: ForAll[Prose] = Field(alias="kiri")
    right: ForAll[Prose] = Field(alias="kanan")


class Match(Question):
    """A question of pairs; the right side is shown in another order, with answers that fit nothing.

    A right side may stand in several pairs. Where each fits once and none is left over, whoever knows all
    pairs but one gets the last for nothing.
    """

    kind: ForAll[Literal["menjodohkan"]] = Field(alias="jenis")
    pairs: Annotated[list[MatchPair], Field(min_length=2, max_length=12)] = Field(alias="pasangan")
    distractors: ForAll[Annotated[list[Prose], Field(max_length=4)]] = Field(alias="pengecoh", default=[])

    @field_validator("distractors")
    @classmethod
    def _fit_nothing(cls, distractors: list[str], info: ValidationInfo) -> list[str]:
        """Refuse one that is the right side of a pair, or comes twice."""
        rights = {pair.right for pair in info.data.get("pairs", [])}
        if len({*distractors} - rights) < len(distractors):
            raise UnfitError("pengecoh")
        return distractors

    @property
    def rights(self) -> list[str]:
        """The right sides, each once."""
        return list(dict.fromkeys(pair.right for pair in self.pairs))

    @property
    def letters(self) -> dict[str, str]:
        """The letter under which each answer is printed, in the order in which they are shown."""
        return dict(zip(shuffled([*self.rights, *self.distractors], self.id), ascii_lowercase, strict=False))

    @property
    def values(self) -> dict[str, str]:
        """The letter by which a device keeps each answer; distractors that come later do not change it."""
        return dict(zip([*shuffled(self.rights, self.id), *self.distractors], ascii_lowercase, strict=False))

    @property
    def half(self) -> str:
        """One pair wrong is half right."""
        return "menjodohkan"

    def how_many(self, strings: Strings, /) -> str:
        """Whether answers are left over, and whether one may be given twice."""
        is_repeated = len(self.rights) < len(self.pairs)
        said = [("kuis.berulang", is_repeated), ("kuis.bersisa", bool(self.distractors))]
        return " ".join(strings(key) for key, is_so in said if is_so)

    def controls(self, name: str, context: Context, /) -> Element:
        """On screen a list to choose from for each item; on paper two columns."""
        if context.is_print:
            return self._printed(context)
        items = (self._item(f"{name}.{n}", pair, context) for n, pair in enumerate(self.pairs, 1))
        return e("ol", *items, class_="matches")

    def _item(self, field: str, pair: MatchPair, context: Context) -> Element:
        blank = e("option", context.strings("kuis.pilih"), value="")
        options = (e("option", answer, value=self.values[answer]) for answer in self.letters)
        select = e("select", blank, *options, id=field, name=field)
        return e("li", e("label", context.prose(pair.left), for_=field), " ", select)

    def _printed(self, context: Context) -> Element:
        # Behind the words the empty line would break them half-way.
        items = (e("li", e("span", class_="blank-line"), context.prose(pair.left)) for pair in self.pairs)
        left = e("ol", *items, class_="matches")
        right = e("ol", *(e("li", context.prose(text)) for text in self.letters), class_="match-options")
        return e("div", left, right, class_="match-print")

    def key(self, context: Context, /) -> str:
        """All pairs in words, then the answers that fit nothing."""
        pairs = (f"{pair.left.rstrip('.')} – {pair.right.rstrip('.')}" for pair in self.pairs)
        spare = "; ".join(answer.rstrip(".") for answer in self.distractors)
        left_over = f" {context.strings('kuis.tak_terpakai', jawaban=ended(spare))}" if spare else ""
        return ended("; ".join(pairs)) + left_over

    def feedback(self, name: str, context: Context, /) -> Iterator[Element]:
        """The right letter for each item."""
        for n, pair in enumerate(self.pairs, 1):
            letter = self.values[pair.right]
            words = f"{pair.left} – {pair.right}"
            yield feedback_item(words, context, data_name=f"{name}.{n}", data_correct_value=letter)

    def answer_room(self, _: Context, /) -> Element:
        """A line for the letter of each item's partner."""
        return slots([str(n) for n in range(1, len(self.pairs) + 1)])

    def marks(self, _: Context, /) -> str:
        """The letter of each item's partner."""
        return ", ".join(f"{n}–{self.letters[pair.right].upper()}" for n, pair in enumerate(self.pairs, 1))
