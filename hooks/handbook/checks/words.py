"""Abbreviations stand in the glossary, terms have one spelling, codes their right name."""

import re
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from handbook.book import Book, Page
from handbook.book.known_pages import unless_clean
from handbook.book.texts import ProsePassage, passages_of
from handbook.content.competency import Competency
from handbook.mentions.patterns import quick
from handbook.problem import Kind, Problem, Problems, problem
from handbook.settings import Spelling

_CAPITALS = re.compile(r"[A-Z](?<![\w./-].)[A-Z0-9]{1,9}(?![\w/]|\.\d)")
_ROMAN = re.compile(r"[IVXLC]+")
_CODE = re.compile(
    r"[A-Z](?<![\w.].)(?:\.\d{6}\.\d{3}\.\d{2}|(?:(?<=M)|(?<=S)K)\.\d{2})(?!\w)(?:\s*\((?P<name>[^)]+)\))?"
)


def check(book: Book) -> Problems:
    """Each abbreviation once per page; each other spelling and wrong code where it stands."""
    rules = _Rules(book.settings.spellings, _joint_pattern(book), _known(book), book.competencies)
    shape = (repr(rules.spellings), sorted(rules.known or ()), rules.known is None, repr(rules.competencies))
    for page in book.all_pages:
        yield from book.known.get("words", page.path, (page, rules), _of_page, book, page, rules, shape)


class _Rules(NamedTuple):
    """The rules of a book for words; `known` is None while there is no glossary."""

    spellings: list[Spelling]
    avoided: re.Pattern[str] | None
    known: set[str] | None
    competencies: Mapping[str, Competency]


def _of_page(book: Book, page: Page, rules: _Rules, shape: object) -> list[Problem]:
    return unless_clean(book, page, "words", partial(_words_of, page, rules), shape)


def _words_of(page: Page, rules: _Rules) -> list[Problem]:
    found: list[Problem] = []
    seen: set[str] = set()
    for passage in passages_of(page):
        if rules.avoided and not passage.in_note:
            found += _spellings(rules, passage, rules.avoided)
        found += _codes(rules.competencies, passage)
        if rules.known is not None:
            found += _abbreviations(passage, rules.known, seen)
    return found


def _joint_pattern(book: Book) -> re.Pattern[str] | None:
    """All spellings to avoid in one pattern."""
    avoided = [other for rule in book.settings.spellings for other in rule.avoid]
    return re.compile(quick(avoided, r"[\w-]") + r"(?![\w-])") if avoided else None


def _known(book: Book) -> set[str] | None:
    """The abbreviations that need no explanation; None while there is no glossary."""
    if not book.terms:
        return None
    spelled = {word for names in book.settings.regulation_spellings.values() for word in names}
    kinds = {
        word for kind in book.settings.mentions.values() for text in kind.spellings for word in text.split()
    }
    terms = {word for term in book.terms for word in re.split(r"[\s/]+", term.name)}
    return spelled | kinds | terms | set(book.settings.known_capitals)


def _abbreviations(passage: ProsePassage, known: set[str], seen: set[str]) -> Problems:
    for match in _CAPITALS.finditer(passage.text):
        word = match.group()
        if word not in known and not _ROMAN.fullmatch(word) and word not in seen:
            seen.add(word)
            yield problem(passage.place(match.start()), Kind.ABBREVIATION_UNKNOWN, kata=word)


def _spellings(rules: _Rules, passage: ProsePassage, pattern: re.Pattern[str]) -> Problems:
    for match in pattern.finditer(passage.text):
        words = match.group()
        rule = next(r for r in rules.spellings if words.casefold() in map(str.casefold, r.avoid))
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
