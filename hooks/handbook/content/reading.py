"""A reading (bahan bacaan): text to study."""

from pydantic import Field

from handbook.source.authored import Authored, DottedNumber, ForAll, OldAddresses, Title


class Reading(Authored):
    """The front matter `bacaan:`."""

    number: ForAll[DottedNumber] = Field(alias="nomor")
    title: ForAll[Title] = Field(alias="judul")
    aliases: OldAddresses = ()

    @property
    def id(self) -> str:
        """`bacaan-2-1`."""
        return f"bacaan-{self.number.replace('.', '-')}"
