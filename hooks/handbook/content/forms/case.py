"""`jenis: kasus`: a case to read, then questions with lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.forms import field, lines
from handbook.content.forms.renames import Named
from handbook.html import Context, e
from handbook.source.readers import ForAll
from handbook.source.validation import Prose


class Question(lines.Entry):
    """A question about the case."""

    lines: ForAll[int] = Field(alias="baris", default=3, ge=1, le=7, description="Banyaknya baris tulis")


class Case(Named):
    """A story in paragraphs and its questions."""

    kind: ForAll[Literal["kasus"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul kasus")
    story: ForAll[Annotated[list[Prose], Field(min_length=1)]] = Field(
        alias="cerita", description="Paragraf cerita"
    )
    questions: Annotated[list[Question], Field(min_length=1)] = Field(
        alias="pertanyaan", description="Pertanyaan"
    )


def targets(case: Case, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to questions of a case."""
    del case, form
    yield from ()


def cell_paths(case: Case) -> set[tuple[str, ...]]:
    """Id of every question."""
    return {(question.id,) for question in case.questions}


def to_html(case: Case, form: str, context: Context) -> Element:
    """The story in a box, the questions numbered below it."""
    story = e("div", *(e("p", context.prose(text)) for text in case.story), class_="case-story")
    questions = lines.blank(case.questions, f"{form}.{case.id}", context)
    items = e("ol", *(e("li", question) for question in questions), class_="case-questions")
    return e("section", field.title(case.title, context), story, items, class_="lines case")


def example(case: Case, filled: dict[str, str], form: str, context: Context) -> Element:
    """The answers, read only."""
    del form
    pairs = [(question.title, filled.get(question.id, "")) for question in case.questions]
    return field.filled_list(pairs, context)
