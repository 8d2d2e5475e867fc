"""The language's rules for the search, and which words mean the same in this book."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import yaml

from handbook.book import Book

_STRINGS = Path(__file__).parents[1] / "strings"


@functools.cache
def language_rules(language: str) -> dict[str, Any]:
    """Affixes, roots of lexical words, words to ignore: strings/<language>.cari.yml."""
    with (_STRINGS / f"{language}.cari.yml").open(encoding="utf-8") as file:
        rules: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader)
    return rules


def synonyms(book: Book) -> list[list[str]]:
    """Groups of words that stand for each other: abbreviation and expansion, right and avoided spelling."""
    groups = [[term.name, term.expansion, *_joined(term.name)] for term in book.terms if term.expansion]
    groups += [[item.use, *item.avoid] for item in book.settings.spellings]
    groups += [[key, *names] for key, names in book.settings.regulation_spellings.items()]
    groups += language_rules(book.settings.book.language)["samakan"]
    return [[str(word).lower() for word in group] for group in groups]


def _joined(name: str) -> list[str]:
    """An abbreviation of two words is also written as one: BUM Desa, BUMDesa."""
    return ["".join(name.split())] if " " in name else []


def references(book: Book) -> list[dict[str, Any]]:
    """How readers name a numbered target, and the id this gives."""
    return [
        {
            "sebutan": [spelling.lower() for spelling in kind.spellings],
            "id": kind.id,
            "milik": kind.within or "",
        }
        for kind in book.settings.mentions.values()
        if kind.within != "instrumen"
    ]


def laws(book: Book) -> dict[str, list[str]]:
    """How readers name a kind of law."""
    named = book.settings.regulation_spellings
    return {key: [key, *(name.lower() for name in names)] for key, names in named.items()}
