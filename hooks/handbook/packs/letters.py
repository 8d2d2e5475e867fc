"""Which letters the shipped fonts can print: a name must not come out as boxes."""

from __future__ import annotations

import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from handbook.printshop import STYLES

FONT = STYLES / "fonts" / "source-sans-3-latin-400-normal.ttf"
ALIKE = str.maketrans({"ʹ": "'", "ʾ": "ʼ", "ʿ": "ʻ", "՚": "'", "＇": "'", "‐": "-", "‑": "-", "\u00a0": " "})
"""Apostrophes and hyphens that the fonts have under another number."""


@cache
def printable() -> frozenset[str]:
    """Every character that the fonts have."""
    with TTFont(FONT) as font:
        return frozenset(map(chr, font.getBestCmap()))


def tidied(text: str) -> str:
    """A text with single spaces and composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).translate(ALIKE).split())


def unprintable(text: str) -> str:
    """The characters of a text that cannot be printed, each once."""
    return "".join(sorted(set(text) - printable()))
