"""A competency: an entry of the register that modules cite by code."""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.html import Context, e, joined
from handbook.mdtext import slugify
from handbook.schema import Authored, Text, YesNo

Group = Literal["pemerintahan", "manajerial", "sosiokultural", "teknis"]


class Competency(Authored):
    """One entry of lampiran/kompetensi.yml."""

    code: Text = Field(alias="kode", description="Kode, misalnya O.841120.042.01")
    name: Text = Field(alias="nama", description="Nama yang benar")
    group: Group = Field(alias="kelompok", description="Kelompok kompetensi")
    without_code: YesNo = Field(
        alias="tanpa_kode", default=False, description="ya bila kodenya hanya kode kerja buku ini"
    )

    @property
    def id(self) -> str:
        """`kompetensi-o-841120-042-01`."""
        return f"kompetensi-{slugify(self.code.replace('.', '-'))}"


class Competencies(Authored):
    """The register of competencies."""

    entries: list[Competency] = Field(alias="kompetensi")


def to_html(entries: list[Competency], used: dict[str, list[Element]], context: Context) -> Element:
    """The register as a table; `used` holds per id the links to the modules that cite it."""
    s = context.strings
    keys = ("kode", "nama", "kelompok", "dipakai")
    head = e("tr", *(e("th", s(f"kompetensi.{key}"), scope="col") for key in keys))
    rows = [_row(item, used.get(item.id, []), context) for item in entries]
    return e("table", e("thead", head), e("tbody", *rows), class_="competencies")


def _row(item: Competency, used: list[Element], context: Context) -> Element:
    s = context.strings
    code = s("kompetensi.tanpa_kode") if item.without_code else item.code
    group = s(f"kompetensi.kelompok_{item.group}")
    links = joined(used) or [s("kompetensi.belum")]
    cells = (e("td", code), e("td", item.name), e("td", group), e("td", links))
    return e("tr", *cells, id=item.id)
