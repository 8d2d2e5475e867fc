"""`isian-singkat`: answer in a word or two."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from handbook.content.questions.base import Question, ended, feedback_item
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, InKey, Title


class Short(Question):
    """A question answered in few words; the first accepted answer is the one shown."""

    kind: ForAll[Literal["isian-singkat"]] = Field(alias="jenis")
    answers: InKey[Annotated[list[Title], Field(min_length=1)]] = Field(alias="jawaban")

    def controls(self, name: str, context: Context, /) -> Element:
        """A line to write on."""
        if context.is_print:
            return e("p", e("span", class_="blank-line blank-line-long"), class_="short")
        label = e("label", context.strings("kuis.jawaban_anda"), for_=name)
        field = e("input", type="text", id=name, name=name, autocomplete="off")
        return e("p", label, " ", field, class_="short")

    def key(self, _: Context, /) -> str:
        """The answer."""
        return ended(self.answers[0])

    def feedback(self, _: str, context: Context, /) -> Iterator[Element]:
        """Every accepted answer."""
        return (feedback_item(answer, context, data_accept=answer) for answer in self.answers)

    def marks(self, _: Context, /) -> str:
        """Every accepted answer."""
        return " / ".join(self.answers)
