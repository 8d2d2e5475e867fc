"""`jenis: kasus`: a case to read, then questions with lines to write on."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from handbook.content.forms import TitledPart, field, lines
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, Prose


class CaseQuestion(lines.LineField):
    """A question about the case."""

    lines: ForAll[int] = Field(alias="baris", default=3, ge=1, le=7)


class Case(TitledPart):
    """A story in paragraphs and its questions."""

    shows_empty: ClassVar[bool] = True
    kind: ForAll[Literal["kasus"]] = Field(alias="jenis")
    story: ForAll[Annotated[list[Prose], Field(min_length=1)]] = Field(alias="cerita")
    questions: Annotated[list[CaseQuestion], Field(min_length=1)] = Field(alias="pertanyaan")

    def fields(self, form: str) -> list[lines.Line]:
        """A field for each question."""
        return lines.of(self, form, self.questions)

    def to_html(self, form: str, context: Context) -> Element:
        """The story in a box, the questions numbered below it."""
        story = e("div", *(e("p", context.prose(text)) for text in self.story), class_="case-story")
        questions = (e("li", question.to_html(context)) for question in self.fields(form))
        items = e("ol", *questions, class_="case-questions")
        return e("section", field.title(self.title, context), story, items, class_="lines case")
