"""`jenis: kriteria`: criteria with boxes to tick and a comment."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handbook.content.forms import FormField, Named, Path, Texts, TitledPart, Usual, cells, field, heads
from handbook.content.forms.heads import Column
from handbook.html import Context, Element, e, plain
from handbook.source.authored import ForAll, Height, Prose, RowNumber, UnfitError
from handbook.strings import Strings

COMMENT = "komentar"
USUAL = ("formulir.pilihan.ya", "formulir.pilihan.tidak")
"""The heads of the boxes when the author names none: keys of the strings."""


class Criterion(Named):
    """One criterion with its printed number."""

    number: ForAll[RowNumber | None] = Field(alias="nomor", default=None)
    title: ForAll[Prose] = Field(alias="judul")
    detail: ForAll[Prose | None] = Field(alias="rincian", default=None)


class UsualBox(Usual, cells.Box):
    """A box under one of the usual heads."""


class Criteria(TitledPart):
    """A checklist. The boxes of a row are named pilihan-1, pilihan-2 …, its comment komentar."""

    kind: ForAll[Literal["kriteria"]] = Field(alias="jenis")
    criteria: Annotated[list[Criterion], Field(min_length=1)] = Field(alias="kriteria")
    head: ForAll[Prose | None] = Field(alias="kepala_kriteria", default=None)
    details_head: ForAll[Prose | None] = Field(alias="kepala_rincian", default=None)
    choices: ForAll[Annotated[list[Prose], Field(min_length=1, max_length=5)] | None] = Field(
        alias="pilihan", default=None
    )
    choices_title: ForAll[Prose | None] = Field(alias="kepala_pilihan", default=None)
    comment: ForAll[Prose | None] = Field(alias="komentar", default=None)
    row_height: ForAll[Height] = Field(alias="tinggi_baris", default="10mm")

    @model_validator(mode="after")
    def _details_have_a_head(self) -> Self:
        if any(row.detail for row in self.criteria) != bool(self.details_head):
            raise UnfitError("kriteria_rincian")
        return self

    def fields(self, form: str) -> list[FormField]:
        """The boxes and the comment of each criterion."""
        return [cell for row in self.criteria for cell in self._cells(row, form)]

    @property
    def required(self) -> list[Path]:
        """Anything at each criterion."""
        return [(self.id, row.id) for row in self.criteria]

    def _cells(self, row: Criterion, form: str) -> list[FormField]:
        words, box = row.number or row.title, cells.Box if self.choices else UsualBox
        boxes = [
            box(self.place(form, row.id, f"pilihan-{number}"), title, words, one=True)
            for number, title in enumerate(self.choices or USUAL, 1)
        ]
        if self.comment is None:
            return [*boxes]
        column = Column(id=COMMENT, title=self.comment)
        return [
            *boxes,
            cells.Cell(self.place(form, row.id, COMMENT), self.comment, words, column, self.row_height),
        ]

    def to_html(self, form: str, context: Context) -> Element:
        """The blank checklist."""
        head = heads.to_html(self._columns(context.strings), self.id, form)
        rows = (self._row(row, form, context) for row in self.criteria)
        title, body = heads.caption(self.title, context), e("tbody", *rows)
        table = e("table", title, head, body, class_=self._css, data_part=self.id)
        return heads.scrolling(table, self.title or context.strings("formulir.kriteria"))

    @property
    def _css(self) -> str:
        comment = " with-comment" if self.comment else ""
        return f"grid part criteria{comment}" + (" with-details" if self.details_head else "")

    def _columns(self, strings: Strings) -> list[Column]:
        """All heads; the boxes under one of their own, if the author names it."""
        titles = self.choices or [strings(key) for key in USUAL]
        boxes = [Column(id=f"pilihan-{number}", title=title) for number, title in enumerate(titles, 1)]
        if self.choices_title:
            boxes = [Column(title=self.choices_title, children=boxes)]
        first = Column(id="kriteria", title=self.head or strings("formulir.kriteria"))
        fixed = [Column(id="rincian", title=self.details_head)] if self.details_head else []
        return [first, *fixed, *boxes, *([Column(id=COMMENT, title=self.comment)] if self.comment else [])]

    def _row(self, row: Criterion, form: str, context: Context) -> Element:
        number = heads.row_number(row.number)
        title = e("span", context.prose(row.title), class_="row-title")
        drawn = (cell.to_html(context) for cell in self._cells(row, form))
        return e("tr", e("th", *number, title, scope="row"), self._detail(row, context), *drawn)

    def _detail(self, row: Criterion, context: Context) -> Element | None:
        """Words beside the criterion; on a narrow screen they say their head."""
        if not self.details_head:
            return None
        name = e("span", f"{plain(self.details_head)}: ", class_="cell-name")
        return e(
            "td", None if context.is_print else name, context.prose(row.detail or ""), class_="fixed-cell"
        )

    def example(self, filled: Texts, form: str, context: Context) -> Element:
        """The worked example, read only: the head of each ticked box, the head and words of each comment."""
        said = [(row.title, "; ".join(self._said(row, filled, form, context))) for row in self.criteria]
        return field.filled_list([(title, text) for title, text in said if text], context)

    def _said(self, row: Criterion, filled: Texts, form: str, context: Context) -> Iterator[str]:
        for cell in self._cells(row, form):
            if cell.path in filled:
                text = f": {filled[cell.path]}" if cell.path[-1] == COMMENT else ""
                yield f"{cell.label(context.strings)}{text}"
