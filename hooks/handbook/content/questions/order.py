"""`mengurutkan`: put steps into order."""

from string import ascii_uppercase
from typing import Annotated, Literal

from pydantic import Field

from handbook.content.questions.base import Question, ended, shuffled, slots
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, Prose


class Order(Question):
    """A question of steps, written by the author in the right order."""

    kind: ForAll[Literal["mengurutkan"]] = Field(alias="jenis")
    steps: ForAll[Annotated[list[Prose], Field(min_length=3, max_length=9)]] = Field(alias="langkah")

    @property
    def _shown(self) -> list[tuple[int, str]]:
        """The steps in disorder, each with its right place."""
        return shuffled(list(enumerate(self.steps, 1)), self.id)

    @property
    def half(self) -> str:
        """Two neighbours exchanged are half right."""
        return "mengurutkan"

    def controls(self, _: str, context: Context, /) -> Element:
        """The steps in disorder; `data-step` is the right place."""
        return e("ol", *(_step(n, text, context) for n, text in self._shown), class_="steps")

    def key(self, _: Context, /) -> str:
        """The steps in order."""
        return ended("; ".join(f"({n}) {text.rstrip('.')}" for n, text in enumerate(self.steps, 1)))

    def answer_room(self, _: Context, /) -> Element:
        """A line for the letter of each step, in the right order."""
        return slots([str(n) for n in range(1, len(self.steps) + 1)])

    def marks(self, _: Context, /) -> str:
        """The letters of the printed steps in the right order."""
        places = [n for n, _ in self._shown]
        return ", ".join(ascii_uppercase[places.index(n)] for n in sorted(places))


def _step(n: int, text: str, context: Context) -> Element:
    if context.is_print:
        return e("li", e("span", class_="blank-box"), " ", context.prose(text))
    return e("li", context.prose(text), data_step=str(n))
