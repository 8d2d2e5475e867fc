"""`jenis: daftar-nama`: one list of names on several sheets, with boxes to tick in each round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.forms import field, heads
from handbook.content.forms.heads import Column
from handbook.content.forms.renames import Named
from handbook.html import Context, e, plain
from handbook.source.readers import ForAll
from handbook.source.validation import Authored, Prose, Slug, Text


class Name(Authored):
    """A name of the list; people are never real."""

    id: ForAll[Slug] = Field(description="Nama tetap")
    name: ForAll[Text] = Field(alias="nama", description="Nama rekaan")
    mark: ForAll[Text | None] = Field(
        alias="tanda", default=None, description="Tanda di belakang nama, misalnya L"
    )


class Titled(Authored):
    """A sheet or a round."""

    id: ForAll[Slug] = Field(description="Nama tetap")
    title: ForAll[Prose] = Field(alias="judul", description="Judul")


class Names(Named):
    """The same names on every sheet; a sheet takes a page."""

    kind: ForAll[Literal["daftar-nama"]] = Field(alias="jenis")
    sheets: Annotated[list[Titled], Field(min_length=1)] = Field(alias="lembar", description="Lembar")
    rounds: Annotated[list[Titled], Field(min_length=1, max_length=3)] = Field(
        alias="putaran", description="Putaran; setiap putaran satu kolom centang"
    )
    names: Annotated[list[Name], Field(min_length=2, max_length=40)] = Field(
        alias="nama", description="Daftar nama"
    )
    choose: ForAll[int | None] = Field(
        alias="pilih", default=None, ge=1, description="Banyaknya nama yang dipilih pada setiap putaran"
    )


def targets(names: Names, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to names."""
    del names, form
    yield from ()


def cell_paths(names: Names) -> set[tuple[str, ...]]:
    """Sheet, name and round of every box."""
    return {
        (sheet.id, name.id, round_.id)
        for sheet in names.sheets
        for name in names.names
        for round_ in names.rounds
    }


def to_html(names: Names, form: str, context: Context) -> Element:
    """Every sheet with the list in two halves."""
    sheets = (_sheet(names, sheet, form, context) for sheet in names.sheets)
    return e("section", *sheets, class_="name-sheets")


def _sheet(names: Names, sheet: Titled, form: str, context: Context) -> Element:
    half = (len(names.names) + 1) // 2
    parts = ((0, names.names[:half]), (half, names.names[half:]))
    path = f"{form}.{names.id}.{sheet.id}"
    tables = (_half(names, sheet, part, start, path, context) for start, part in parts if part)
    title = e("h3", context.prose(sheet.title))
    halves = e("div", *tables, class_="name-halves")
    return e("section", title, *_counts(names, context), halves, class_="name-sheet")


def _counts(names: Names, context: Context) -> Iterator[Element]:
    """On screen a line for each round: how many to choose; the scripts say how many are chosen."""
    if names.choose is None or context.is_print:
        return
    for round_ in names.rounds:
        title = plain(round_.title)
        words = context.strings("formulir.pilih", putaran=title, angka=names.choose)
        data = {"data_round": round_.id, "data_title": title, "data_most": str(names.choose)}
        yield e("p", words, class_="choice-count", role="status", **data)


def _half(names: Names, sheet: Titled, part: list[Name], start: int, path: str, context: Context) -> Element:
    columns = [Column(id=round_.id, title=round_.title) for round_ in names.rounds]
    first = Column(id="nama", title=context.strings("instrumen.identitas.nama"))
    rows = [_row(name, number, columns, path, context) for number, name in enumerate(part, start + 1)]
    head = heads.to_html([first, *columns], f"{names.id}-{sheet.id}-{start}", path.partition(".")[0])
    table = e("table", head, e("tbody", *rows), class_="grid part criteria names")
    words = context.strings(
        "formulir.daftar_nama", judul=plain(sheet.title), awal=start + 1, akhir=start + len(part)
    )
    return heads.scrolling(table, words)


def _row(name: Name, number: int, columns: list[Column], path: str, context: Context) -> Element:
    words = f"{number}. {name.name}" + (f" ({name.mark})" if name.mark else "")
    cells = (_cell(f"{path}.{name.id}.{column.id}", words, column, context) for column in columns)
    return e("tr", e("th", e("span", words, class_="row-title"), scope="row"), *cells)


def _cell(name: str, words: str, column: Column, context: Context) -> Element:
    label = heads.cell_label(name, words, column, context, key="formulir.centang")
    return e("td", label, field.tick(name), class_="tick-cell")


def example(
    names: Names, filled: dict[str, dict[str, dict[str, str]]], form: str, context: Context
) -> Element:
    """Who was ticked on which sheet, read only."""
    del form
    sheets = (sheet for sheet in names.sheets if sheet.id in filled)
    return field.filled_list([(sheet.title, _said(names, filled[sheet.id])) for sheet in sheets], context)


def _said(names: Names, ticked: dict[str, dict[str, str]]) -> str:
    """`Agus (Putaran 1: ✓), Dewi (Putaran 1: ✓)`."""
    people = {name.id: name.name for name in names.names}
    rounds = {round_.id: plain(round_.title) for round_ in names.rounds}
    marks = {
        id_: "; ".join(f"{rounds.get(key, key)}: {text}" for key, text in cells.items())
        for id_, cells in ticked.items()
    }
    return ", ".join(f"{people.get(id_, id_)} ({mark})" for id_, mark in marks.items())
