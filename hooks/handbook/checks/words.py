"""Abbreviations stand in the glossary, terms have one spelling, codes their right name."""

import re
from collections.abc import Mapping

from handbook.book import Book
from handbook.book.texts import ProsePassage, passages
from handbook.content.competency import Competency
from handbook.mentions.patterns import quick
from handbook.problem import Kind, Problems, problem

_CAPITALS = re.compile(r"[A-Z](?<![\w./-].)[A-Z0-9]{1,9}(?![\w/]|\.\d)")
_ROMAN = re.compile(r"[IVXLC]+")
_CODE = re.compile(
    r"[A-Z](?<![\w.].)(?:\.\d{6}\.\d{3}\.\d{2}|(?:(?<=M)|(?<=S)K)\.\d{2})(?!\w)(?:\s*\((?P<name>[^)]+)\))?"
)


def check(book: Book) -> Problems:
    """Each abbreviation once per page; each other spelling and wrong code where it stands."""
    known = _known(book)
    spellings = _joint_pattern(book)
    seen: set[tuple[str, str]] = set()
    has_terms, competencies = bool(book.terms), book.competencies
    for passage in passages(book):
        if spellings and not passage.in_note:
            yield from _spellings(book, passage, spellings)
        yield from _codes(competencies, passage)
        if has_terms:
            yield from _abbreviations(passage, known, seen)


def _joint_pattern(book: Book) -> re.Pattern[str] | None:
    """All spellings to avoid in one pattern."""
    avoided = [other for rule in book.settings.spellings for other in rule.avoid]
    return re.compile(quick(avoided, r"[\w-]") + r"(?![\w-])") if avoided else None


def _known(book: Book) -> set[str]:
    spelled = {word for names in book.settings.regulation_spellings.values() for word in names}
    kinds = {
        word for kind in book.settings.mentions.values() for text in kind.spellings for word in text.split()
    }
    terms = {word for term in book.terms for word in re.split(r"[\s/]+", term.name)}
    return spelled | kinds | terms | set(book.settings.known_capitals)


def _abbreviations(passage: ProsePassage, known: set[str], seen: set[tuple[str, str]]) -> Problems:
    for match in _CAPITALS.finditer(passage.text):
        word, path = match.group(), passage.path
        if word not in known and not _ROMAN.fullmatch(word) and (path, word) not in seen:
            seen.add((path, word))
            yield problem(passage.place(match.start()), Kind.ABBREVIATION_UNKNOWN, kata=word)


def _spellings(book: Book, passage: ProsePassage, pattern: re.Pattern[str]) -> Problems:
    for match in pattern.finditer(passage.text):
        words = match.group()
        rule = next(r for r in book.settings.spellings if words.casefold() in map(str.casefold, r.avoid))
        yield problem(passage.place(match.start()), Kind.SPELLING_OTHER, kata=words, harap=rule.use)


def _codes(known: Mapping[str, Competency], passage: ProsePassage) -> Problems:
    for match in _CODE.finditer(passage.text):
        code = match.group().partition("(")[0].strip()
        place = passage.place(match.start())
        if known and code not in known:
            yield problem(place, Kind.COMPETENCY_UNKNOWN, kata=code)
        elif match["name"] and code in known and _plain(match["name"]) != known[code].name:
            name = known[code].name
            yield problem(place, Kind.COMPETENCY_NAME, kata=_plain(match["name"]), harap=name, kode=code)


def _plain(words: str) -> str:
    """Words on one line, without marks of emphasis."""
    return " ".join(re.sub(r"[*_\0]", " ", words).split())
