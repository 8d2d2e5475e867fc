"""Finds mentions in running text: *IK 2.1*, *Tahap 3B*, *baris IV pada IK 2.1*, *UU 23/2014*.

A pure function of text and settings: it neither knows the register nor the page.
The caller resolves the ids and keeps what is left over.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook import patterns
from handbook.patterns import NUMBERS, Words
from handbook.settings import MentionKind, Settings


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

    @property
    def plain(self) -> str:
        """The words on one line, without entities and quotation marks of Markdown."""
        return " ".join(re.sub(r"&nbsp;|&#160;|\n[ \t>]*", " ", self.words).split())


class Scanner:
    """Finds the mentions of the kinds that a book's settings name."""

    def __init__(self, settings: Settings) -> None:
        words = Words.of(settings.strings)
        self.kinds = settings.mentions
        self._by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        modules = self.kinds["modul"].spellings if "modul" in self.kinds else []
        tail = patterns.of_module(words, modules)
        for name, kind in self.kinds.items():
            found = patterns.series(kind, words) + (tail if kind.within == "modul" else "")
            self._enter(name, re.compile(found), kind.spellings)
        laws = settings.regulation_spellings
        names = [name for group in laws.values() for name in group]
        self._enter("peraturan", patterns.law(laws, words), [*names, *settings.strings.tree("kalimat.pasal")])
        self._inside = re.compile(patterns.inside(words))
        self._range = re.compile(patterns.range_between(words))
        self._trigger = patterns.trigger(self._by_word)
        self._law_ids = _law_ids(laws)

    def _enter(self, name: str, pattern: re.Pattern[str], spellings: list[str]) -> None:
        for word in patterns.first_words(spellings):
            self._by_word.setdefault(word, []).append((name, pattern))

    def scan(self, text: str, where: Where) -> list[Mention]:
        """All mentions of a text in order; none overlaps another."""
        found: list[Mention] = []
        deep: list[tuple[str, re.Match[str]]] = []
        for name, match in self._matches(text):
            if name == "peraturan":
                found.append(self._cited(match))
            elif self.kinds[name].within == "instrumen":
                deep.append((name, match))
            else:
                found += self._numbers(name, match, where)
        forms = [mention for mention in found if mention.kind == "instrumen"]
        for name, match in deep:
            found += self._deep_numbers(name, match, where, forms)
        return _without_overlaps(found)

    def ranges(self, text: str, mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """The ends of each range among the mentions of a text: *IK 5.1 sampai IK 5.6*."""
        for first, last in itertools.pairwise(mentions):
            if first.kind == last.kind and self._range.fullmatch(text, first.end, last.start):
                yield first, last

    def _matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Everything that has the form of a mention, tried only where a first word stands."""
        for hit in self._trigger.finditer(text):
            for name, pattern in self._by_word[hit.group().casefold()]:
                match = pattern.match(text, hit.start())
                if match:
                    yield name, match

    def _numbers(self, name: str, match: re.Match[str], where: Where) -> Iterator[Mention]:
        kind = self.kinds[name]
        other = match.groupdict().get("module")
        module = int(other) if other else where.module
        if kind.within == "modul" and module is None:
            return
        spans = list(_spans(match, kind))
        if _is_common(match, kind):
            return
        for index, (start, end, number) in enumerate(spans):
            stop = match.end() if other and index == len(spans) - 1 else end
            owner = module if kind.within == "modul" else _module_of(kind, number) or where.module
            id_ = kind.id.format(nomor=_plain_number(number), modul=module or 0, instrumen="")
            yield Mention(start, stop, match.string[start:stop], name, id_, owner)

    def _deep_numbers(
        self, name: str, match: re.Match[str], where: Where, forms: list[Mention]
    ) -> Iterator[Mention]:
        kind = self.kinds[name]
        form = self._form_after(match, forms)
        owner = form.id if form else where.instrument
        if owner is None:
            return
        module = form.module if form else where.module
        for start, end, number in _spans(match, kind):
            id_ = kind.id.format(nomor=_plain_number(number), instrumen=owner, modul="")
            yield Mention(start, end, match.string[start:end], name, id_, module)

    def _form_after(self, match: re.Match[str], forms: list[Mention]) -> Mention | None:
        """The instrument named right after a row or column: *baris IV pada IK 2.1*."""
        of = self._inside.match(match.string, match.end())
        return next((form for form in forms if of and form.start == of.end()), None)

    def _cited(self, match: re.Match[str]) -> Mention:
        form = self._law_ids[re.sub(r"\s+", " ", match["form"]).casefold()]
        id_ = f"{form}-{match['number']}-{match['year']}"
        return Mention(match.start(), match.end(), match.group(), "peraturan", id_, None)


def _is_common(match: re.Match[str], kind: MentionKind) -> bool:
    """*kotak 3* in lower case is no mention with a lost module, only a word and a number."""
    return kind.number == "bertitik" and "." not in match["numbers"] and match.group()[0].islower()


def _spans(match: re.Match[str], kind: MentionKind) -> Iterator[tuple[int, int, str]]:
    """Each number of a series with its span; the first span begins with the spelling."""
    base = match.start("numbers")
    pattern = (
        rf"{NUMBERS[kind.number]}|{NUMBERS['bulat']}" if kind.number == "bertitik" else NUMBERS[kind.number]
    )
    for index, found in enumerate(re.finditer(pattern, match["numbers"])):
        start = match.start() if index == 0 else base + found.start()
        yield start, base + found.end(), found.group()


def _plain_number(number: str) -> str:
    plain = re.sub(r"[\s()\u00a0]", "", number).replace(".", "-").lower()
    return re.sub(r"(?<!\d)0+(?=\d)", "", plain)


def _module_of(kind: MentionKind, number: str) -> int | None:
    """The module to which a number belongs: its first part; None when it has lost that part."""
    if kind.number == "bertitik" and "." not in number:
        return None
    return int(number.split(".")[0]) if kind.number in ("bertitik", "bulat") else None


def _law_ids(spellings: dict[str, list[str]]) -> dict[str, str]:
    return {name.casefold(): form for form, names in spellings.items() for name in names}


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    """In order of place; of two that overlap the longer stays."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
