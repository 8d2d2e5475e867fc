"""Finds mentions in running text: *IK 2.1*, *Tahap 3B*, *baris IV pada IK 2.1*, *UU 23/2014*.

A pure function of text and settings: it neither knows the register nor the page.
The caller resolves the ids and keeps what is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.settings import MentionKind, Settings

_GAP = r"(?:[ \t\u00a0]|\n(?!\s*\n))"
_NUMBERS = {
    "bulat": r"\d{1,2}(?![\d]|[.,/]\d)",
    "bulat-huruf": r"\d{1,2}(?![\d]|[.,/]\d)(?:\s?[A-D](?![A-Za-z0-9]))?",
    "bertitik": r"\d{1,2}\.\d{1,2}(?![\d]|[.,/]\d)",
    "romawi": r"\(?[IVX]+\)?(?![A-Za-z0-9])",
    "kurung": r"\(\d{1,2}\)",
    "aksara": r"[A-Z](?![A-Za-z0-9])",
}
_AND = (
    rf"(?:{_GAP}*,{_GAP}*(?:dan{_GAP}+|atau{_GAP}+)?"
    rf"|{_GAP}+(?:dan|atau|serta|sampai|hingga|s\.d\.){_GAP}+"
    rf"|{_GAP}*[–—-]{_GAP}*)"
)
_LIST_END = (
    rf"(?={_GAP}*(?:[.,;:!?)\]*_”\"]|$|\n|–|—|dan\b|atau\b|sampai\b|hingga\b|pada\b|di\b|dari\b|Modul\b))"
)
_OF = rf"{_GAP}+(?:pada|di|dari|dalam){_GAP}+"


@dataclass(frozen=True)
class Where:
    """Where a text stands: its module's number and its instrument's id, if any."""

    module: int | None = None
    instrument: str | None = None


@dataclass(frozen=True)
class Mention:
    """A mention at `start:end` of the text, with the id that it means.

    `module` is the number of the module it belongs to, None when it has none.
    """

    start: int
    end: int
    words: str
    kind: str
    id: str
    module: int | None


class Scanner:
    """Finds the mentions of the kinds that a book's settings name."""

    def __init__(self, settings: Settings) -> None:
        self.kinds = settings.mentions
        self._own = {
            name: _kind_pattern(kind) for name, kind in self.kinds.items() if kind.within != "instrumen"
        }
        self._inner = {name: kind for name, kind in self.kinds.items() if kind.within == "instrumen"}
        self._deep = {name: re.compile(_series(kind)) for name, kind in self._inner.items()}
        self._laws = _law_pattern(settings.regulation_spellings)
        self._law_ids = _law_ids(settings.regulation_spellings)

    def scan(self, text: str, where: Where) -> list[Mention]:
        """All mentions of a text in order; none overlaps another."""
        found = [*self._plain(text, where), *self._cited(text)]
        found += self._deep_mentions(text, where, [m for m in found if m.kind == "instrumen"])
        return _without_overlaps(found)

    def _plain(self, text: str, where: Where) -> Iterator[Mention]:
        for name, pattern in self._own.items():
            for match in pattern.finditer(text):
                yield from self._numbers(name, match, where)

    def _numbers(self, name: str, match: re.Match[str], where: Where) -> Iterator[Mention]:
        kind = self.kinds[name]
        other = match.groupdict().get("module")
        module = int(other) if other else where.module
        if kind.within == "modul" and module is None:
            return
        numbers = list(re.finditer(_NUMBERS[kind.number], match["numbers"]))
        for index, found in enumerate(numbers):
            start = match.start() if index == 0 else match.start("numbers") + found.start()
            end = match.start("numbers") + found.end()
            if other and index == len(numbers) - 1:
                end = match.end()
            yield self._mention(name, match.string, start, end, found.group(), module)

    def _mention(
        self, name: str, text: str, start: int, end: int, number: str, module: int | None
    ) -> Mention:
        kind = self.kinds[name]
        plain = _plain_number(number)
        owner = module if kind.within == "modul" else _module_of(kind, number)
        id_ = kind.id.format(nomor=plain, modul=module or 0, instrumen="")
        return Mention(start, end, text[start:end], name, id_, owner)

    def _deep_mentions(self, text: str, where: Where, forms: list[Mention]) -> Iterator[Mention]:
        for name, pattern in self._deep.items():
            for match in pattern.finditer(text):
                yield from self._deep_numbers(name, match, where, forms)

    def _deep_numbers(
        self, name: str, match: re.Match[str], where: Where, forms: list[Mention]
    ) -> Iterator[Mention]:
        kind = self.kinds[name]
        form = _form_after(match, forms)
        owner = form.id if form else where.instrument
        if owner is None:
            return
        module = form.module if form else where.module
        for index, found in enumerate(re.finditer(_NUMBERS[kind.number], match["numbers"])):
            start = match.start() if index == 0 else match.start("numbers") + found.start()
            end = match.start("numbers") + found.end()
            id_ = kind.id.format(nomor=_plain_number(found.group()), instrumen=owner, modul="")
            yield Mention(start, end, match.string[start:end], name, id_, module)

    def _cited(self, text: str) -> Iterator[Mention]:
        for match in self._laws.finditer(text):
            form = self._law_ids[re.sub(r"\s+", " ", match["form"]).casefold()]
            id_ = f"{form}-{match['number']}-{match['year']}"
            yield Mention(match.start(), match.end(), match.group(), "peraturan", id_, None)


