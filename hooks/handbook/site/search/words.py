"""The language's rules for the search, and the synonyms of this book."""

import functools
from pathlib import Path
from typing import Any

import yaml

from handbook.book import Book
from handbook.html import plain

_STRINGS = Path(__file__).parents[2] / "strings"


@functools.cache
def language_rules(language: str) -> dict[str, Any]:
    """Affixes, roots of lexical words, words to ignore: strings/<language>.cari.yml."""
    with (_STRINGS / f"{language}.cari.yml").open(encoding="utf-8") as file:
        rules: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader)
    return rules


def synonyms(book: Book) -> list[list[list[str]]]:
    """Pairs of words typed and words they lead to; both lists of words or phrases.

    Without the second list all of the first stand for each other: abbreviation and expansion,
    right and avoided spelling.
    """
    groups = [
        [plain(term.name), term.expansion, *_joined(term.name)] for term in book.terms if term.expansion
    ]
    groups += [[item.use, *item.avoid] for item in book.settings.spellings]
    groups += [[key, *names] for key, names in book.settings.regulation_spellings.items()]
    return [*([group, []] for group in groups), *([item.typed, item.leads] for item in book.synonyms)]


def _joined(name: str) -> list[str]:
    """An abbreviation of two words is also written as one: BUM Desa, BUMDesa."""
    return ["".join(name.split())] if " " in name else []


def references(book: Book) -> list[dict[str, Any]]:
    """For each kind of numbered target: the names that readers type, and the pattern of its id."""
    return [
        {
            "jenis": key,
            "sebutan": [*(spelling.lower() for spelling in kind.spellings), kind.id.partition("-")[0]],
            "id": kind.id,
            "milik": kind.within or "",
        }
        for key, kind in book.settings.mentions.items()
        if kind.within != "instrumen"
    ]


def laws(book: Book) -> dict[str, list[str]]:
    """The names that readers type for each kind of law."""
    named = book.settings.regulation_spellings
    return {key: [key, *(name.lower() for name in names)] for key, names in named.items()}
