"""Words of the book: terms and abbreviations of the glossary, and synonyms for the search of the site."""

from typing import Annotated

from pydantic import Field

from handbook.html import Context, Element, e, emphasised, plain
from handbook.source.authored import Authored, ForAll, Prose, Slug, Text, Title

Words = Annotated[list[Text], Field(min_length=1)]


class Term(Authored):
    """One entry of lampiran/istilah.yml."""

    id: ForAll[Slug]
    name: ForAll[Title] = Field(alias="istilah")
    expansion: ForAll[Title | None] = Field(alias="kepanjangan", default=None)
    meaning: ForAll[Prose] = Field(alias="arti")


class Terms(Authored):
    """The glossary."""

    entries: list[Term] = Field(alias="istilah")


class Synonym(Authored):
    """One entry of lampiran/sinonim.yml: words that readers type, and words of the book that they lead to."""

    typed: ForAll[Words] = Field(alias="kata")
    leads: ForAll[Words] = Field(alias="menuju")


class Synonyms(Authored):
    """The register of synonyms."""

    entries: list[Synonym] = Field(alias="sinonim")


def ordered(entries: list[Term]) -> list[Term]:
    """Terms in alphabetical order."""
    return sorted(entries, key=lambda term: plain(term.name).casefold())


def to_html(entries: list[Term], context: Context) -> Element:
    """The glossary."""
    return e("dl", *(piece for term in entries for piece in _entry(term, context)), class_="glossary")


def _entry(term: Term, context: Context) -> list[Element]:
    expansion = e("span", term.expansion, class_="expansion") if term.expansion else None
    gap = ". " if term.expansion else ""
    return [e("dt", emphasised(term.name), id=term.id), e("dd", expansion, gap, context.prose(term.meaning))]
