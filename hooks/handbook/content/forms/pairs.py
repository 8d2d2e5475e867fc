"""`jenis: pasangan`: pairs of statements, one to tick in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.forms import field, heads
from handbook.content.forms.renames import Named
from handbook.html import Context, Piece, e, emphasised
from handbook.source.readers import ForAll
from handbook.source.validation import Prose, RowNumber, YesNo

SIDES = ("a", "b")
TOTAL = "jumlah"


class Pair(Named):
    """Two statements; the reader ticks the one that fits."""

    number: ForAll[RowNumber | None] = Field(alias="nomor", default=None, description="Nomor pasangan")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Pokok pasangan bila perlu")
    a: ForAll[Prose] = Field(description="Pernyataan a")
    b: ForAll[Prose] = Field(description="Pernyataan b")

    @property
    def sides(self) -> dict[str, str]:
        """The statements by side."""
        return {"a": self.a, "b": self.b}


class Pairs(Named):
    """A list of pairs, with room for the totals of both sides."""

    kind: ForAll[Literal["pasangan"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul bagian bila perlu")
    pairs: Annotated[list[Pair], Field(min_length=1)] = Field(alias="pasangan", description="Pasangan")
    totals: ForAll[YesNo] = Field(alias="jumlah", default=False, description="Isian jumlah a dan jumlah b")


def targets(pairs: Pairs, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to pairs."""
    del pairs, form
    yield from ()


def cell_paths(pairs: Pairs) -> set[tuple[str, ...]]:
    """Pair id and side of every box, and the totals."""
    rows = [pair.id for pair in pairs.pairs] + ([TOTAL] if pairs.totals else [])
    return {(row, side) for row in rows for side in SIDES}


def to_html(pairs: Pairs, form: str, context: Context) -> Element:
    """The pairs as rows of a table: number, statement a, statement b."""
    path = f"{form}.{pairs.id}"
    rows = [_row(pair, _number(pair, index), path, context) for index, pair in enumerate(pairs.pairs, 1)]
    look = "titled" if any(pair.title for pair in pairs.pairs) else "numbered"
    table = e(
        "table",
        heads.caption(pairs.title, context),
        _head(context),
        e("tbody", *rows, *([_totals(path, context)] if pairs.totals else [])),
        class_=f"grid part {look} pairs",
    )
    return heads.scrolling(table, pairs.title or context.strings("formulir.pasangan"))


def _head(context: Context) -> Element:
    titles = (context.strings("formulir.nomor"), *(side.upper() for side in SIDES))
    return e("thead", e("tr", *(e("th", title, scope="col") for title in titles)))


def _number(pair: Pair, index: int) -> str:
    return pair.number or str(index)


def _row(pair: Pair, number: str, path: str, context: Context) -> Element:
    cells = [_side(f"{path}.{pair.id}.{side}", words, context) for side, words in pair.sides.items()]
    title: list[Piece] = [" ", e("span", emphasised(pair.title), class_="row-title")] if pair.title else []
    return e("tr", e("th", e("span", number, class_="row-number"), *title, scope="row"), *cells)


def _side(name: str, words: str, context: Context) -> Element:
    return e(
        "td",
        e("p", field.tick(name, one=True), " ", field.label(name, context.prose(words)), class_="choice"),
    )


def _totals(path: str, context: Context) -> Element:
    cells = []
    for side in SIDES:
        words = context.strings("formulir.jumlah_sisi", sisi=side.upper())
        cells.append(e("td", field.labelled_line(f"{path}.{TOTAL}.{side}", words, "line-total")))
    return e("tr", e("th", context.strings("formulir.jumlah_pendek"), scope="row"), *cells)


def example(pairs: Pairs, filled: dict[str, dict[str, str]], form: str, context: Context) -> Element:
    """What was ticked, read only: the pair's number and the sides with their marks."""
    del form
    numbers = {pair.id: _number(pair, index) for index, pair in enumerate(pairs.pairs, 1)}
    names = {**numbers, TOTAL: context.strings("formulir.jumlah")}
    said = {
        row: ", ".join(f"{side.upper()}: {text}" for side, text in cells.items())
        for row, cells in filled.items()
    }
    return field.filled_list([(names[row], text) for row, text in said.items() if row in names], context)
