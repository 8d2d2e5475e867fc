"""Words that are not hyphenated: names, and words that the patterns would break wrongly."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from xml.etree.ElementTree import Element

import pyphen

CLASS = "whole"
LANGUAGE = "id"
LEAST = 4  # letters that stay before a break and after it, as in print/type.css
Test = Callable[[str], bool]

_WORD = re.compile(r"[^\W\d_]+")
_IN_SYLLABLE = re.compile(r"[^aeiou]\|[aeiou]")  # kesal|ahan
_IN_CLUSTER = re.compile(r"[^aeiou|][^aeious|]\|")  # berp|raktik, but trans|formasi
_AFTER_NG = re.compile(r"(ng|ny|sy|kh)\|[^aeiou]")
_IN_SUFFIX = re.compile(r"\|inn?ya$")  # menanda|inya
_BEFORE_SUFFIX = re.compile(r"\|an(nya|kah|lah)?$")  # kecamat|annya
_AFTER_PREFIX = re.compile(r"^(di|ke|me|pe|se)?(ber|ter|per|mem|men|meng|pem|pen|peng)\|")  # meng|ambil


def keep_whole(root: Element, names: Iterable[str], language: str) -> None:
    """Put each word in a tree that must not be broken into a span that is not hyphenated."""
    known = frozenset(names)

    def is_whole(word: str) -> bool:
        return word in known or (language == LANGUAGE and is_broken_wrongly(word))

    for parent in list(root.iter()):
        children = list(parent)
        parts = [(None, parent.text), *((child, child.tail) for child in children)]
        if any(text and any(map(is_whole, _WORD.findall(text))) for _, text in parts):
            _rebuild(parent, parts, is_whole)


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
    if _IN_SUFFIX.search(broken):
        return True
    if _IN_SYLLABLE.search(broken):
        return not (_BEFORE_SUFFIX.search(broken) or _AFTER_PREFIX.match(broken))
    return bool(_IN_CLUSTER.search(broken)) and not _AFTER_NG.search(broken)


def _rebuild(parent: Element, parts: Iterable[tuple[Element | None, str | None]], is_whole: Test) -> None:
    """Write the text of an element anew, with spans in it."""
    parent[:] = []
    for child, text in parts:
        before, *spans = _split(text or "", is_whole)
        if child is None:
            parent.text = before
        else:
            child.tail = before
            parent.append(child)
        for word, after in zip(spans[::2], spans[1::2], strict=True):
            span = Element("span", {"class": CLASS})
            span.text, span.tail = word, after
            parent.append(span)


def _split(text: str, is_whole: Test) -> list[str]:
    """A text cut at the words that stay whole: text, word, text, word, … text."""
    parts, end = [], 0
    for match in _WORD.finditer(text):
        if is_whole(match.group()):
            parts += [text[end : match.start()], match.group()]
            end = match.end()
    return [*parts, text[end:]]
