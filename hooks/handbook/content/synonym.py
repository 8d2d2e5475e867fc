"""Synonyms for the search of the site: words typed, and words of the book (lampiran/sinonim.yml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbook.source.authored import Authored, ForAll, Text

Words = Annotated[list[Text], Field(min_length=1)]


class Synonym(Authored):
    """Words that readers type, and the words of the book that they lead to."""

    typed: ForAll[Words] = Field(alias="kata")
    leads: ForAll[Words] = Field(alias="menuju")


class Synonyms(Authored):
    """The register of synonyms."""

    entries: list[Synonym] = Field(alias="sinonim")
