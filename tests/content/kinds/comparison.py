"""`jenis: bandingkan`: which of two is more."""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Literal

from pydantic import Field

from handbook.content.questions.base import Question, choice, ended, feedback_item, shuffled, yes_no
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, Prose


class Comparison(Question):
    """A question of two sides, shown in a disorder of its own."""

    kind: ForAll[Literal["bandingkan"]] = Field(alias="jenis")
    more: ForAll[Prose] = Field(alias="lebih")
    less: ForAll[Prose] = Field(alias="kurang")

    @property
    def sides(self) -> list[tuple[str, str]]:
        """Letter and words of both sides as they are shown."""
        return list(zip(ascii_uppercase, shuffled([self.more, self.less], self.id), strict=False))

    def controls(self, name: str, context: Context, /) -> Element:
        """Both sides to choose from."""
        items = (choice("radio", name, letter, words, context) for letter, words in self.sides)
        return e("ul", *items, class_="options")

    def key(self, _: Context, /) -> str:
        """The side that is more."""
        return ended(self.more)

    def marks(self, _: Context, /) -> str:
        """Its letter."""
        return next(letter for letter, words in self.sides if words == self.more)

    def feedback(self, _: str, context: Context, /) -> Iterator[Element]:
        """Which of both is right."""
        for letter, words in self.sides:
            yield feedback_item(None, context, data_value=letter, data_correct=yes_no(words == self.more))