def _series(kind: MentionKind) -> str:
    """A spelling followed by one number, or by a list or range of numbers."""
    number = _NUMBERS[kind.number]
    spelled = "|".join(_spelling(text) for text in sorted(kind.spellings, key=len, reverse=True))
    dot = r"\.?" if kind.number == "bertitik" else ""
    more = rf"(?:{_AND}{number}{_LIST_END})*"
    return rf"(?<![\w-])(?:{spelled}){dot}{_GAP}*(?P<numbers>{number}{more})"


def _kind_pattern(kind: MentionKind) -> re.Pattern[str]:
    preposition = rf"(?:(?:pada|di|dari|dalam){_GAP}+)?"
    tail = rf"(?:{_GAP}+{preposition}[Mm]odul{_GAP}+(?P<module>\d{{1,2}})(?![\d]|[.,]\d))?"
    return re.compile(_series(kind) + (tail if kind.within == "modul" else ""))


def _spelling(text: str) -> str:
    """Abbreviations as written; words in any case of their first letters."""
    words = [re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})" for word in text.split()]
    return rf"{_GAP}+".join(words)


def _plain_number(number: str) -> str:
    return re.sub(r"[\s()\u00a0]", "", number).replace(".", "-").lower()


def _module_of(kind: MentionKind, number: str) -> int | None:
    """The module to which a number belongs: its first part."""
    if kind.number not in ("bertitik", "bulat"):
        return None
    return int(number.split(".")[0])


def _form_after(match: re.Match[str], forms: list[Mention]) -> Mention | None:
    """The instrument named right after a row or column: *baris IV pada IK 2.1*."""
    of = re.compile(_OF).match(match.string, match.end())
    return next((form for form in forms if of and form.start == of.end()), None)


def _law_pattern(spellings: dict[str, list[str]]) -> re.Pattern[str]:
    names = sorted((name for group in spellings.values() for name in group), key=len, reverse=True)
    forms = "|".join(_spelling(name) for name in names) or r"(?!)"
    article = (
        rf"[Pp]asal{_GAP}+\d+[A-Z]?(?:{_GAP}+ayat{_GAP}+\(\d+[a-z]?\))?(?:{_GAP}+huruf{_GAP}+[a-z])?{_GAP}+"
    )
    year = rf"(?:/|{_GAP}+[Tt]ahun{_GAP}+)(?P<year>\d{{4}})"
    number = rf"(?:No\.?|Nomor|nomor|no\.?)?{_GAP}*(?P<number>\d{{1,3}}){year}"
    return re.compile(rf"(?:{article})?(?<![\w-])(?P<form>{forms})\.?{_GAP}+{number}(?!\d)")


def _law_ids(spellings: dict[str, list[str]]) -> dict[str, str]:
    return {name.casefold(): form for form, names in spellings.items() for name in names}


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    """In order of place; of two that overlap the longer stays."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
