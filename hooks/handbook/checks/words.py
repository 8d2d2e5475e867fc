"""Abbreviations stand in the glossary, terms have one spelling, codes their right name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.book import Book
from handbook.problem import Kind, Problem, problem
from handbook.uses import Passage, passages

_CAPITALS = re.compile(r"(?<![\w./-])[A-Z][A-Z0-9]{1,9}(?![\w/]|\.\d)")
_ROMAN = re.compile(r"[IVXLC]+")
_CODE = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\d{6}\.\d{3}\.\d{2}|(?:M|SK)\.\d{2})(?![\w])(?:\s*\((?P<name>[^)]+)\))?"
)


def check(book: Book) -> Iterator[Problem]:
    """Each abbreviation once per page; each other spelling and wrong code where it stands."""
    abbreviations = _known(book)
    for passage in passages(book):
        yield from _spellings(book, passage)
        yield from _codes(book, passage)
    if book.terms:
        yield from _abbreviations(book, abbreviations)


def _known(book: Book) -> set[str]:
    spelled = {word for names in book.settings.regulation_spellings.values() for word in names}
    kinds = {
        word for kind in book.settings.mentions.values() for text in kind.spellings for word in text.split()
    }
    terms = {word for term in book.terms for word in re.split(r"[\s/]+", term.name)}
    return spelled | kinds | terms | set(book.settings.known_capitals)


def _abbreviations(book: Book, known: set[str]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for passage in passages(book):
        for match in _CAPITALS.finditer(passage.text):
            word, path = match.group(), passage.path
            if word not in known and not _ROMAN.fullmatch(word) and (path, word) not in seen:
                seen.add((path, word))
                yield problem(passage.place(match.start()), Kind.ABBREVIATION_UNKNOWN, kata=word)


def _spellings(book: Book, passage: Passage) -> Iterator[Problem]:
    if passage.in_note:
        return
    for rule in book.settings.spellings:
        for other in rule.avoid:
            for match in re.finditer(rf"(?<![\w-]){re.escape(other)}(?![\w-])", passage.text, re.I):
                words = match.group()
                yield problem(passage.place(match.start()), Kind.SPELLING_OTHER, kata=words, harap=rule.use)


def _codes(book: Book, passage: Passage) -> Iterator[Problem]:
    known = book.competencies
    for match in _CODE.finditer(passage.text):
        code = match.group().partition("(")[0].strip()
        place = passage.place(match.start())
        if known and code not in known:
            yield problem(place, Kind.COMPETENCY_UNKNOWN, kata=code)
        elif match["name"] and code in known and match["name"].strip() != known[code].name:
            yield problem(place, Kind.COMPETENCY_NAME, kata=match["name"], harap=known[code].name, kode=code)
