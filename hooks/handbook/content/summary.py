"""The summary of a module: reflections, takeaways and one line to carry into the action plan."""

from typing import Annotated

from pydantic import Field

from handbook.html import Audience, Context, Element, e
from handbook.source.authored import Authored, ForAll, ForFacilitators, OldAddresses, Prose, Title


class Reflection(Authored):
    """An open question; its model answer is for facilitators only."""

    text: ForAll[Prose] = Field(alias="teks")
    answer: ForFacilitators[Prose | None] = Field(alias="pokok_jawaban", default=None)


class Summary(Authored):
    """The front matter `rangkuman:`."""

    title: ForAll[Title] = Field(alias="judul")
    reflections: Annotated[list[Reflection], Field(min_length=1)] = Field(alias="refleksi")
    takeaways: ForAll[Annotated[list[Prose], Field(min_length=1)]] = Field(alias="kesimpulan")
    carry: ForAll[Prose | None] = Field(alias="bawaan", default=None)
    aliases: OldAddresses = ()


def to_html(summary: Summary, module: int, context: Context) -> list[Element]:
    """Reflections, takeaways and the line to carry on."""
    s = context.strings
    parts = [
        e("h2", s("rangkuman.refleksi"), id=f"refleksi-{module}"),
        e("p", s("rangkuman.ajakan")),
        e("ol", *(_reflection(item, context) for item in summary.reflections), class_="reflections"),
        e("h2", s("rangkuman.kesimpulan"), id=f"kesimpulan-{module}"),
        e("ol", *(e("li", context.prose(text)) for text in summary.takeaways), class_="takeaways"),
    ]
    if summary.carry:
        label = e("strong", s("rangkuman.bawaan"))
        parts.append(e("p", label, " ", context.prose(summary.carry), class_="carry"))
    return parts


def _reflection(item: Reflection, context: Context) -> Element:
    answer = None
    if context.audience is Audience.FACILITATOR and item.answer:
        label = e("strong", context.strings("rangkuman.pokok_jawaban"))
        answer = e("p", label, " ", context.prose(item.answer), class_="facilitator-note")
    return e("li", e("p", context.prose(item.text)), answer)
