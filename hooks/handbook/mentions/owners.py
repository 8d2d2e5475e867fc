"""The form, law or module that mentioned parts belong to: rows, columns, articles, stages.

OwnerName right after or right before, it is that one, for a whole list or range: *baris I, II, dan III
pada IK 2.1*. Else the rule of context decides.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from handbook.mentions import patterns
from handbook.mentions.context import FOREIGN, Outer, OwnerContext, OwnerName, Owners
from handbook.mentions.patterns import NUMBERS, Words
from handbook.settings import MentionKind

ARTICLE, LAW, FORM = "pasal", "peraturan", "instrumen"


class TextOrigin(NamedTuple):
    """The setting of a text: its module's number, the form or the law that it is about, if any.

    On a form's own page rows are its own; `shown` is the only form that another page shows.
    """

    module: int | None = None
    instrument: str | None = None
    law: str | None = None
    shown: str | None = None


class Mention(NamedTuple):
    """A mention at `start:end` of the text, with the id that it means.

    `module` is the number of the module it belongs to, None when it has none. An empty id says
    that it is open to whom the mention belongs; `owners` are those that could be meant.
    """

    start: int
    end: int
    words: str
    kind: str
    id: str
    module: int | None
    article: str = ""
    owners: Owners = ()

    @property
    def plain(self) -> str:
        """The words on one line, without entities and quotation marks of Markdown."""
        return " ".join(re.sub(r"&nbsp;|&#160;|\n[ \t>]*", " ", self.words).split())


class NumberGroup(NamedTuple):
    """A word with its number or numbers as they stand: *baris II dan III*."""

    name: str
    match: re.Match[str]


class Grammar:
    """Patterns for the words between mentions that belong together, in a book's language and spellings."""

    def __init__(self, words: Words, kinds: Mapping[str, MentionKind]) -> None:
        own = kinds[FORM].spellings if FORM in kinds else []
        inside = re.compile(patterns.inside(words))
        self.range = re.compile(patterns.range_between(words))
        self.joint = re.compile(patterns.joint_of(words))
        self.behind = re.compile(patterns.BEHIND)
        self.ahead = {FORM: inside, LAW: re.compile(patterns.of_law(words)), "modul": inside}
        self.others = {kind: re.compile(text) for kind, text in patterns.others(words, own).items()}
        self.of_others = {kind: re.compile(text) for kind, text in patterns.of_others(words, own).items()}
        self.of_other_work = re.compile(patterns.of_other_work(words))
        self.article = re.compile(patterns.article(words))


