"""Finds mentions in running text: *IK 2.1*, *Tahap 3B*, *baris IV pada IK 2.1*, *UU 23/2014*.

A pure function of text and settings: it neither knows the register nor the page.
The caller resolves the ids and keeps what is left over.
"""

from __future__ import annotations

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
        modules = self.kinds["modul"].spellings if "modul" in self.kinds else []
        tail = patterns.of_module(words, modules)
        self._own: dict[str, re.Pattern[str]] = {}
        self._deep: dict[str, re.Pattern[str]] = {}
        for name, kind in self.kinds.items():
            target = self._deep if kind.within == "instrumen" else self._own
            found = patterns.series(kind, words)
            target[name] = re.compile(found + tail if kind.within == "modul" else found)
        self._inside = re.compile(patterns.inside(words))
        self._laws = patterns.law(settings.regulation_spellings, words)
        self._trigger = patterns.trigger(self.kinds.values(), settings.regulation_spellings)
        self._law_ids = _law_ids(settings.regulation_spellings)

    def scan(self, text: str, where: Where) -> list[Mention]:
        """All mentions of a text in order; none overlaps another."""
        if not self._trigger.search(text):
            return []
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
        spans = list(_spans(match, kind))
        for index, (start, end, number) in enumerate(spans):
            stop = match.end() if other and index == len(spans) - 1 else end
            owner = module if kind.within == "modul" else _module_of(kind, number)
            id_ = kind.id.format(nomor=_plain_number(number), modul=module or 0, instrumen="")
            yield Mention(start, stop, match.string[start:stop], name, id_, owner)

    def _deep_mentions(self, text: str, where: Where, forms: list[Mention]) -> Iterator[Mention]:
        for name, pattern in self._deep.items():
            for match in pattern.finditer(text):
                yield from self._deep_numbers(name, match, where, forms)

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

    def _cited(self, text: str) -> Iterator[Mention]:
        for match in self._laws.finditer(text):
            form = self._law_ids[re.sub(r"\s+", " ", match["form"]).casefold()]
            id_ = f"{form}-{match['number']}-{match['year']}"
            yield Mention(match.start(), match.end(), match.group(), "peraturan", id_, None)


def _spans(match: re.Match[str], kind: MentionKind) -> Iterator[tuple[int, int, str]]:
    """Each number of a series with its span; the first span begins with the spelling."""
    base = match.start("numbers")
    for index, found in enumerate(re.finditer(NUMBERS[kind.number], match["numbers"])):
        start = match.start() if index == 0 else base + found.start()
        yield start, base + found.end(), found.group()


def _plain_number(number: str) -> str:
    return re.sub(r"[\s()\u00a0]", "", number).replace(".", "-").lower()


def _module_of(kind: MentionKind, number: str) -> int | None:
    """The module to which a number belongs: its first part."""
    if kind.number not in ("bertitik", "bulat"):
        return None
    return int(number.split(".")[0])


def _law_ids(spellings: dict[str, list[str]]) -> dict[str, str]:
    return {name.casefold(): form for form, names in spellings.items() for name in names}


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    """In order of place; of two that overlap the longer stays."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
