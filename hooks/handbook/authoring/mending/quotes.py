"""Quotation marks curled by a word processor. Sources have plain ones, which are curled when shown."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.authoring.sources import Edit

_DOUBLE, _SINGLE = re.compile("[“”„‟]"), re.compile("[‘’‚‛]")


def mend(damaged: Damaged) -> Iterator[Repair]:
    """Plain marks in the running text of pages, in paragraphs whose marks come in pairs."""
    for page in damaged.book.all_pages:
        base, start = len(page.text.text) - len(page.text.body), 0
        for paragraph in re.split(r"(\n[ \t]*\n)", page.text.without_code):
            marks = [*_DOUBLE.finditer(paragraph)]
            if len(marks) % 2 == 0 and '"' not in paragraph:
                yield from (_plain(page.path, base + start + mark.start(), '"') for mark in marks)
            for mark in _SINGLE.finditer(paragraph):
                yield _plain(page.path, base + start + mark.start(), "'")
            start += len(paragraph)


def _plain(path: str, place: int, sign: str) -> Repair:
    return Repair(path, Edit(place, place + 1, sign))
