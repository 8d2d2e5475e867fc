"""`jenis: lembar-kelompok`: the worksheet of a group, its theme and members above the lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field, model_validator

from handbook.content.forms import field, lines
from handbook.content.forms.renames import Named
from handbook.html import Context, e
from handbook.source.expected import UnfitError
from handbook.source.readers import ForAll
from handbook.source.validation import Prose
from handbook.strings import Strings

USUAL_HEAD = {"kelompok": 1, "anggota": 5}
"""The lines above when the author names none, with the lines of each; their labels stand in the strings."""


class Worksheet(Named):
    """Theme, lines about the group, lines for its work."""

    kind: ForAll[Literal["lembar-kelompok"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul bagian bila perlu")
    theme: ForAll[Prose | None] = Field(alias="tema", default=None, description="Tema kelompok")
    head: list[lines.Entry] | None = Field(
        alias="kepala", default=None, description="Isian di atas; bila tidak ditulis: nomor kelompok, anggota"
    )
    entries: Annotated[list[lines.Entry], Field(min_length=1)] = Field(alias="isian", description="Isian")

    @model_validator(mode="after")
    def _ids_differ(self) -> Worksheet:
        both = {entry.id for entry in self.entries} & set(self.head_ids)
        if both:
            raise UnfitError("id_kepala_isian", kata=min(both))
        return self

    @property
    def head_ids(self) -> list[str]:
        """The ids of the lines above."""
        return list(USUAL_HEAD) if self.head is None else [entry.id for entry in self.head]


def targets(sheet: Worksheet, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to lines of a worksheet."""
    del sheet, form
    yield from ()


def cell_paths(sheet: Worksheet) -> set[tuple[str, ...]]:
    """Id of every line."""
    return {(id_,) for id_ in [*sheet.head_ids, *(entry.id for entry in sheet.entries)]}


def to_html(sheet: Worksheet, form: str, context: Context) -> Element:
    """The blank worksheet."""
    path = f"{form}.{sheet.id}"
    word = e("strong", context.strings("formulir.tema"))
    theme = e("p", word, " ", context.prose(sheet.theme), class_="worksheet-theme") if sheet.theme else None
    return e(
        "section",
        field.title(sheet.title, context),
        theme,
        e("div", *_columns(_head(sheet, context.strings), path, context), class_="worksheet-head"),
        *lines.blank(sheet.entries, path, context),
        class_="lines worksheet",
    )


def _columns(head: list[lines.Entry], path: str, context: Context) -> Iterator[Element]:
    """Short lines in one column, those of several lines (a name on each) in another."""
    for column in ([item for item in head if item.lines == 1], [item for item in head if item.lines > 1]):
        if column:
            yield e("div", *lines.blank(column, path, context), class_="worksheet-column")


def _head(sheet: Worksheet, strings: Strings) -> list[lines.Entry]:
    if sheet.head is not None:
        return sheet.head
    usual = USUAL_HEAD.items()
    return [lines.Entry(id=id_, title=strings(f"formulir.kepala.{id_}"), lines=count) for id_, count in usual]


def example(sheet: Worksheet, filled: dict[str, str], form: str, context: Context) -> Element:
    """The filled worksheet, read only."""
    del form
    entries = [*_head(sheet, context.strings), *sheet.entries]
    return field.filled_list(
        [(entry.title, filled[entry.id]) for entry in entries if entry.id in filled], context
    )
