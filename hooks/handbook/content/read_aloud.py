"""Cases that a facilitator reads aloud in a game, with their keys, in one YAML file.

Its id is the name of its file: cepat-tepat-4. It exists only in outputs for facilitators.
"""

from typing import Annotated, Literal

from pydantic import Field

from handbook.html import Context, Element, append, e
from handbook.source.authored import Authored, ForFacilitators, Prose, Slug, Text, Title


class ReadCase(Authored):
    """A case to read aloud and what it is an example of."""

    id: ForFacilitators[Slug]
    text: ForFacilitators[Prose] = Field(alias="teks")
    answer: ForFacilitators[Prose] = Field(alias="kunci")
    objection: ForFacilitators[Prose | None] = Field(alias="sanggahan", default=None)


class Recital(Authored):
    """All cases of a game."""

    title: ForFacilitators[Title] = Field(alias="judul")
    kind: ForFacilitators[Literal["bacakan"]] = Field(alias="jenis")
    stage: ForFacilitators[Text] = Field(alias="tahap")
    intro: ForFacilitators[Prose] = Field(alias="pengantar")
    cases: Annotated[list[ReadCase], Field(min_length=1)] = Field(alias="kasus")


def to_html(recital: Recital, context: Context) -> list[Element]:
    """All cases, each with its key below it."""
    intro = e("p", context.prose(recital.intro), class_="lead")
    return [intro, e("ol", *(_case(case, context) for case in recital.cases), class_="recital")]


def _case(case: ReadCase, context: Context) -> Element:
    s = context.strings
    answer = e("p", e("strong", s("bacakan.kunci")), " ", context.prose(case.answer), class_="answer-key")
    if case.objection:
        append(answer, [e("strong", s("bacakan.sanggahan")), " ", e("span", context.prose(case.objection))])
    return e("li", e("p", context.prose(case.text)), answer)
