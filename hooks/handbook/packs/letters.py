"""Letters in names that the fonts of the print have; others would print as boxes."""

from __future__ import annotations

import unicodedata

from handbook.render.glyphs import lacking

ALIKE = str.maketrans({"ʹ": "'", "ʾ": "ʼ", "ʿ": "ʻ", "՚": "'", "＇": "'", "‐": "-", "‑": "-", "\u00a0": " "})
"""Apostrophes and hyphens that the fonts have under another number."""
HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")
"""Categories of characters that are no letters at all."""


def tidied(text: str) -> str:
    """A text with single spaces and composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).translate(ALIKE).split())


def unprintable(text: str) -> str:
    """The characters of a text that cannot be printed, each once."""
    hidden = {letter for letter in text if unicodedata.category(letter) in HIDDEN}
    return "".join(sorted({*lacking(text), *hidden}))
