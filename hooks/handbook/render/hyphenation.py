"""Words that are not hyphenated: names, and words that the patterns would break wrongly."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from xml.etree.ElementTree import Element

import pyphen

from handbook.render.spans import wrap

CLASS = "whole"
LANGUAGE = "id"
LEAST = 4  # letters that stay before a break and after it, as in print/type.css

_WORD = re.compile(r"[^\W\d_]+")
_IN_SYLLABLE = re.compile(r"[^aeiou]\|[aeiou]")  # kesal|ahan
_IN_CLUSTER = re.compile(r"[^aeiou|](?<![nk])s\||[^aeiou|][^aeious|]\|")  # subs|tansi, but trans|formasi
_AFTER_NG = re.compile(r"(ng|ny|sy|kh)\|[^aeiou]")
_BEFORE_CLUSTER = re.compile(r"[aeiou]\|(?!ng|ny|sy|kh)[^aeiou]{2}")  # inte|gritas
_IN_TRANS = re.compile(r"n\|s(?!y)[^aeiou]")  # tran|sformasi
_IN_ROOT = re.compile(r"[aeiou]\|(ng|ny|[^aeiouk])an(nya|kah|lah)?$")  # kekeri|ngan, but memberi|kannya
_IN_SUFFIX = re.compile(r"\|(inn?ya$|onal)")  # menanda|inya, internasi|onal
_BEFORE_SUFFIX = re.compile(r"\|an(nya|kah|lah)?$")  # kecamat|annya
_AFTER_PREFIX = re.compile(r"^(di|ke|me|pe|se)?(ber|ter|per|mem|men|meng|pem|pen|peng)\|")  # meng|ambil


def keep_whole(root: Element, names: Iterable[str], language: str) -> None:
    """Put each word in a tree that must not be broken into a span that is not hyphenated."""
    known = frozenset(name.lower() for name in names)

    def is_whole(word: str) -> bool:
        return word.lower() in known or (language == LANGUAGE and is_broken_wrongly(word))

    wrap(root, lambda text: (word for word in _WORD.finditer(text) if is_whole(word.group())), CLASS)


@cache
def is_broken_wrongly(word: str) -> bool:
    """Whether the patterns break an Indonesian word within a syllable or before the suffix -i."""
    return any(map(_is_wrong, _broken(word.lower())))


def _broken(word: str) -> Iterator[str]:
    """The word with a bar at each place where it may be broken."""
    for position in _patterns().positions(word):
        yield f"{word[:position]}|{word[position:]}"


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=LANGUAGE, left=LEAST, right=LEAST)


def _is_wrong(broken: str) -> bool:
    if any(place.search(broken) for place in (_IN_SUFFIX, _IN_TRANS, _IN_ROOT, _BEFORE_CLUSTER)):
        return True
    if _IN_SYLLABLE.search(broken):
        return not (_BEFORE_SUFFIX.search(broken) or _AFTER_PREFIX.match(broken))
    return bool(_IN_CLUSTER.search(broken)) and not _AFTER_NG.search(broken)
