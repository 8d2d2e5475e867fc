"""Asks hunspell which words it does not know."""

from __future__ import annotations

import functools
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.chapters.spelling.texts import Found

LIST = Path(__file__).parent / "words.txt"
COMMAND = ("hunspell", "-d", "id_ID", "-i", "UTF-8", "-l")
ABBREVIATION = re.compile(r"[A-Z]{2,}|[A-Za-z]")
CLITIC = re.compile(r"(?<=[a-z]{3})(?:nya|lah|kah|pun|ku|mu)$")
"""Affixes and clitics that Indonesian joins to any word; the dictionary has only some of these."""


@functools.cache
def reviewed() -> frozenset[str]:
    """Further words of the book, reviewed one by one."""
    return frozenset(LIST.read_text(encoding="utf-8").split())


def unknown(found: Iterable[Found]) -> list[Found]:
    """Words in neither the dictionary nor the list; abbreviations have a check of their own."""
    items = [item for item in found if not ABBREVIATION.fullmatch(item.word)]
    missing = lacking({form for item in items for form in _forms(item.word)})
    return [item for item in items if not _is_right(item.word, missing)]


def _is_right(word: str, missing: frozenset[str]) -> bool:
    """A word as it is, or every part of a reduplication or compound."""
    return _is_known(word, missing) or all(_is_known(part, missing) for part in _parts(word))


def _is_known(word: str, missing: frozenset[str]) -> bool:
    readings = (word, word.lower(), CLITIC.sub("", word), CLITIC.sub("", word.lower()))
    return any(ABBREVIATION.fullmatch(form) or form in reviewed() or form not in missing for form in readings)


def _parts(word: str) -> list[str]:
    return re.split(r"[-'’]", word)


def _forms(word: str) -> set[str]:
    """Every form of a word that the dictionary is asked about."""
    whole = {word, *_parts(word)}
    return {form for piece in whole for low in (piece, piece.lower()) for form in (low, CLITIC.sub("", low))}


def lacking(words: Iterable[str]) -> frozenset[str]:
    """The words that hunspell does not know."""
    run = subprocess.run(COMMAND, input="\n".join(sorted(words)), capture_output=True, text=True, check=True)
    return frozenset(run.stdout.split())
