"""A law or regulation: form, number, title, whether it is in force, what was read and how sure that is."""

import datetime
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from handbook.html import Context, Element, Piece, e, facts, heads, joined
from handbook.source.authored import Authored, ForAll, Prose, Slug, Text, Title

Status = Literal["berlaku", "diubah", "diganti", "selesai", "dicabut", "tidak-pasti"]
Certainty = Literal["terverifikasi", "teks-dibaca", "sumber-sekunder", "diketahui", "tidak-pasti"]
"""Grounds of a status: texts that show it, a text read and no later one found, reports, hearsay, none."""
Source = Literal["naskah", "pasal", "sekunder", "judul"]
"""The part read of a regulation: its text, the articles cited, only reports and copies, only its title."""


class Regulation(Authored):
    """One entry of lampiran/peraturan.yml."""

    id: ForAll[Slug]
    form: ForAll[Text] = Field(alias="jenis")
    number: ForAll[Text | None] = Field(alias="nomor", default=None)
    year: ForAll[int] = Field(alias="tahun", ge=1945)
    subject: ForAll[Title] = Field(alias="tentang")
    status: ForAll[Status]
    summary: ForAll[Prose] = Field(alias="uraian")
    amended_by: ForAll[list[Title]] = Field(alias="diubah_oleh", default=[])
    replaced_by: ForAll[list[Title]] = Field(alias="diganti_oleh", default=[])
    articles: ForAll[list[Text]] = Field(alias="pasal", default=[])
    certainty: ForAll[Certainty] = Field(alias="keyakinan")
    read: ForAll[Source | None] = Field(alias="dibaca", default=None)
    checked: ForAll[datetime.date | None] = Field(alias="diperiksa", default=None)

    @property
    def short(self) -> str:
        """`UU 23/2014`; without a number the form and the year."""
        return f"{self.form} {self.number}/{self.year}" if self.number else f"{self.form} {self.year}"


def law_id(short: str) -> str:
    """The id of a regulation by its short name: `uu-23-2014`."""
    return short.casefold().replace(" ", "-").replace("/", "-")


class Regulations(Authored):
    """The register of regulations."""

    entries: list[Regulation] = Field(alias="peraturan")
    outside: ForAll[list[Text]] = Field(alias="di_luar", default=[])


def to_html(entries: list[Regulation], used: dict[str, list[Element]], context: Context) -> Element:
    """The register; `used` holds per id the links to the places that cite it."""
    sections = [_entry(item, used.get(item.id, []), context) for item in entries]
    return e("div", *sections, class_="regulations")


def to_table(entries: list[Regulation], context: Context) -> Element:
    """The register in short: name, subject, status with what changed or replaced it."""
    s = context.strings
    head = heads(s(f"peraturan.{key}") for key in ("nama", "tentang", "status"))
    rows = (_row(item, context) for item in entries)
    return e("table", head, e("tbody", *rows), class_="regulation-table")


def _row(item: Regulation, context: Context) -> Element:
    s, later = context.strings, item.replaced_by or item.amended_by
    key = "peraturan.diganti_oleh" if item.replaced_by else "peraturan.diubah_oleh"
    by: list[Piece] = ["; ", s(key).lower(), " ", *_laws(later, context)] if later else []
    name = e("th", item.short, scope="row")
    return e("tr", name, e("td", item.subject), e("td", _status(item, context), *by), id=item.id)


def ordered(entries: list[Regulation]) -> list[Regulation]:
    """By form in the order in which the file first names them, then by year and number."""
    ranks = {form: rank for rank, form in enumerate(dict.fromkeys(item.form for item in entries))}
    return sorted(
        entries, key=lambda item: (ranks[item.form], item.year, len(item.number or ""), item.number or "")
    )


def _entry(item: Regulation, used: list[Element], context: Context) -> Element:
    s = context.strings
    status = e("span", _status(item, context), class_=f"chip chip-{item.status}")
    rows: list[tuple[str, Iterable[Piece] | str]] = [
        (s("peraturan.status"), [status]),
        (s("peraturan.diubah_oleh"), _laws(item.amended_by, context)),
        (s("peraturan.diganti_oleh"), _laws(item.replaced_by, context)),
        (s("peraturan.pasal"), ", ".join(item.articles)),
        (s("peraturan.dibaca"), s(f"peraturan.dibaca_{item.read or 'belum'}")),
        (s("peraturan.keyakinan"), s(f"peraturan.keyakinan_{item.certainty}")),
        (s("peraturan.diperiksa"), _date(item.checked, context)),
        (s("peraturan.disebut"), joined(used)),
    ]
    return e(
        "section",
        e("h2", item.short),
        e("p", item.subject, class_="official-name"),
        e("p", context.prose(item.summary)),
        facts(rows),
        class_="regulation",
        id=item.id,
    )


def _laws(shorts: list[str], context: Context) -> list[Piece]:
    return context.prose(", ".join(shorts)) if shorts else []


def _status(item: Regulation, context: Context) -> str:
    """The status, with a remark when it is not verified."""
    words = context.strings(f"peraturan.status_{item.status}")
    if item.certainty == "terverifikasi" or item.status == "tidak-pasti":
        return words
    return context.strings("peraturan.periksa", status=words)


def _date(day: datetime.date | None, context: Context) -> str:
    if day is None:
        return ""
    month = context.strings.tree("tanggal.bulan")[day.month - 1]
    return context.strings("tanggal.bentuk", hari=day.day, bulan=month, tahun=day.year)
