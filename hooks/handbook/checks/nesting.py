"""Nothing stands within itself more often than a reader could follow.

Python-Markdown goes one step down for each level, and looks for the end of each opened bracket to the
end of the text: without a limit a pasted text could keep it busy for minutes or make it give up.
"""

import re

from handbook.book import Book, Page
from handbook.book.known_pages import kept_clean
from handbook.problem import Kind, Place, Problem, Problems, problem
from handbook.source.mdtext import MarkdownText

LEVELS = 10
"""Quotations, lists and blocks within each other."""
BRACKETS = 20
"""Brackets within each other in a paragraph; what is never closed counts too."""
_MARKERS = re.compile(r"^(?:[ \t]|>|[-*+:](?=[ \t])|\d+[.)](?=[ \t]))+", re.M)
_MARKER = re.compile(r">|[-*+:]|\d+")
_STEP = 4
"""Spaces by which Python-Markdown puts a list into another one."""
_BRACKET = re.compile(r"\n[ \t]*\n|[\[\](){}]")


def check(book: Book) -> Problems:
    """The first place on each page that is too deep, of each sort."""
    for page in book.all_pages:
        yield from _too_deep(book, page)


@kept_clean
def _too_deep(_: Book, page: Page) -> list[Problem]:
    return list(too_deep(page.text))


def too_deep(text: MarkdownText) -> Problems:
    """The first place of a text that is too deep, of each sort."""
    for place, limit in ((_marks(text), LEVELS), (_brackets(text), BRACKETS), (_blocks(text), LEVELS)):
        if place is not None:
            words = text.text.splitlines()[place.line - 1].strip()[:60]
            yield problem(place, Kind.NESTED_TOO_DEEP, kata=words, batas=limit)


def _marks(text: MarkdownText) -> Place | None:
    """A line that begins within too many quotations and lists."""
    for match in _MARKERS.finditer(text.visible):
        words = match.group()
        markers = len(_MARKER.findall(words))
        indent = len(words.expandtabs(_STEP)) - len(words.expandtabs(_STEP).lstrip())
        if markers and markers + indent // _STEP > LEVELS:
            return text.place(match.start())
    return None


def _brackets(text: MarkdownText) -> Place | None:
    """A bracket within too many others."""
    depth = 0
    for match in _BRACKET.finditer(text.visible):
        mark = match.group()
        depth = 0 if mark[0] == "\n" else depth + 1 if mark in "[({" else max(0, depth - 1)
        if depth > BRACKETS:
            return text.place(match.start())
    return None


def _blocks(text: MarkdownText) -> Place | None:
    """A block within too many others."""
    ends: list[int] = []
    for mark in text.blocks:
        ends = [end for end in ends if end > mark.start]
        if len(ends) >= LEVELS:
            return mark.place
        ends.append(mark.end if mark.end is not None else mark.start)
    return None
