"""The rule of context: to which form or law a row, a column or an article belongs that does not name it.

It is the one that the reader has before them. Of these passages the first in which any is named decides:

1. the same sentence, then those before it in the paragraph or item, the nearest first;
2. the items or rows above in the same list or table, the nearest first, and what leads to them;
3. the same block, then the same section, then the section around it, and so on;
4. what the page itself is about, then the whole page.

A passage that names two or more leaves it open, and nothing is guessed. A block is closed to what
stands outside of it: what a facilitator's note names is not before a participant's eyes.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

FOREIGN = ""
"""The id of a form or law that is none of this book."""
Owners = tuple[str, ...]
Outer = Callable[[str], Iterable[Owners]]
"""What is before the reader beyond a text, for a kind of owner: the nearest first."""

_HEADING = re.compile(r"(#{1,6})[ \t]")
_FENCE = re.compile(r"(/{3,})[ \t]*(\S?)")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,3}[.)]|:)[ \t]")
_ROW = re.compile(r"[ \t>]*\|")
_MORE = re.compile(r"[ \t]{2,}\S")
_SENTENCE = re.compile(r"[.!?…][\"”’)*_]*\s+(?=[\"“(*_\[]*[A-Z])")


@dataclass(frozen=True)
class Named:
    """A form, a law or a module that a text names."""

    start: int
    end: int
    id: str


@dataclass(frozen=True)
class _Line:
    """A line: where it begins, what it is, how deep (a heading's level, a fence's slashes)."""

    start: int
    kind: str
    depth: int = 0


class Passages:
    """The passages of one text, found only when somebody asks."""

    def __init__(self, text: str) -> None:
        self.text = text

    def owners(self, offset: int, names: Sequence[Named]) -> Owners:
        """Whom the nearest passage before an offset names; more than one: it is open; none: nobody."""
        for ids in self._levels(offset, names):
            if ids:
                return ids
        return ()

    def in_sentence(self, offset: int, names: Sequence[Named]) -> Owners:
        """Whom the same sentence names before an offset."""
        start = self._paragraph(self._line_at(offset))
        sentences = [start, *(m.end() for m in _SENTENCE.finditer(self.text, start, offset))]
        return _distinct(name for name in names if sentences[-1] <= name.start < offset)

    def on_page(self, names: Sequence[Named]) -> Owners:
        """Whom the whole text names outside of its closed blocks."""
        return _distinct(name for name in names if name.id != FOREIGN and not self._closed(name.start, -1))

    def _levels(self, offset: int, names: Sequence[Named]) -> Iterator[Owners]:
        before = [name for name in names if name.start < offset and not self._closed(name.start, offset)]
        line = self._line_at(offset)
        start = self._paragraph(line)
        bounds = [start, *(m.end() for m in _SENTENCE.finditer(self.text, start, offset)), offset]
        for first, last in zip(reversed(bounds[:-1]), reversed(bounds[1:]), strict=True):
            yield _distinct(name for name in before if first <= name.start < last)
        for first, last in itertools.pairwise([start, *self._list(line)]):
            yield _distinct(name for name in before if last <= name.start < first)
        own = [name for name in before if name.id != FOREIGN]
        for first in self._around(offset):
            yield _distinct(name for name in own if name.start >= first)

    @cached_property
    def _lines(self) -> list[_Line]:
        texts = self.text.split("\n")
        starts = itertools.accumulate((len(text) + 1 for text in texts), initial=0)
        return [_line(text, start) for text, start in zip(texts, starts, strict=False)]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self._lines]

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """The span of every block."""
        found: list[tuple[int, int]] = []
        open_: list[_Line] = []
        for line in self._lines:
            if line.kind == "open":
                open_.append(line)
            elif line.kind == "close":
                while open_ and open_[-1].depth > line.depth:
                    open_.pop()
                if open_ and open_[-1].depth == line.depth:
                    found.append((open_.pop().start, line.start))
        return found + [(line.start, len(self.text) + 1) for line in open_]

    def _closed(self, place: int, offset: int) -> bool:
        """Whether a place lies in a block that an offset does not lie in."""
        return any(a <= place < b and not a <= offset < b for a, b in self._blocks)

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _paragraph(self, index: int) -> int:
        """Where the paragraph, item or row of a line begins."""
        return self._lines[self._first(index)].start

    def _first(self, index: int) -> int:
        kinds = ("text", "more")
        while index and self._lines[index].kind in kinds and self._lines[index - 1].kind in (*kinds, "item"):
            index -= 1
        return index

    def _list(self, index: int) -> Iterator[int]:
        """Where the items or rows above a line in its list or table begin, at last what leads to them."""
        first = self._first(index)
        while self._lines[first].kind in ("item", "row", "more"):
            above = next((i for i in range(first - 1, -1, -1) if self._lines[i].kind != "blank"), -1)
            if above < 0 or self._lines[above].kind in ("heading", "open", "close"):
                break
            first = self._first(above)
            yield self._lines[first].start

    def _around(self, offset: int) -> Iterator[int]:
        """Where the blocks and sections around an offset begin, the inner first, at last the text."""
        starts = [a for a, b in self._blocks if a <= offset < b]
        level = 7
        for line in reversed(self._lines[: self._line_at(offset) + 1]):
            if line.kind == "heading" and line.depth < level and not self._closed(line.start, offset):
                level = line.depth
                starts.append(line.start)
        yield from sorted({*starts, 0}, reverse=True)


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


def _distinct(names: Iterable[Named]) -> Owners:
    return tuple(dict.fromkeys(name.id for name in names))
