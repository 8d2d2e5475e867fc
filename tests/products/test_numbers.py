"""References whose word and number stand on one line, on paper and on the narrowest screen."""

from __future__ import annotations

import re

import pytest
from lxml import html

from tests.products.making import Products
from tests.products.paper import Paper

WORDS = "IK|Modul|Tahap|Bahan Bacaan|Kotak|Gambar|Tabel|Kuis|Ingat Kembali|Pasal|ayat|baris|kolom|UU|PP"
NUMBER = r"\(?(?:\d+(?:[./]\d+)*[A-D]?|[IVX]+)\)?(?!\w)"
PARTED = re.compile(rf"\b(?:{WORDS}) *\r\n *{NUMBER}|\b(?:Bahan *\r\n *Bacaan|Ingat *\r\n *Kembali) {NUMBER}")
WHOLE = re.compile(rf"(?<![\w-])(?:{WORDS})\s+{NUMBER}")
ALONE = " or ".join(
    f"@class='{name}'" for name in ("sr-only", "kicker", "module-number", "sheet-code", "sheet-foot")
)
TAGS = "self::h1 or self::h2 or self::h3 or self::label or self::code or self::pre or self::option"
HELD = f"ancestor-or-self::*[@class='mention' or @class='together' or {ALONE} or {TAGS}]"
CHAPTERS = ("modul-", "lampiran/")


@pytest.mark.pdf
def test_no_printed_line_ends_inside_a_reference(paper: Paper) -> None:
    """A column of numbers below the head *Modul* is no reference."""
    pages = zip(paper.labels, paper.texts, strict=True)
    found = [(label, match[0]) for label, text in pages for match in PARTED.finditer(text)]
    assert [pair for pair in found if not pair[1].endswith("\n1")] == []


def test_no_line_of_the_site_ends_inside_a_reference(
    trees: dict[str, html.HtmlElement], products: Products
) -> None:
    style = "".join(file.read_text(encoding="utf-8") for file in products.site.glob("assets/**/*.css"))
    assert re.search(r"\.mention,\s*\.together\s*\{\s*white-space:\s*nowrap", style)
    texts = [
        (path, text, text.getparent())
        for path, tree in trees.items()
        if path.startswith(CHAPTERS)
        for text in tree.xpath("//article//text()[not(ancestor::script or ancestor::style)]")
    ]
    found = [(path, str(text), there) for path, text, there in texts if WHOLE.search(text)]
    assert len(found) > 1000
    assert [(path, text) for path, text, there in found if not _is_held(text, there)] == []


def _is_held(text: object, there: html.HtmlElement) -> bool:
    """Whether the element that a text stands in, or the one before it for a tail, keeps it on a line."""
    own = there.getparent() if getattr(text, "is_tail", False) else there
    return own is not None and bool(own.xpath(HELD))
