"""Duplication of a form for a session: copies and paper, `cetak:` of an instrument."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handbook.source.readers import ForAll
from handbook.source.validation import Authored, Text, YesNo

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

    per: ForAll[list[Receiver]] = Field(
        alias="per", default=[], description="Penerima satu salinan; bila tidak ditulis: yang mengisi"
    )
    count: ForAll[int] = Field(
        alias="jumlah", default=1, ge=1, le=20, description="Salinan untuk setiap penerima"
    )
    spare: ForAll[int] = Field(
        alias="cadangan", default=0, ge=0, le=50, description="Salinan cadangan di luar itu"
    )
    groups: ForAll[list[Annotated[int, Field(ge=1)]]] = Field(
        alias="kelompok", default=[], description="Hanya untuk kelompok bernomor ini"
    )
    sides: ForAll[Literal["satu", "dua"] | None] = Field(
        alias="sisi", default=None, description="Dicetak pada satu atau dua sisi kertas"
    )
    paper: ForAll[Text | None] = Field(alias="kertas", default=None, description="Kertas, misalnya karton")
    cut: ForAll[YesNo | None] = Field(alias="gunting", default=None, description="ya bila lembar digunting")
