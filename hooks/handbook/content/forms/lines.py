"""`jenis: isian`: labelled lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.forms import field
from handbook.content.forms.answer import Answered, control
from handbook.content.forms.renames import Named
from handbook.html import Context, e
from handbook.source.readers import ForAll
from handbook.source.validation import Prose

LINE_MM = 8
Role = Literal["nama", "kecamatan"]
"""What a line says of whoever fills a form in: lists of names and what was typed once go there."""


class Entry(Named, Answered):
    """One labelled field of one or more lines of 8 mm."""

    title: ForAll[Prose] = Field(alias="judul", description="Label isian")
    lines: ForAll[int] = Field(alias="baris", default=1, ge=1, le=7, description="Banyaknya baris tulis")
    role: ForAll[Role | None] = Field(
        alias="peran", default=None, description="Bila baris ini untuk nama atau kecamatan pengisi sendiri"
    )


class Lines(Named):
    """A list of labelled fields."""

    kind: ForAll[Literal["isian"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul bagian bila perlu")
    entries: Annotated[list[Entry], Field(min_length=1)] = Field(alias="isian", description="Isian")


def own_lines(part: Named) -> Iterator[tuple[Role, tuple[str, str]]]:
    """The lines of any part for the reader's own name and district: role, then ids of part and line."""
    for entries in (getattr(part, "head", None), getattr(part, "entries", None)):
        for entry in entries if isinstance(entries, list) else ():
            if entry.role:
                yield entry.role, (part.id, entry.id)


def targets(lines: Lines, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Labelled lines have no numbers to refer to."""
    del lines, form
    yield from ()


def cell_paths(lines: Lines) -> set[tuple[str, ...]]:
    """Id of every field to fill in."""
    return {(entry.id,) for entry in lines.entries}


def to_html(lines: Lines, form: str, context: Context) -> Element:
    """The blank lines."""
    entries = blank(lines.entries, f"{form}.{lines.id}", context)
    return e("section", field.title(lines.title, context), *entries, class_="lines")


def blank(entries: Sequence[Entry], path: str, context: Context) -> list[Element]:
    """Labelled fields whose names begin with a path: form and part."""
    return [_entry(entry, f"{path}.{entry.id}", context) for entry in entries]


def _entry(entry: Entry, name: str, context: Context) -> Element:
    label = field.label(name, context.prose(entry.title))
    return e("p", *control(entry, name, label, _written(entry, name), context), class_="line line-long")


def _written(entry: Entry, name: str) -> Element:
    """The field itself: a line, or several with rules for a hand."""
    if entry.lines == 1:
        return field.line(name, entry.role)
    return field.area(name, entry.lines * LINE_MM, entry.role, ruled=True)


def example(lines: Lines, filled: dict[str, str], form: str, context: Context) -> Element:
    """The filled lines, read only."""
    del form
    return field.filled_list([(entry.title, filled.get(entry.id, "")) for entry in lines.entries], context)
