"""`jenis: janji`: promises, each with a line for the day on which it is kept."""

from typing import Annotated, Literal

from pydantic import Field

from handbook.content.forms import FormPart, lines
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll


class Promise(FormPart):
    """A list of promises."""

    kind: ForAll[Literal["janji"]] = Field(alias="jenis")
    promises: Annotated[list[lines.LineField], Field(min_length=1)] = Field(alias="janji")

    def fields(self, form: str) -> list[lines.Line]:
        """A line for each promise."""
        return lines.of(self, form, self.promises)

    def to_html(self, form: str, context: Context) -> Element:
        """The promises and their lines."""
        return e("section", *(line.to_html(context) for line in self.fields(form)), class_="lines")
