"""Misspelt mentions: *ik 2.9*, *IK 2,9*, *Tahp 3*, *UU 23/15*, or with hidden letters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.mentions.patterns import Words, not_measured, words_of
from handbook.mentions.scanner import Scanner, TextOrigin
from handbook.settings import Settings

_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_FOREIGN = "АВЕЅІЈКМНОРСТХаеіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABESIJKMHOPCTXaeijopcyxABEZHIKMNOPTYXo"
_FOLDED = dict.fromkeys(_HIDDEN, "") | dict.fromkeys(_SPACES, " ") | dict(zip(_FOREIGN, _LATIN, strict=True))
_DISGUISE = re.compile(f"[{_HIDDEN}{_SPACES}{_FOREIGN}]")
_DIGIT = re.compile(r"\d(?<![\d.,/(].)")
_WORD = re.compile(r"[A-Za-z()/]+(?:-[A-Za-z]+)*")
_GAPS = " \t\u00a0\n"
_OPENING = '([“"*_'
_REACH = 48
"""Letters in front of a number among which its words are looked for."""
_SHORTEST = 5
"""Letters of the words in which a misspelling is told from another word."""


class Misspelling(NamedTuple):
    """Words at `start:end` intended as a mention, and the right spelling."""

    start: int
    end: int
    right: str


class MisspellingFinder:
    """The finder of misspelt mentions in the spellings of a book's settings."""

    def __init__(self, settings: Settings) -> None:
        kinds = settings.mentions.values()
        dotted = [name for kind in kinds if kind.number == "bertitik" for name in kind.spellings]
        whole = [name for kind in kinds if kind.number.startswith("bulat") for name in kind.spellings]
        laws = [name for group in settings.regulation_spellings.values() for name in group]
        spared = {word.casefold() for word in settings.strings.tree("kalimat.kata_lain")}
        self._names = {name.casefold(): name for name in (*dotted, *whole, *laws)}
        typed = {misspelling: name for name in (*dotted, *whole) for misspelling in _misspellings(name)}
        self._typed = {
            misspelling: name for misspelling, name in typed.items() if misspelling not in spared
        } | self._names
        self._longest: dict[str, int] = {}  # for the last word of a spelling, of how many it is at most
        for words in map(str.split, self._typed):
            self._longest[words[-1]] = max(self._longest.get(words[-1], 0), len(words))
        self._number_words = {word.casefold() for word in settings.strings.tree("kalimat.nomor")}
        self._number = _numbers(words_of(settings.strings))
        self._kind = (
            dict.fromkeys(laws, "law") | dict.fromkeys(whole, "whole") | dict.fromkeys(dotted, "dotted")
        )

    def find(self, text: str) -> Iterator[Misspelling]:
        """All misspelt mentions of a text; the caller leaves out those that the scanner reads."""
        for digit in _DIGIT.finditer(text):
            place = digit.start()
            first = max(0, place - _REACH)
            before = self._before(text[first:place])
            last = before[max(before.rfind(" "), before.rfind("\n")) + 1 :].lstrip(_OPENING)
            if most := self._longest.get(last.casefold()):
                yield from self._at(text, first, before, place, most)

    def _before(self, text: str) -> str:
        """The text before a number, without the hyphen, marks or word for number between them."""
        before = text.rstrip("*_").rstrip(_GAPS)
        if before.endswith("-"):
            return before[:-1]
        last = before[before.rfind(" ") + 1 :]
        if last.casefold() in self._number_words:
            before = before[: -len(last)].rstrip(_GAPS)
        is_short = before.endswith(".") and before[-2:-1].isupper()
        return before[:-1] if is_short else before

    def _at(self, text: str, first: int, before: str, place: int, most: int) -> Iterator[Misspelling]:
        """The misspelling whose number begins at a place, if its words (at most `most`) are nearly known."""
        words = list(_WORD.finditer(before))[-most:]
        for index, word in enumerate(words):
            said = " ".join(item.group() for item in words[index:])
            name = self._typed.get(said.casefold())
            match = self._number[self._kind[name]].match(text, place) if name else None
            if name and match:
                start = first + word.start()
                if _is_meant(said, text[start : match.end()], match):
                    yield Misspelling(start, match.end(), f"{name} {_right(match)}")
                return


def _is_meant(said: str, words: str, match: re.Match[str]) -> bool:
    """Small words beside a number with a comma or a dash are no mention, and `kuis-2` is an id."""
    joint = match.groupdict().get("joint", ".")
    return said[0].isupper() or (joint in ("./" if "-" not in words else "") or "/" in str(joint))


def _right(match: re.Match[str]) -> str:
    found = match.groupdict()
    if "year" in found:
        return f"{found['a'][:3]}/{_year(found['year'])}"
    return f"{int(found['a'])}.{int(found['b'])}" if "b" in found else found["a"][:2]


def _numbers(words: Words) -> dict[str, re.Pattern[str]]:
    """Patterns of the number of a misspelt mention, by the way it is counted."""
    rest = "".join(not_measured(words))
    end = r"(?![\w]|[.,/]\d)"
    year = rf"[ ]?/[ ]?|-|[ ](?=(?:19|20)\d\d\b)|,?[ ](?:{words['tahun']})[ ]"
    return {
        "dotted": re.compile(rf"(?P<a>\d{{1,2}})[ ]?(?P<joint>[.,:-])[ ]?(?P<b>\d{{1,2}}){end}{rest}"),
        "whole": re.compile(rf"(?P<a>\d{{1,4}}){end}{rest}"),
        "law": re.compile(rf"(?P<a>\d{{1,4}})(?P<joint>{year})(?P<year>\d{{2}}|\d{{4,5}})(?!\d)"),
    }


def disguised(text: str, scanner: Scanner) -> Iterator[tuple[int, str, str]]:
    """Mentions with hidden or foreign letters: their span, their plain words, those letters."""
    if not _DISGUISE.search(text):
        return
    folded, origins = [], []
    for place, letter in enumerate(text):
        for plain in _FOLDED.get(letter, letter):
            folded.append(plain)
            origins.append(place)
    for mention in scanner.scan("".join(folded), TextOrigin(module=1)):
        start, end = origins[mention.start], origins[mention.end - 1] + 1
        letters = "".join(dict.fromkeys(_DISGUISE.findall(text[start:end])))
        if letters:
            yield start, mention.plain, letters


def plain_letters(text: str) -> str:
    """A text with letters that look alike for foreign ones, without hidden letters, on one line."""
    return " ".join("".join(_FOLDED.get(letter, letter) for letter in text).split())


def _year(digits: str) -> str:
    """A year of four digits."""
    century = "20" if int(digits) < 40 else "19"
    return f"{century}{digits}" if len(digits) == 2 else digits[:4]


def _misspellings(name: str) -> Iterator[str]:
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
