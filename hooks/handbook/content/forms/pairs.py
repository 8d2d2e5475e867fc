"""`jenis: pasangan`: pairs of statements, one to tick in each."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from handbook import html
from handbook.content.forms import FormField, Named, Path, Texts, TitledPart, field, heads
from handbook.html import Context, Element, Piece, e, emphasised
from handbook.source.authored import ForAll, Prose, RowNumber, YesNo
from handbook.strings import Strings

SIDES = ("a", "b")
TOTAL = "jumlah"


class StatementPair(Named):
    """Two statements; the reader ticks the one that fits."""

    number: ForAll[RowNumber | None] = Field(alias="nomor", default=None)
    title: ForAll[Prose | None] = Field(alias="judul", default=None)
    a: ForAll[Prose]
    b: ForAll[Prose]

    @property
    def sides(self) -> dict[str, str]:
        """The statements by side."""
        return {"a": self.a, "b": self.b}


class Side(FormField):
    """A statement to tick, or to leave for the other one."""

    def to_html(self, context: Context) -> Element:
        """Box and statement."""
        label = field.label(self.name, context.prose(self.title))
        return e("td", e("p", field.tick(self.name, one=True), " ", label, class_="choice"))


class Total(FormField):
    """The number of ticked statements of a side."""

    def label(self, strings: Strings, /) -> str:
        """The letter of the side in the engine's words."""
        return strings("formulir.jumlah_sisi", sisi=self.title.upper())

    def to_html(self, context: Context) -> Element:
        """A short line."""
        return e("td", field.labelled_line(self.name, self.label(context.strings), "line-total"))


class Pairs(TitledPart):
    """A list of pairs, with room for the totals of both sides."""

    kind: ForAll[Literal["pasangan"]] = Field(alias="jenis")
    pairs: Annotated[list[StatementPair], Field(min_length=1)] = Field(alias="pasangan")
    totals: ForAll[YesNo] = Field(alias="jumlah", default=False)

    def fields(self, form: str) -> list[FormField]:
        """A box for each side of each pair, and the totals."""
        sides = [side for pair in self.pairs for side in self._sides(pair, form)]
        return [*sides, *self._totals(form)]

    @property
    def required(self) -> list[Path]:
        """One side of each pair."""
        return [(self.id, pair.id) for pair in self.pairs]

    def _sides(self, pair: StatementPair, form: str) -> list[Side]:
        return [Side(self.place(form, pair.id, side), words) for side, words in pair.sides.items()]

    def _totals(self, form: str) -> list[Total]:
        return [Total(self.place(form, TOTAL, side), side) for side in SIDES] if self.totals else []

    def to_html(self, form: str, context: Context) -> Element:
        """The pairs as rows of a table: number, statement a, statement b."""
        rows = [self._row(pair, number, form, context) for number, pair in self._numbered]
        if totals := [total.to_html(context) for total in self._totals(form)]:
            rows.append(e("tr", e("th", context.strings("formulir.jumlah_pendek"), scope="row"), *totals))
        look = "titled" if any(pair.title for pair in self.pairs) else "numbered"
        table = e(
            "table",
            heads.caption(self.title, context),
            html.heads([context.strings("formulir.nomor"), *(side.upper() for side in SIDES)]),
            e("tbody", *rows),
            class_=f"grid part {look} pairs",
        )
        return heads.scrolling(table, self.title or context.strings("formulir.pasangan"))

    @property
    def _numbered(self) -> list[tuple[str, StatementPair]]:
        return [(pair.number or str(index), pair) for index, pair in enumerate(self.pairs, 1)]

    def _row(self, pair: StatementPair, number: str, form: str, context: Context) -> Element:
        cells = (side.to_html(context) for side in self._sides(pair, form))
        title: list[Piece] = (
            [" ", e("span", emphasised(pair.title), class_="row-title")] if pair.title else []
        )
        return e("tr", e("th", e("span", number, class_="row-number"), *title, scope="row"), *cells)

    def example(self, filled: Texts, form: str, context: Context) -> Element:
        """The ticks of the worked example, read only: the pair's number and the sides with their marks."""
        rows = [(number, _said(self._sides(pair, form), filled)) for number, pair in self._numbered]
        rows.append((context.strings("formulir.jumlah"), _said(self._totals(form), filled)))
        return field.filled_list([(name, text) for name, text in rows if text], context)


def _said(fields: Sequence[FormField], filled: Texts) -> str:
    """`A: ✓, B: 3`."""
    paths = (item.path for item in fields)
    return ", ".join(f"{path[-1].upper()}: {filled[path]}" for path in paths if path in filled)
