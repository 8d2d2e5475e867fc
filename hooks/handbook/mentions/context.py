"""The rule of context: the form or law of a row, a column or an article that names none.

It is the one that the reader has before them. Of these passages the first in which any is named decides:

1. the same sentence, then those before it in the paragraph or item, the nearest first;
2. the items or rows above in the same list or table, the nearest first, and what leads to them;
3. the same block, then the same section, then the section around it, and so on;
4. what the page itself is about, then the whole page.

A passage that names two or more leaves it open, and nothing is guessed. A block is closed to what
stands outside of it: what a facilitator's note names is not before a participant's eyes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

FOREIGN = ""
"""The id of a form or law that is none of this book."""
Owners = tuple[str, ...]
Outer = Callable[[str], Iterable[Owners]]
"""The owners of a kind that are named around a text, the nearest first."""

_HEADING = re.compile(r"(#{1,6})[ \t]")
_FENCE = re.compile(r"(/{3,})[ \t]*(\S?)")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,3}[.)]|:)[ \t]")
_ROW = re.compile(r"[ \t>]*\|")
_MORE = re.compile(r"[ \t]{2,}\S")
_SENTENCE = re.compile(r"[.!?…][\"”’)*_]*\s+(?=[\"“(*_\[]*[A-Z])")
_LISTED = ("item", "row", "more")


class OwnerName(NamedTuple):
    """A form, a law or a module that a text names."""

    start: int
    end: int
    id: str


class _Line(NamedTuple):
    """A line: where it begins, what it is, how deep (a heading's level, a fence's slashes)."""

    start: int
    kind: str
    depth: int = 0


@dataclass(frozen=True, eq=False)
class _Scope:
    """A section or a block that is open at a line, and the one around it."""

    start: int
    depth: int
    is_block: bool
    around: _Scope | None

    @cached_property
    def block(self) -> _Scope | None:
        """The innermost block."""
        return self if self.is_block else (self.around.block if self.around else None)


class OwnerContext:
    """The passages of one text in which `names` stand in their order; parsed once, when first needed."""

    def __init__(self, text: str, names: list[OwnerName]) -> None:
        self.text, self.names = text, names
        self._starts = [name.start for name in names]
        self._known: dict[tuple[int, int], Owners] = {}
        self._leads: dict[int, int] = {}

    def owners(self, offset: int) -> Owners:
        """The owners named in the nearest passage before an offset; several when it is ambiguous."""
        nearest = self._nearest(offset)
        if nearest is None:
            return ()
        line, there = self._line_at(offset), self._line_at(nearest.start)
        if nearest.start >= self._lines[self._lead(self._firsts[line])].start:
            same = self._firsts[line] == self._firsts[there]
            first = self._sentence(nearest.start) if same else self._lines[self._firsts[there]].start
            return self._between(first, nearest.start + 1, offset)
        around = (self._own(first, offset) for first in self._around(line))
        return next((owners for owners in around if owners), ())

    def in_sentence(self, offset: int) -> Owners:
        """The owners that the same sentence names before an offset."""
        return self._between(self._sentence(offset), offset, offset) if self.names else ()

    def on_page(self) -> Owners:
        """The owners that the whole text names outside its blocks."""
        lines = ((name, self._scopes[self._line_at(name.start)]) for name in self.names)
        return _distinct(name for name, scope in lines if name.id != FOREIGN and not (scope and scope.block))

    def _nearest(self, offset: int) -> OwnerName | None:
        """The last name before an offset that its blocks do not close off."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            if self._is_open(self.names[index].start, offset):
                return self.names[index]
        return None

    def _is_open(self, place: int, offset: int) -> bool:
        """Whether the block of a place is open at an offset too."""
        scope = self._scopes[self._line_at(place)]
        block = scope.block if scope else None
        here = self._scopes[self._line_at(offset)]
        while block and here and here is not block:
            here = here.around
        return here is block or block is None

    def _between(self, first: int, last: int, offset: int) -> Owners:
        names = self.names[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        return _distinct(name for name in names if self._is_open(name.start, offset))

    def _own(self, first: int, offset: int) -> Owners:
        """The owners that a section or block names up to an offset, foreign forms and laws left out."""
        key = first, bisect_left(self._starts, offset)
        if key not in self._known:
            names = self.names[bisect_left(self._starts, first) : key[1]]
            own = (name for name in names if name.id != FOREIGN and self._is_open(name.start, offset))
            self._known[key] = _distinct(own)
        return self._known[key]

    def _sentence(self, offset: int) -> int:
        """The offset at which the sentence of an offset begins."""
        start = self._lines[self._firsts[self._line_at(offset)]].start
        index = bisect_right(self._sentences, offset) - 1
        return max(start, self._sentences[index]) if index >= 0 else start

    @cached_property
    def _sentences(self) -> list[int]:
        return [match.end() for match in _SENTENCE.finditer(self.text)]

    @cached_property
    def _lines(self) -> list[_Line]:
        texts = self.text.split("\n")
        starts = accumulate((len(text) + 1 for text in texts), initial=0)
        return [_line(text, start) for text, start in zip(texts, starts, strict=False)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self._lines]

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset) - 1

    @cached_property
    def _firsts(self) -> list[int]:
        """For each line the first one of its paragraph, item or row."""
        found: list[int] = []
        for index, line in enumerate(self._lines):
            above = self._lines[index - 1].kind if index else ""
            goes_on = line.kind in ("text", "more") and above in ("text", "more", "item")
            found.append(found[-1] if goes_on else index)
        return found

    def _lead(self, first: int) -> int:
        """The first line of the list or table of a paragraph, with what leads to it; else its own."""
        passed: list[int] = []
        while first not in self._leads:
            passed.append(first)
            above = self._above[first] if self._lines[first].kind in _LISTED else -1
            if above < 0:
                self._leads[first] = first
            else:
                first = self._firsts[above]
        self._leads.update(dict.fromkeys(passed, self._leads[first]))
        return self._leads[first]

    @cached_property
    def _above(self) -> list[int]:
        """For each line the one above it that is not empty; -1 below a heading or the edge of a block."""
        found: list[int] = []
        last = -1
        for index, line in enumerate(self._lines):
            found.append(last)
            if line.kind != "blank":
                last = -1 if line.kind in ("heading", "open", "close") else index
        return found

    def _around(self, index: int) -> Iterator[int]:
        """The starts of the sections and blocks around a line, innermost first, then that of the text."""
        scope = self._scopes[index]
        while scope:
            yield scope.start
            scope = scope.around
        yield 0

    @cached_property
    def _scopes(self) -> list[_Scope | None]:
        """For each line the innermost section or block that is open there."""
        found: list[_Scope | None] = []
        scope: _Scope | None = None
        for line in self._lines:
            if line.kind == "heading":
                while scope and not scope.is_block and scope.depth >= line.depth:
                    scope = scope.around
                scope = _Scope(line.start, line.depth, False, scope)
            elif line.kind == "open":
                scope = _Scope(line.start, line.depth, True, scope)
            found.append(scope)
            if line.kind == "close":
                scope = _closed(scope, line.depth)
        return found


def _closed(scope: _Scope | None, depth: int) -> _Scope | None:
    """The scope that is open after a closing fence: blocks of its depth and of deeper ones are closed."""
    block = scope.block if scope else None
    while block and block.depth > depth:
        block = block.around.block if block.around else None
    return block.around if block and block.depth == depth else scope


def _line(text: str, start: int) -> _Line:
    if heading := _HEADING.match(text):
        return _Line(start, "heading", len(heading[1]))
    if fence := _FENCE.match(text):
        return _Line(start, "open" if fence[2] else "close", len(fence[1]))
    if not text.strip(" \t\0>"):
        return _Line(start, "blank")
    for kind, pattern in (("item", _ITEM), ("row", _ROW), ("more", _MORE)):
        if pattern.match(text):
            return _Line(start, kind)
    return _Line(start, "text")


def _distinct(names: Iterable[OwnerName]) -> Owners:
    return tuple(dict.fromkeys(name.id for name in names))
