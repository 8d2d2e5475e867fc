"""A passage that is marked for the screen fits on one slide, and stands in a module, which has a deck."""

import re

from handbook.book import Book, Page
from handbook.problem import Kind, Problems, problem
from handbook.source.blocknames import SHOWN
from handbook.source.mdblocks import BlockMark
from handbook.source.screen import MOST_WORDS, words

_NUMBER = re.compile(r"^[ \t]*\d+[.)](?=[ \t])", re.M)
"""The number of an item in a list, which is no word."""


def check(book: Book) -> Problems:
    """Passages with too many words, at the first that has no room; those that no deck has."""
    for page in book.pages.values():
        for mark in page.text.blocks:
            if mark.name != SHOWN:
                continue
            if page.module is None:
                yield problem(mark.place, Kind.BLOCK_MISPLACED, kata=f"/// {SHOWN}")
            elif mark.end is not None:
                yield from _long(page, mark)


def _long(page: Page, mark: BlockMark) -> Problems:
    lines = page.text.spoken.split("\n")
    before = sum(len(line) + 1 for line in lines[: mark.start])
    shown = "\n".join(lines[mark.start : mark.end])
    found = words(_NUMBER.sub(lambda match: "\0" * len(match.group()), shown))
    if len(found) > MOST_WORDS:
        first = found[MOST_WORDS]
        place = page.text.place(before + first.start())
        yield problem(place, Kind.SLIDE_LONG, kata=first.group(), jumlah=len(found), batas=MOST_WORDS)
