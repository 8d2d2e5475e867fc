"""Cases that a facilitator reads aloud in a game, with their keys, in one YAML file.

Its id is the name of its file: cepat-tepat-4. It exists only in outputs for facilitators.
"""

from __future__ import annotations

from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.html import Context, e
from handbook.source.readers import ForFacilitators
from handbook.source.validation import Authored, Prose, Slug, Text, Title


class ReadCase(Authored):
    """A case to read aloud and what it is an example of."""

    id: ForFacilitators[Slug] = Field(description="Nama tetap kasus")
    text: ForFacilitators[Prose] = Field(alias="teks", description="Kasus yang dibacakan")
    answer: ForFacilitators[Prose] = Field(alias="kunci", description="Jawaban yang tepat dan alasannya")
    objection: ForFacilitators[Prose | None] = Field(
        alias="sanggahan", default=None, description="Sanggahan dan apakah ia dapat diterima"
    )


class Recital(Authored):
    """All cases of a game."""

    title: ForFacilitators[Title] = Field(alias="judul", description="Judul")
    kind: ForFacilitators[Literal["bacakan"]] = Field(alias="jenis")
    stage: ForFacilitators[Text] = Field(alias="tahap", description="Tahap yang memakainya, misalnya 3")
    intro: ForFacilitators[Prose] = Field(alias="pengantar", description="Cara memakai kasus")
    cases: Annotated[list[ReadCase], Field(min_length=1)] = Field(alias="kasus", description="Kasus")


def to_html(recital: Recital, context: Context) -> list[Element]:
    """All cases, each with its key below it."""
    intro = e("p", context.prose(recital.intro), class_="lead")
    return [intro, e("ol", *(_case(case, context) for case in recital.cases), class_="recital")]


def _case(case: ReadCase, context: Context) -> Element:
    s = context.strings
    answer = e("p", e("strong", s("bacakan.kunci")), " ", context.prose(case.answer), class_="answer-key")
    if case.objection:
        answer.append(e("strong", s("bacakan.sanggahan")))
        answer[-1].tail = " "
        answer.append(e("span", context.prose(case.objection)))
    return e("li", e("p", context.prose(case.text)), answer)
