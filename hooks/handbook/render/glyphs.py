"""Letters that the shipped fonts lack; the printing machine would substitute another font.

The book would then look different on another machine, and a screen reader may not know the letter.
"""

import unicodedata
from functools import cache
from pathlib import Path

from lxml import html as lxml_html

FONTS = Path(__file__).parents[1] / "print" / "fonts"
UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Categories of characters that leave no ink."""


def missing(document: str) -> str:
    """The letters of an HTML document that some shipped font lacks, each once."""
    return lacking("".join(map(str, lxml_html.document_fromstring(document).itertext())))


def lacking(text: str) -> str:
    """The letters of a text that some shipped font lacks, each once."""
    odd = (letter for letter in set(text) - _covered() if unicodedata.category(letter) not in UNSEEN)
    return "".join(sorted(odd))


@cache
def _covered() -> frozenset[str]:
    """The letters that all fonts of the print have."""
    return frozenset(map(chr, set.intersection(*map(_letters, sorted(FONTS.glob("*.ttf"))))))


def _letters(path: Path) -> set[int]:
    from fontTools.ttLib import TTFont  # costs a moment: only when a text is looked at

    with TTFont(path) as font:
        return set(font.getBestCmap())
