"""A term or abbreviation of the glossary."""

from __future__ import annotations

from pydantic import Field

from handbook.html import Context, Element, e, emphasised, plain
from handbook.source.authored import Authored, ForAll, Prose, Slug, Title


class Term(Authored):
    """One entry of lampiran/istilah.yml."""

    id: ForAll[Slug]
    name: ForAll[Title] = Field(alias="istilah")
    expansion: ForAll[Title | None] = Field(alias="kepanjangan", default=None)
    meaning: ForAll[Prose] = Field(alias="arti")


class Terms(Authored):
    """The glossary."""

    entries: list[Term] = Field(alias="istilah")


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
