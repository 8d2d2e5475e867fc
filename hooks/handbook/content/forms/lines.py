"""`jenis: isian`: labelled lines to write on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from handbook.content.forms import FormField, FormPart, Named, TitledPart, field
from handbook.content.forms.answer import Answered, control
from handbook.content.forms.base import Role
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, Prose

LINE_MM = 8


class LineField(Named, Answered):
    """One labelled field of one or more lines of 8 mm."""

    title: ForAll[Prose] = Field(alias="judul")
    lines: ForAll[int] = Field(alias="baris", default=1, ge=1, le=7)
    role: ForAll[Role | None] = Field(alias="peran", default=None)


@dataclass(frozen=True)
class Line(FormField):
    """An entry as a field."""

    entry: LineField

    @property
    def is_date(self) -> bool:
        """Whether the author asks for a day."""
        return self.entry.answer == "tanggal"

    def to_html(self, context: Context) -> Element:
        """A line, or several with rules for a hand."""
        label = field.label(self.name, context.prose(self.label(context.strings)))
        inside = control(self.entry, self.name, label, self._written(), context)
        return e("p", *inside, class_="line line-long")

    def _written(self) -> Element:
        if self.entry.lines == 1:
            return field.line(self.name, self.role)
        return field.area(self.name, self.entry.lines * LINE_MM, self.role, ruled=True)


def of(part: FormPart, form: str, entries: Iterable[LineField], kind: type[Line] = Line) -> list[Line]:
    """A field for each entry of a part."""
    return [kind(part.place(form, item.id), item.title, item, role=item.role) for item in entries]


class Lines(TitledPart):
    """A list of labelled fields."""

    shows_empty: ClassVar[bool] = True
    kind: ForAll[Literal["isian"]] = Field(alias="jenis")
    entries: Annotated[list[LineField], Field(min_length=1)] = Field(alias="isian")

    def fields(self, form: str) -> list[Line]:
        """A field for each entry."""
        return of(self, form, self.entries)

    def to_html(self, form: str, context: Context) -> Element:
        """The blank lines."""
        lines = (line.to_html(context) for line in self.fields(form))
        return e("section", field.title(self.title, context), *lines, class_="lines")
