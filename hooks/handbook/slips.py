"""How mentions are written amiss: *ik 2.9*, *IK 2,9*, *Tahp 3*, *UU 23/15*, with hidden letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.patterns import GAP, Words, alternatives, not_measured
from handbook.references import Scanner, Where
from handbook.settings import Settings

_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_FOREIGN = "АВЕЅІЈКМНОРСТХаеіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABESIJKMHOPCTXaeijopcyxABEZHIKMNOPTYXo"
_FOLDED = dict.fromkeys(_HIDDEN, "") | dict.fromkeys(_SPACES, " ") | dict(zip(_FOREIGN, _LATIN, strict=True))
_DISGUISE = re.compile(f"[{_HIDDEN}{_SPACES}{_FOREIGN}]")
_BETWEEN = r"[ \t\u00a0\n]{0,4}(?:-|(?i:nomor|no\.?|number)[ \t\u00a0]{0,2})?[*_]{0,3}"
"""Bounded, so that a long gap costs no more than it is long."""
_SHORTEST = 5
"""Letters of the words in which a slip is told from another word."""


@dataclass(frozen=True)
class Slip:
    """Words at `start:end` that are meant as a mention, and how it is written."""

    start: int
    end: int
    right: str


class Slips:
    """Finds what is meant as a mention in the spellings of a book's settings."""

    def __init__(self, settings: Settings) -> None:
        words = Words.of(settings.strings)
        not_unit, not_counted = not_measured(words)
        self._rest = f"{not_unit}{not_counted}"
        kinds = settings.mentions.values()
        self._dotted = [kind.spellings for kind in kinds if kind.number == "bertitik"]
        self._whole = [kind.spellings for kind in kinds if kind.number in ("bulat", "bulat-huruf")]
        dotted = rf"(?P<a>\d{{1,2}})[ ]?(?P<joint>[.,:-])[ ]?(?P<b>\d{{1,2}})(?![\w]|[.,/]\d){self._rest}"
        self._patterns = [
            re.compile(rf"(?<![\w-])(?P<word>{_any(names)})\.?{_BETWEEN}{dotted}") for names in self._dotted
        ]
        whole = rf"(?P<a>\d{{1,4}})(?![\w]|[.,/]\d){self._rest}"
        self._numbers = [
            re.compile(rf"(?<![\w-])(?P<word>{_any(names)}){_BETWEEN}{whole}") for names in self._whole
        ]
        self._forms = [name for group in settings.regulation_spellings.values() for name in group]
        year = r"\d{2}|\d{4,5}"
        self._law = re.compile(
            rf"(?<![\w-])(?P<word>{_any(self._forms)}){GAP}+(?:(?:{words.number}){GAP}*)?(?P<a>\d{{1,4}})"
            rf"(?P<joint>[ ]?/[ ]?|-|[ ](?=(?:19|20)\d\d\b)|,?[ ](?:{words.year})[ ])(?P<b>{year})(?!\d)"
        )
        spared = {word.casefold() for word in settings.strings.tree("kalimat.kata_lain")}
        names = [name for group in (*self._dotted, *self._whole) for name in group]
        self._typed = {slip: name for name in names for slip in _slips(name) if slip not in spared}
        self._word = re.compile(
            rf"(?<![\w-])(?P<word>[A-Za-z]{{4,}}(?:[ ][A-Za-z]{{4,}})?)[ \u00a0]+(?P<number>\d{{1,2}}"
            rf"(?:\.\d{{1,2}})?[A-D]?)(?![\w]|[.,/]\d){self._rest}"
        )

    def find(self, text: str) -> Iterator[Slip]:
        """All that looks like a slip; what the scanner reads must be left out by the caller."""
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                if match["joint"] == "." or match["word"][0].isupper():
                    right = f"{self._name(match['word'])} {int(match['a'])}.{int(match['b'])}"
                    yield Slip(match.start(), match.end(), right)
        for pattern in self._numbers:
            for match in pattern.finditer(text):
                if match["word"][0].isupper() or "-" not in match.group():  # kuis-2 is an id
                    yield Slip(match.start(), match.end(), f"{self._name(match['word'])} {match['a'][:2]}")
        for match in self._law.finditer(text):
            yield Slip(
                match.start(),
                match.end(),
                f"{self._name(match['word'])} {match['a'][:3]}/{_year(match['b'])}",
            )
        yield from self._mistyped(text)

    def _mistyped(self, text: str) -> Iterator[Slip]:
        for match in self._word.finditer(text):
            words = match["word"].split()
            for count in range(len(words)):
                name = self._typed.get(" ".join(words[count:]).casefold())
                if name:
                    start = match.end("word") - len(" ".join(words[count:]))
                    yield Slip(start, match.end(), f"{name} {match['number']}")

    def _name(self, word: str) -> str:
        """A spelling as the settings have it."""
        plain = " ".join(word.split()).casefold()
        names = (name for group in (*self._dotted, *self._whole, self._forms) for name in group)
        return next((name for name in names if name.casefold() == plain), word)

    @staticmethod
    def disguised(text: str, scanner: Scanner) -> Iterator[tuple[int, str, str]]:
        """Mentions in which hidden or foreign letters stand: where, their plain words, those letters."""
        if not _DISGUISE.search(text):
            return
        folded, origins = [], []
        for place, letter in enumerate(text):
            for plain in _FOLDED.get(letter, letter):
                folded.append(plain)
                origins.append(place)
        plain_text = "".join(folded)
        for mention in scanner.scan(plain_text, Where(module=1)):
            start, end = origins[mention.start], origins[mention.end - 1] + 1
            letters = "".join(dict.fromkeys(_DISGUISE.findall(text[start:end])))
            if letters:
                yield start, mention.plain, letters


def _any(names: list[str]) -> str:
    return rf"(?i:{alternatives(names)})"


def _year(digits: str) -> str:
    """A year of four digits."""
    century = "20" if int(digits) < 40 else "19"
    return f"{century}{digits}" if len(digits) == 2 else digits[:4]


def _slips(name: str) -> Iterator[str]:
    """A spelling with a letter left out, doubled, or put before the one in front of it, but for the first."""
    if len(name.split()[-1]) < _SHORTEST:
        return
    plain = name.casefold()
    for index in range(1, len(plain)):
        if plain[index].isalpha():
            yield plain[:index] + plain[index + 1 :]
            yield plain[:index] + plain[index] + plain[index:]
            if index + 1 < len(plain) and plain[index] != plain[index + 1]:
                yield plain[:index] + plain[index + 1] + plain[index] + plain[index + 2 :]