@dataclass
class OwnerFinder:
    """Finds the owners of the parts in one text, in which the mentions `found` name forms and laws."""

    grammar: Grammar
    kinds: Mapping[str, MentionKind]
    text: str
    origin: TextOrigin
    outer: Outer
    found: list[Mention]
    _names: dict[str, list[OwnerName]] = field(default_factory=dict)
    _read: dict[str, OwnerContext] = field(default_factory=dict)

    def _passages(self, kind: str) -> OwnerContext:
        """The passages of the text in which the owners of a kind are named."""
        if kind not in self._read:
            self._read[kind] = OwnerContext(self.text, self._named(kind))
        return self._read[kind]

    def mentions(self, parts: list[tuple[str, NumberGroup]]) -> Iterator[Mention]:
        """The mentions of all parts; those of forms and laws outside the book are left out."""
        for owner_kind, chain in self._chains(parts):
            last = chain[-1].match.end()
            after = self._right_after(owner_kind, last)
            owners = (after.id,) if after else self._owners(owner_kind, chain[0].match.start(), last)
            if owners == (FOREIGN,):
                continue
            stop = after.end if after and owner_kind == LAW else None
            for group in chain:
                end = stop if group is chain[-1] else None
                yield from self._made(group, owners, end)

    def _chains(self, parts: list[tuple[str, NumberGroup]]) -> Iterator[tuple[str, list[NumberGroup]]]:
        """Groups of one kind that a comma, *dan* or *sampai* joins."""
        chain: list[NumberGroup] = []
        kind = ""
        for owner_kind, group in parts:
            if chain and not (
                chain[-1].name == group.name
                and self.grammar.joint.fullmatch(self.text, chain[-1].match.end(), group.match.start())
                and ";" not in self.text[chain[-1].match.end() : group.match.start()]
            ):
                yield kind, chain
                chain = []
            kind = owner_kind
            chain.append(group)
        if chain:
            yield kind, chain

    def _right_after(self, kind: str, end: int) -> OwnerName | None:
        gap = self.grammar.ahead[kind].match(self.text, end)
        name = self._at(kind, gap.end()) if gap else None
        return name if name and gap and name.start == gap.end() else None

    def _at(self, kind: str, place: int) -> OwnerName | None:
        """The last name that begins at a place or before it."""
        names = self._named(kind)
        index = bisect_right(names, place, key=lambda name: name.start) - 1
        return names[index] if index >= 0 else None

    def _owners(self, kind: str, start: int, end: int) -> Owners:
        """The owners named directly beside the mention, else those of the page or the context."""
        others = self.grammar.of_others.get(kind)
        if others and others.match(self.text, end):
            return (FOREIGN,)
        before = self._at(kind, start)
        if before and self.grammar.behind.fullmatch(self.text, before.end, start):
            return (before.id,)
        return self._own(kind, start) or self._in_context(kind, start)

    def _own(self, kind: str, start: int) -> Owners:
        """The owner that a page implies: the form on its own page, the law in its own entry."""
        own = {FORM: self.origin.instrument, LAW: self.origin.law}.get(kind)
        if own is None:
            return ()
        said = self._passages(kind).in_sentence(start)
        return said if said and (kind == LAW or said == (FOREIGN,)) else (own,)

    def _in_context(self, kind: str, start: int) -> Owners:
        found = self._passages(kind).owners(start)
        if found:
            return found
        if kind == FORM and self.origin.shown:
            return (self.origin.shown,)
        around = (self._passages(kind).on_page(), *self.outer(kind))
        return next((owners for owners in around if owners), ())

    def _named(self, kind: str) -> list[OwnerName]:
        """The forms, laws or modules that the text names, in order; those outside the book too."""
        if kind not in self._names:
            own = [OwnerName(m.start, m.end, m.id) for m in self.found if m.kind == kind]
            pattern = self.grammar.others.get(kind)
            others = pattern.finditer(self.text) if pattern else ()
            foreign = [OwnerName(match.start(), match.end(), FOREIGN) for match in others]
            self._names[kind] = sorted([*own, *foreign], key=lambda name: name.start)
        return self._names[kind]

    def _made(self, group: NumberGroup, owners: Owners, end: int | None) -> Iterator[Mention]:
        """The mentions of a group; the last one takes in the law that stands right behind it.

        While it is open whose they are, the group is one mention without an id.
        """
        if len(owners) != 1:
            yield self._open(group, owners)
            return
        is_article = group.name == ARTICLE
        number = self.grammar.article if is_article else number_of(self.kinds[group.name])
        *others, last = spans(group.match, number)
        for start, stop, words in (*others, (last[0], end or last[1], last[2])):
            yield self._one(group.name, start, stop, words, owners[0])

    def _open(self, group: NumberGroup, owners: Owners) -> Mention:
        start, end = group.match.span()
        kind = LAW if group.name == ARTICLE else group.name
        known = tuple(id_ for id_ in owners if id_ != FOREIGN)
        return Mention(start, end, self.text[start:end], kind, "", None, "", known)

    def _one(self, name: str, start: int, stop: int, number: str, owner: str) -> Mention:
        words = self.text[start:stop]
        if name == ARTICLE:
            article = re.match(r"\d+[A-Z]?", number)
            return Mention(start, stop, words, LAW, owner, None, article.group() if article else "")
        counted = re.search(r"\d+", owner)
        module = int(counted.group()) if counted else self.origin.module
        id_ = self.kinds[name].id.format(nomor=plain_number(number), instrumen=owner, modul=module)
        return Mention(start, stop, words, name, id_, module)


def number_of(kind: MentionKind) -> re.Pattern[str]:
    """The pattern of one number of a kind; a dotted one may lack its module."""
    lost = rf"|{NUMBERS['bulat']}" if kind.number == "bertitik" else ""
    return re.compile(NUMBERS[kind.number] + lost)


def spans(match: re.Match[str], number: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Each number of a group with its span; the first span begins with the word."""
    base = match.start("numbers")
    for index, found in enumerate(number.finditer(match["numbers"])):
        start = match.start() if index == 0 else base + found.start()
        yield start, base + found.end(), found.group()


def plain_number(number: str) -> str:
    """A number as ids have it: no brackets, no leading zeros, a hyphen for the dot."""
    plain = re.sub(r"[\s()\u00a0]", "", number).replace(".", "-").lower()
    return re.sub(r"(?<!\d)0+(?=\d)", "", plain)
