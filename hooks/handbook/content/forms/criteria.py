"""`jenis: kriteria`: criteria with boxes to tick and a comment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field, model_validator

from handbook.content.forms import field, heads
from handbook.content.forms.heads import Column
from handbook.content.forms.renames import Named
from handbook.html import Context, Piece, e, plain
from handbook.source.expected import UnfitError
from handbook.source.readers import ForAll
from handbook.source.validation import Height, Prose, RowNumber

COMMENT = "komentar"


class Criterion(Named):
    """One criterion with its printed number."""

    number: ForAll[RowNumber | None] = Field(alias="nomor", default=None, description="Nomor kriteria")
    title: ForAll[Prose] = Field(alias="judul", description="Kriteria")
    detail: ForAll[Prose | None] = Field(
        alias="rincian", default=None, description="Teks tetap di samping kriteria, misalnya alat verifikasi"
    )


class Criteria(Named):
    """A checklist. The boxes of a row are named pilihan-1, pilihan-2 …, its comment komentar."""

    kind: ForAll[Literal["kriteria"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul bagian bila perlu")
    criteria: Annotated[list[Criterion], Field(min_length=1)] = Field(
        alias="kriteria", description="Kriteria"
    )
    head: ForAll[Prose | None] = Field(
        alias="kepala_kriteria", default=None, description="Kepala kolom kriteria bila bukan Kriteria"
    )
    details_head: ForAll[Prose | None] = Field(
        alias="kepala_rincian", default=None, description="Kepala kolom rincian; wajib bila ada rincian"
    )
    choices: ForAll[Annotated[list[Prose], Field(min_length=1, max_length=5)] | None] = Field(
        alias="pilihan", default=None, description="Kepala kolom centang; bila tidak ditulis: Ya dan Tidak"
    )
    choices_title: ForAll[Prose | None] = Field(
        alias="kepala_pilihan", default=None, description="Kepala gabungan di atas kolom centang"
    )
    comment: ForAll[Prose | None] = Field(alias="komentar", default=None, description="Kepala kolom komentar")
    row_height: ForAll[Height] = Field(
        alias="tinggi_baris", default="10mm", description="Ruang tulis setiap baris"
    )

    @model_validator(mode="after")
    def _details_have_a_head(self) -> Criteria:
        if any(row.detail for row in self.criteria) != bool(self.details_head):
            raise UnfitError("kriteria_rincian")
        return self

    @property
    def height_mm(self) -> int:
        """Room to write in each row, in millimetres."""
        return int(self.row_height.removesuffix("mm"))


def targets(criteria: Criteria, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to criteria."""
    del criteria, form
    yield from ()


def cell_paths(criteria: Criteria) -> set[tuple[str, ...]]:
    """Criterion id and the box or the comment of every cell."""
    boxes = [f"pilihan-{number}" for number in range(1, len(criteria.choices or SHORTEST) + 1)]
    columns = [*boxes, *([COMMENT] if criteria.comment else [])]
    return {(row.id, column) for row in criteria.criteria for column in columns}


SHORTEST = ("ya", "tidak")
"""How many boxes a row has when the author names none; their heads stand in the strings."""


def to_html(criteria: Criteria, form: str, context: Context) -> Element:
    """The blank checklist."""
    columns = _columns(criteria, context)
    first = Column(id="kriteria", title=criteria.head or context.strings("formulir.kriteria"))
    fixed = [Column(id="rincian", title=criteria.details_head)] if criteria.details_head else []
    table = e(
        "table",
        heads.caption(criteria.title, context),
        heads.to_html([first, *fixed, *_merged(criteria, columns)], criteria.id, form),
        e("tbody", *(_row(criteria, row, columns, form, context) for row in criteria.criteria)),
        class_=_look(criteria),
    )
    return heads.scrolling(table, criteria.title or context.strings("formulir.kriteria"))


def _look(criteria: Criteria) -> str:
    comment = " with-comment" if criteria.comment else ""
    return f"grid part criteria{comment}" + (" with-details" if criteria.details_head else "")


def _columns(criteria: Criteria, context: Context) -> list[Column]:
    """The boxes and the comment."""
    choices = criteria.choices or context.strings.tree("formulir.pilihan")
    boxes = [Column(id=f"pilihan-{number}", title=title) for number, title in enumerate(choices, 1)]
    return [*boxes, *([Column(id=COMMENT, title=criteria.comment)] if criteria.comment else [])]


def _merged(criteria: Criteria, columns: list[Column]) -> list[Column]:
    """The columns with the boxes under a head of their own, if the author names one."""
    if criteria.choices_title is None:
        return columns
    boxes = [column for column in columns if column.id != COMMENT]
    return [Column(title=criteria.choices_title, children=boxes), *columns[len(boxes) :]]


def _row(criteria: Criteria, row: Criterion, columns: list[Column], form: str, context: Context) -> Element:
    number: list[Piece] = [e("span", row.number, class_="row-number"), " "] if row.number else []
    title = e("span", context.prose(row.title), class_="row-title")
    cells = [_cell(criteria, row, column, form, context) for column in columns]
    detail = _detail(criteria, row, context) if criteria.details_head else None
    return e("tr", e("th", *number, title, scope="row"), detail, *cells)


def _detail(criteria: Criteria, row: Criterion, context: Context) -> Element:
    """Words beside the criterion; on a narrow screen they say their head."""
    name = e("span", f"{plain(criteria.details_head or '')}: ", class_="cell-name")
    return e("td", None if context.is_print else name, context.prose(row.detail or ""), class_="fixed-cell")


def _cell(criteria: Criteria, row: Criterion, column: Column, form: str, context: Context) -> Element:
    name, words = f"{form}.{criteria.id}.{row.id}.{column.id}", row.number or row.title
    if column.id == COMMENT:
        return heads.area(name, words, column, criteria.height_mm, context)
    label = heads.cell_label(name, words, column, context, key="formulir.centang")
    return e("td", label, field.tick(name, one=True), class_="tick-cell")


def example(criteria: Criteria, filled: dict[str, dict[str, str]], form: str, context: Context) -> Element:
    """What was ticked and written, read only."""
    del form
    heads_ = {column.id or "": column.title for column in _columns(criteria, context)}
    rows = [(row.title, filled[row.id]) for row in criteria.criteria if row.id in filled]
    said = [
        (title, "; ".join(_said(heads_.get(key, key), key, text) for key, text in cells.items()))
        for title, cells in rows
    ]
    return field.filled_list(said, context)


def _said(head: str, key: str, text: str) -> str:
    """A ticked box says its head; a comment says its words too."""
    return f"{head}: {text}" if key == COMMENT else head
