"""Finds mentions in running text: *IK 2.1*, *Tahap 3B*, *baris IV pada IK 2.1*, *UU 23/2014*.

A pure function of text and settings: it neither knows the register nor the page.
The caller resolves the ids and keeps what is left over. To whom a row or an article
belongs that does not say so, `owners` and `context` decide.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handbook.mentions import patterns
from handbook.mentions.context import Outer
from handbook.mentions.owners import (
    ARTICLE,
    LAW,
    Grammar,
    Mention,
    NumberGroup,
    OwnerFinder,
    TextOrigin,
    number_of,
    plain_number,
    spans,
)
from handbook.settings import MentionKind, Settings

__all__ = ["Mention", "Scanner", "TextOrigin"]


class Scanner:
    """Finds the mentions of the kinds that a book's settings name.

    `own` gives the ids of what has another id than its number says.
    """

    def __init__(self, settings: Settings, own: Mapping[str, str] = MappingProxyType({})) -> None:
        self.own = own
        words = patterns.words_of(settings.strings)
        self.kinds = settings.mentions
        self.grammar = Grammar(words, self.kinds)
        self._by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        modules = self.kinds["modul"].spellings if "modul" in self.kinds else []
        tail = patterns.of_module(words, modules)
        for name, kind in self.kinds.items():
            found = patterns.series(kind, words) + (tail if kind.within == "modul" else "")
            self._enter(name, found, kind.spellings)
        laws = settings.regulation_spellings
        if laws:
            names = [name for group in laws.values() for name in group]
            self._enter(LAW, patterns.law(laws, words), names)
            self._enter(ARTICLE, patterns.articles(words), settings.strings.tree("kalimat.pasal"))
        # Only where one of the first words stands can a mention begin.
        self._trigger = re.compile(patterns.quick(self._by_word, "[A-Za-z0-9-]"))
        self._law_ids = {name.casefold(): form for form, names in laws.items() for name in names}

    def _enter(self, name: str, pattern: str, spellings: list[str]) -> None:
        compiled = re.compile(pattern)
        for word in {text.split()[0].casefold() for text in spellings}:
            self._by_word.setdefault(word, []).append((name, compiled))

    def scan(self, text: str, origin: TextOrigin, outer: Outer = lambda _: ()) -> list[Mention]:
        """All mentions of a text in order; none overlaps another.

        `outer` gives the forms and laws that are named around the text.
        """
        found: list[Mention] = []
        parts: list[tuple[str, NumberGroup]] = []
        for group in self._groups(text):
            owner = self._owner_kind(group, origin)
            if owner:
                parts.append((owner, group))
            else:
                found += self._whole(group, origin)
        if parts:
            found += OwnerFinder(self.grammar, self.kinds, text, origin, outer, found).mentions(parts)
        return _without_overlaps(found)

    def reads(self, text: str, start: int) -> bool:
        """Whether a mention begins exactly at a place."""
        hit = self._trigger.match(text, start)
        known = self._by_word[hit.group().casefold()] if hit else []
        return any(pattern.match(text, start) for _, pattern in known)

    def ranges(self, text: str, mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """The ends of each range among the mentions of a text: *IK 5.1 sampai IK 5.6*."""
        for first, last in itertools.pairwise(mentions):
            if first.kind == last.kind and self.grammar.range.fullmatch(text, first.end, last.start):
                yield first, last

    def _groups(self, text: str) -> Iterator[NumberGroup]:
        """Everything that has the form of a mention, tried only where a first word stands."""
        for hit in self._trigger.finditer(text):
            for name, pattern in self._by_word[hit.group().casefold()]:
                match = pattern.match(text, hit.start())
                if match and not self.grammar.of_other_work.match(text, match.end()):
                    yield NumberGroup(name, match)

    def _owner_kind(self, group: NumberGroup, origin: TextOrigin) -> str:
        """The kind of owner of a group's numbers, unless the group or the page names the owner."""
        if group.name == ARTICLE:
            return LAW
        kind = self.kinds.get(group.name)
        if kind is None or kind.within is None:
            return ""
        is_said = kind.within == "modul" and (origin.module is not None or group.match["module"])
        return "" if is_said else kind.within

    def _whole(self, group: NumberGroup, origin: TextOrigin) -> Iterator[Mention]:
        """Mentions that are complete without an owner."""
        if group.name == LAW:
            yield self._cited(group.match)
            return
        kind, match = self.kinds[group.name], group.match
        if _is_common(match, kind):
            return
        other = match.groupdict().get("module")
        module = int(other) if other else origin.module
        found = list(spans(match, number_of(kind)))
        for index, (start, end, number) in enumerate(found):
            stop = match.end() if other and index == len(found) - 1 else end
            owner = module if kind.within == "modul" else _module_of(kind, number) or origin.module
            id_ = kind.id.format(nomor=plain_number(number), modul=module or 0, instrumen="")
            yield Mention(start, stop, match.string[start:stop], group.name, self.id_of(id_), owner)

    def id_of(self, numbered: str) -> str:
        """The id of what has an id by its number."""
        return self.own.get(numbered, numbered)

    def _cited(self, match: re.Match[str]) -> Mention:
        form = self._law_ids[re.sub(r"\s+", " ", match["form"]).casefold()]
        id_ = f"{form}-{match['number']}-{match['year']}"
        return Mention(match.start(), match.end(), match.group(), LAW, id_, None)


def _is_common(match: re.Match[str], kind: MentionKind) -> bool:
    """Whether it is no mention with a lost module but a common word: *kotak 3* in lower case."""
    return kind.number == "bertitik" and "." not in match["numbers"] and match.group()[0].islower()


def _module_of(kind: MentionKind, number: str) -> int | None:
    """The module in a number, its first part; None when the number has lost that part."""
    if kind.number == "bertitik" and "." not in number:
        return None
    return int(number.split(".")[0]) if kind.number in ("bertitik", "bulat") else None


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    """In order of place; of two that overlap the longer stays."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
