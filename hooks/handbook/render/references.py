"""References stay together on the site and in print: no line ends between a word and its number."""

import re
from functools import cache
from xml.etree.ElementTree import Element

from handbook.mentions.patterns import GAP, alternatives
from handbook.render.hyphenation import keep_whole
from handbook.render.spans import wrap
from handbook.settings import Settings

MENTION, LONG = "mention", "mention mention-long"
"""CSS classes of a mention: one of a single number, and one that may be broken between its references."""
TOGETHER = "together"
"""The CSS class of a word and its number within a longer mention or in running text."""
LONGEST = 12  # letters of a name that stays together as a whole; of a longer one, its last word
_CLOSED = {"h1", "h2", "h3", "label", "code", "pre", "option", "script", "style", "svg", "textarea"}
_ALONE = {MENTION, "kicker", "module-number", "sheet-code", "sheet-foot", "sr-only"}
_WORDS = ("pasal", "ayat", "huruf", "angka", "nomor", "tahun")
_NUMBER = r"\(?(?:\d+(?:[./]\d+)*[A-Za-z]?|[IVX]+)(?:\)|(?!\w))"


def keep_words(root: Element, settings: Settings) -> None:
    """Keep together in a tree for print what the end of a line must not part."""
    keep_whole(root, settings.strings.tree("cetak.utuh"), settings.book.language)
    keep_numbers(root, settings)


def keep_numbers(root: Element, settings: Settings) -> None:
    """Mark the longer mentions of a tree, and put each other reference into a span that is not broken."""
    pattern = _pattern(tuple(_names(settings)), tuple(settings.strings.tree("kalimat.huruf")))
    for link in root.iter("a"):
        if link.get("class") == MENTION and not pattern.fullmatch("".join(link.itertext())):
            link.set("class", LONG)
    wrap(root, pattern.finditer, TOGETHER, _is_closed)


def _is_closed(element: Element) -> bool:
    return element.tag in _CLOSED or element.get("class") in _ALONE


def _names(settings: Settings) -> list[str]:
    """The words that a number may follow: of targets, of laws, of the parts of a law."""
    kinds = [name for kind in settings.mentions.values() for name in kind.spellings]
    laws = [name for names in settings.regulation_spellings.values() for name in names]
    words = [name for key in _WORDS for name in settings.strings.tree(f"kalimat.{key}")]
    return [name if len(name) <= LONGEST else name.split()[-1] for name in (*kinds, *laws, *words)]


@cache
def _pattern(names: tuple[str, ...], letter: tuple[str, ...]) -> re.Pattern[str]:
    """A word and its number: *Bahan Bacaan 2.3*, *baris IV*, *ayat (1)*, *UU 23/2014*, *huruf b*."""
    lettered = rf"(?:{alternatives(letter)}){GAP}+[a-z](?!\w)"
    return re.compile(rf"(?<![\w-])(?:(?:{alternatives(names)}){GAP}+{_NUMBER}|{lettered})")
