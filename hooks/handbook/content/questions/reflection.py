"""`refleksi`: think and write; no answer is wrong."""

from typing import ClassVar, Literal

from pydantic import Field

from handbook.content.questions.base import Question
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, InKey, Prose


class Reflect(Question):
    """An open question with the points of a good answer."""

    judged: ClassVar[bool] = False
    kind: ForAll[Literal["refleksi"]] = Field(alias="jenis")
    points: InKey[Prose] = Field(alias="pokok_jawaban")

    @property
    def half(self) -> str:
        """The points of a good answer hold the rubric."""
        return "refleksi"

    def controls(self, name: str, context: Context, /) -> Element:
        """Room to write."""
        if context.is_print:
            lines = (e("p", class_="blank-line blank-line-full") for _ in range(3))
            return e("div", *lines, class_="reflection")
        label = e("label", context.strings("kuis.jawaban_anda"), for_=name)
        return e("p", label, e("textarea", id=name, name=name, rows="4"), class_="reflection")

    def key(self, _: Context, /) -> str:
        """The points of a good answer."""
        return self.points

    def marks(self, _: Context, /) -> str:
        """None: it is read, not marked."""
        return "…"
