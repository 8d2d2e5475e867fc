"""Duplication of a form for a session: copies and paper, `cetak:` of an instrument."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handbook.source.authored import Authored, ForAll, Text, YesNo

Receiver = Literal["orang", "pasangan", "kelompok", "kelompok-lain", "kelas", "dinding"]
"""Receivers of a copy; `kelompok-lain`: a group gets one for each other group, `dinding`: for the wall."""

FILLED_BY: dict[str, Receiver] = {
    "perorangan": "orang",
    "berpasangan": "pasangan",
    "kelompok": "kelompok",
    "kelas": "kelas",
}
"""The receivers by default: those who fill in the sheet."""


class Duplication(Authored):
    """Instructions for copying a form; every key is optional."""

    per: ForAll[list[Receiver]] = Field(alias="per", default=[])
    count: ForAll[int] = Field(alias="jumlah", default=1, ge=1, le=20)
    spare: ForAll[int] = Field(alias="cadangan", default=0, ge=0, le=50)
    groups: ForAll[list[Annotated[int, Field(ge=1)]]] = Field(alias="kelompok", default=[])
    sides: ForAll[Literal["satu", "dua"] | None] = Field(alias="sisi", default=None)
    paper: ForAll[Text | None] = Field(alias="kertas", default=None)
    cut: ForAll[YesNo | None] = Field(alias="gunting", default=None)
