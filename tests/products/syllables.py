"""Where an Indonesian word may be broken, by the spelling rules of 2022 (EYD V), not by the book's patterns.

The rules alone cannot tell a root from its prefixes and suffixes (`kecamat-an`, but `kedela-pan`). Words in
which that matters are read by a person and stand in penggalan.txt with all their breaks.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

READ = Path(__file__).with_name("penggalan.txt")
_SOUND = re.compile(r"ng|ny|sy|kh|[a-z]")
_GLIDES = ("ai", "au", "oi")
_BEFORE_SUFFIX = r"[aeiou]\|(?:ng|ny|sy|kh|[^aeiou])(?:an(?:nya|lah|kah)?|i(?:nya|lah|kah))$"
_AFTER_PREFIX = r"^(?:mem|men|ke|di|se|pe|me)?(?:be|te|pe)\|r[aeiou]"
_UNSURE = re.compile(f"{_BEFORE_SUFFIX}|{_AFTER_PREFIX}")


def is_right(left: str, right: str) -> bool:
    """Whether a word may be broken into these parts; false too for one that a person has to read first."""
    word = (left + right).lower()
    if word in read():
        return len(left) in read()[word]
    return len(left) in by_sound(word) and not _UNSURE.search(f"{left}|{right}".lower())


@cache
def read() -> dict[str, frozenset[int]]:
    """The positions of all breaks of the words that were read."""
    return {line.replace("-", ""): _marks(line) for line in READ.read_text(encoding="utf-8").split()}


def _marks(line: str) -> frozenset[int]:
    return frozenset(match.start() - before for before, match in enumerate(re.finditer("-", line)))


def by_sound(word: str) -> frozenset[int]:
    """The positions at which a syllable begins: V-V, V-CV, VC-CV, VC-CCV; `au` of `pulau` stays together."""
    sounds = list(_SOUND.finditer(word))
    vowels = [number for number, sound in enumerate(sounds) if sound[0] in "aeiou"]
    found = set()
    for before, after in pairwise(vowels):
        between = after - before - 1
        is_glide = not between and sounds[before][0] + sounds[after][0] in _GLIDES
        if not (is_glide and _is_open(sounds[after + 1 :])):
            found.add(sounds[after - min(between, 1) if between < 2 else before + 2].start())
    return frozenset(found)


def _is_open(rest: list[re.Match[str]]) -> bool:
    """Whether a syllable ends before these sounds: nothing, or a consonant and its own vowel."""
    return not rest or (len(rest) > 1 and rest[1][0] in "aeiou")
