"""`jenis: lembar-kelompok`: the worksheet of a group, its theme and members above the lines."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handbook.content.forms import TitledPart, Usual, field, lines
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, Prose, UnfitError

USUAL_HEAD = (
    lines.LineField(id="kelompok", title="formulir.kepala.kelompok"),
    lines.LineField(id="anggota", title="formulir.kepala.anggota", lines=5),
)
"""The lines above when the author names none; their titles are keys of the strings."""


class UsualLine(Usual, lines.Line):
    """One of them."""


class Worksheet(TitledPart):
    """Theme, lines about the group, lines for its work."""

    kind: ForAll[Literal["lembar-kelompok"]] = Field(alias="jenis")
    theme: ForAll[Prose | None] = Field(alias="tema", default=None)
    head: list[lines.LineField] | None = Field(alias="kepala", default=None)
    entries: Annotated[list[lines.LineField], Field(min_length=1)] = Field(alias="isian")

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        head = USUAL_HEAD if self.head is None else self.head
        both = {entry.id for entry in self.entries} & {entry.id for entry in head}
        if both:
            raise UnfitError("id_kepala_isian", kata=min(both))
        return self

    def fields(self, form: str) -> list[lines.Line]:
        """The lines above, then those of the work."""
        return [*self._above(form), *lines.of(self, form, self.entries)]

    def _above(self, form: str) -> list[lines.Line]:
        if self.head is None:
            return lines.of(self, form, USUAL_HEAD, UsualLine)
        return lines.of(self, form, self.head)

    def to_html(self, form: str, context: Context) -> Element:
        """The blank worksheet."""
        word = e("strong", context.strings("formulir.tema"))
        theme = e("p", word, " ", context.prose(self.theme), class_="worksheet-theme") if self.theme else None
        return e(
            "section",
            field.title(self.title, context),
            theme,
            e("div", *self._columns(form, context), class_="worksheet-head"),
            *(line.to_html(context) for line in lines.of(self, form, self.entries)),
            class_="lines worksheet",
        )

    def _columns(self, form: str, context: Context) -> Iterator[Element]:
        """Short lines in one column, those of several lines (a name on each) in another."""
        for is_long in (False, True):
            column = [line for line in self._above(form) if (line.entry.lines > 1) is is_long]
            if column:
                yield e("div", *(line.to_html(context) for line in column), class_="worksheet-column")
