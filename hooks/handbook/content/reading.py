"""A reading (bahan bacaan): text to study."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.html import Context, e, kicker
from handbook.source.readers import ForAll
from handbook.source.validation import Authored, DottedNumber, OldAddresses, Title


class Reading(Authored):
    """The front matter `bacaan:`."""

    number: ForAll[DottedNumber] = Field(alias="nomor")
    title: ForAll[Title] = Field(alias="judul")
    aliases: OldAddresses = ()

    @property
    def id(self) -> str:
        """`bacaan-2-1`."""
        return f"bacaan-{self.number.replace('.', '-')}"


def heading(reading: Reading, context: Context) -> Element:
    """The reading's title."""
    label = context.strings("bacaan.label", nomor=reading.number)
    return e("h1", kicker(label), reading.title, id=reading.id)
