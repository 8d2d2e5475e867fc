"""Whether a PDF that something else printed has every page of the book in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
from lxml import html

from handbook import press

TEXTS = ("p", "li", "td", "th", "dd")
SAMPLES = 10
START = slice(5, 45)
"""Letters of a text that are looked for: it may have a number before it, and go on upon the next sheet."""


def absent(items: Iterable[press.Part], pdf: Path) -> tuple[list[str], int]:
    """The pages of the book of which a PDF has less than half of the longest texts; how many there are."""
    printed = _letters("".join(_sheets(pdf)))
    pages = [page for item in items for page in html.fromstring(item.html).iter("article")]
    lacking = [page.get("data-head", "") for page in pages if not _is_in(page, printed)]
    return lacking, len(pages)


def _sheets(pdf: Path) -> Iterable[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded()


def _is_in(page: html.HtmlElement, printed: str) -> bool:
    texts = {_letters(text.text_content()) for text in page.iter(*TEXTS) if text.find(".//p") is None}
    samples = sorted(texts, key=lambda text: (-len(text), text))[:SAMPLES]
    return sum(text[START] in printed for text in samples) * 2 >= len(samples)


def _letters(text: str) -> str:
    """Only letters and figures: lines, hyphens and spaces fall otherwise on each sheet."""
    return re.sub(r"[\W_]+", "", text).lower()
