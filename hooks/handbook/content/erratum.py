"""Errata of the printed edition: place, error, and the correction in this edition."""

from collections.abc import Callable
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from handbook.html import Context, Element, Piece, e, heads
from handbook.source.authored import Authored, ForAll, Prose, Text, like

Class = Literal["rujukan-silang", "penomoran", "isi", "ejaan", "data"]
FindingNumber = Annotated[str, like("temuan", r"^T\d{3}$")]
TargetId = Annotated[str, like("sasaran", r"^[a-z0-9-]+(#[a-z0-9-]+)?$")]
Named = Callable[[str], Element]
"""Draws a link to a target of this book; plain words while its module is planned."""
Row = tuple[dict[str, str], list[list[Piece]]]
"""Attributes of a row, and its cells."""


class Erratum(Authored):
    """One error of the print. `place` and `printed` speak of the print and are never linked."""

    finding: ForAll[FindingNumber | None] = Field(alias="temuan", default=None)
    kind: ForAll[Class] = Field(alias="jenis")
    place: ForAll[Text] = Field(alias="letak")
    printed: ForAll[Text] = Field(alias="tercetak")
    ours: ForAll[Prose] = Field(alias="edisi_ini")
    target: ForAll[TargetId] = Field(alias="di")
    module: ForAll[int | None] = Field(alias="modul", default=None)


class Unlisted(Authored):
    """A finding without a row of its own, with the reason."""

    finding: ForAll[FindingNumber] = Field(alias="temuan")
    reason: ForAll[Text] = Field(alias="alasan")


class OldInstrument(Authored):
    """The name and page of a form in the print, and the form that succeeds it."""

    printed: ForAll[Text] = Field(alias="cetak")
    place: ForAll[Text] = Field(alias="letak")
    target: ForAll[TargetId] = Field(alias="kini")


class Errata(Authored):
    """The errata of the printed edition."""

    entries: list[Erratum] = Field(alias="ralat")
    unlisted: list[Unlisted] = Field(alias="tanpa_baris", default=[])
    instruments: list[OldInstrument] = Field(alias="instrumen_lama", default=[])


class ErratumGroup(NamedTuple):
    """Errata under one heading."""

    id: str
    title: str
    rows: list[Erratum]


def to_html(groups: list[ErratumGroup], named: Named, context: Context) -> Element:
    """One section with a table per group."""
    return e("div", *(_group(group, named, context) for group in groups), class_="errata")


def _group(group: ErratumGroup, named: Named, context: Context) -> Element:
    rows = [(_own_id(row), _cells(row, named, context)) for row in group.rows]
    table = _table(("letak", "tercetak", "edisi_ini"), rows, context)
    return e("section", e("h3", group.title, id=group.id), table, class_="errata-group")


def _own_id(row: Erratum) -> dict[str, str]:
    """`ralat-t045`, so that a finding can be linked to."""
    return {"id": f"ralat-{row.finding.lower()}"} if row.finding else {}


def _cells(row: Erratum, named: Named, context: Context) -> list[list[Piece]]:
    kind = context.strings(f"ralat.jenis_{row.kind}")
    words = f"{row.finding} · {kind}" if row.finding else kind
    number = e("span", words, class_="erratum-number")
    there = e("span", context.strings("ralat.lihat"), " ", named(row.target), class_="erratum-target")
    return [[number, " ", row.place], [row.printed], [*context.prose(row.ours), " ", there]]


def old_instruments(items: list[OldInstrument], named: Named, context: Context) -> Element:
    """From the names and numbers of the print to the forms of this book."""
    rows: list[Row] = [({}, [[item.printed], [item.place], [named(item.target)]]) for item in items]
    return _table(("cetak", "letak", "kini"), rows, context)


def _table(keys: tuple[str, ...], rows: list[Row], context: Context) -> Element:
    """A table whose cells know their heads, which narrow screens show beside them."""
    titles = [context.strings(f"ralat.{key}") for key in keys]
    body = (
        e("tr", *(e("td", cell, data_head=head) for head, cell in zip(titles, cells, strict=True)), **own)
        for own, cells in rows
    )
    return e("table", heads(titles), e("tbody", *body), class_="errata-table")
