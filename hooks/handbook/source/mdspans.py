"""Spans of the parts of Markdown that have an opening and an end, found in one pass.

Every function reads a text once: what is opened a thousand times and never closed costs no more
than what is closed. A regular expression for the same would search to the end from each opening.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

Span = tuple[int, int]
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)")
_HOLDER = re.compile(r"[-*+:][ \t]|\d+[.)][ \t]|\[\^[^\]\n]*\]:|!!!|\?\?\?|>")
_TICKS = re.compile(r"`+")
_BREAK = re.compile(r"\n[ \t]*\n")
_OPENING = re.compile(r"</?[A-Za-z]")
_ANCHOR = re.compile(r"<a\b")
_QUOTE = re.compile(r"<(?P<name>q|cite)>")
_BRACKET = re.compile(r"!?\[")
_TARGET = re.compile(r"[^)\s]*")


class InlineLink(NamedTuple):
    """`[text](target)` or, when it is an image, `![text](target)`, and where it and its words stand."""

    text: str
    target: str
    whole: Span
    words: Span


class _NextOccurrence:
    """The next place of some words in a text; places must be asked for in ascending order."""

    def __init__(self, text: str, words: str) -> None:
        self._text, self._words = text, words
        self._found = text.find(words)

    def after(self, place: int) -> int:
        """The offset of the words at `place` or behind it, -1 when there are none."""
        if 0 <= self._found < place:
            self._found = self._text.find(self._words, place)
        return self._found


class _ParagraphEnds:
    """The ends of the paragraphs of a text."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in _BREAK.finditer(text)]
        self._last = len(text)

    def end(self, place: int) -> int:
        """The end of the paragraph in which an offset stands."""
        index = bisect_left(self._ends, place)
        return self._ends[index] if index < len(self._ends) else self._last


def fences(text: str) -> Iterator[Span]:
    """Fenced code, from the line that opens it to the line that closes it."""
    if "```" not in text and "~~~" not in text:
        return
    lines = [(start, line) for start, line in _lines(text) if line.startswith(("```", "~~~"))]
    waiting: dict[str, list[Span]] = defaultdict(list)
    for start, line in reversed(lines):
        waiting[line.rstrip(" \t")].append((start, start + len(line)))
    done = 0
    for start, line in lines:
        match = _FENCE.match(line)
        if match is None or start < done or "`" in match["rest"]:
            continue
        close = _close_behind(waiting[match["fence"]], start + 1)
        if close:
            done = close[1]
            yield start, done


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with the offset at which it begins."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def indented(text: str) -> Iterator[Span]:
    """Code indented by four spaces behind an empty line; below a list item it belongs to the item."""
    if "    " not in text and "\t" not in text:
        return
    is_open, was_empty, start, end = True, True, -1, -1
    for at, line in [*_lines(text), (len(text), "-")]:
        if not line.strip():
            was_empty = True
        elif line.startswith(("    ", "\t")) and is_open and (was_empty or start >= 0):
            start, end = at if start < 0 else start, at + len(line)
        else:
            if start >= 0:
                yield start, end
            start = -1
            if line[0] not in " \t":  # an item, a note or a definition may hold what is indented below
                is_open = _HOLDER.match(line) is None
            was_empty = False


def code_spans(text: str) -> Iterator[Span]:
    """Code between equally long runs of backticks of one paragraph.

    A run that nothing closes may still open with its last backticks, as in Python-Markdown.
    """
    if "`" not in text:
        return
    paragraphs = _ParagraphEnds(text)
    runs = [match.span() for match in _TICKS.finditer(text)]
    waiting: dict[int, list[Span]] = defaultdict(list)
    for start, end in reversed(runs):
        waiting[end - start].append((start, end))
    done = 0
    for start, end in runs:
        if start < done:
            continue
        for opening in range(start + (text[start - 1 : start] == "\\"), end):
            close = _close_behind(waiting[end - opening], end)
            if close and close[0] < paragraphs.end(end):
                done = close[1]
                yield opening, done
                break


def _close_behind(waiting: list[Span], place: int) -> Span | None:
    """The first of some spans, the last one of them first in the list, that begins behind a place."""
    while waiting and waiting[-1][0] < place:
        waiting.pop()
    return waiting[-1] if waiting else None


def comments(text: str) -> Iterator[Span]:
    """HTML comments: over any lines from the start of a line, elsewhere within a paragraph.

    `<!-->` opens none: to a browser it is a whole comment.
    """
    start = text.find("<!--")
    if start < 0:
        return
    closing, paragraphs = _NextOccurrence(text, "-->"), _ParagraphEnds(text)
    while start >= 0:
        end = closing.after(start + 4)
        if end < 0:
            return
        is_whole = text[start - 1 : start] in ("", "\n") or end < paragraphs.end(start)
        is_whole = is_whole and not text.startswith((">", "->"), start + 4)
        if is_whole:
            yield start, end + 3
        start = text.find("<!--", end + 3 if is_whole else start + 4)


def quotations(text: str) -> Iterator[Span]:
    """`<q>…</q>` and `<cite>…</cite>`, each within a paragraph."""
    if "<q>" not in text and "<cite>" not in text:
        return
    paragraphs = _ParagraphEnds(text)
    closing = {name: _NextOccurrence(text, f"</{name}>") for name in ("q", "cite")}
    done = 0
    for match in _QUOTE.finditer(text):
        end = closing[match["name"]].after(match.end())
        if match.start() >= done and 0 <= end < paragraphs.end(match.start()):
            done = end + len(match["name"]) + 3
            yield match.start(), done


def anchors(text: str) -> Iterator[Span]:
    """`<a …>…</a>`."""
    closing = _NextOccurrence(text, "</a>")
    for start, end in _tags(text, _ANCHOR):
        there = closing.after(end)
        if there >= 0:
            yield start, there + 4


def tags(text: str) -> Iterator[Span]:
    """Tags and addresses between angle brackets."""
    return _tags(text, _OPENING)


def _tags(text: str, opening: re.Pattern[str]) -> Iterator[Span]:
    closing, done = _NextOccurrence(text, ">"), 0
    for match in opening.finditer(text):
        if match.start() < done:
            continue
        end = closing.after(match.end())
        if end < 0:
            return
        done = end + 1
        yield match.start(), done


def images(text: str) -> Iterator[InlineLink]:
    """`![text](target)` with a target."""
    return (link for link in _inline(text, "![") if link.target)


def links(text: str) -> Iterator[InlineLink]:
    """`[text](target)`."""
    return _inline(text, "[")


def _inline(text: str, mark: str) -> Iterator[InlineLink]:
    """Texts in brackets right before an address in round ones; between them stands no `]`."""
    closing = _NextOccurrence(text, ")")
    before = 0
    middle = text.find("]")
    while middle >= 0:
        start = _first(text, mark, before, middle) if text.startswith("](", middle) else -1
        end = closing.after(middle + 2)
        before = middle + 1
        if start >= 0 and end >= 0:
            target = _TARGET.match(text, middle + 2, end)
            assert target
            words = start + len(mark), middle
            yield InlineLink(text[words[0] : middle], target.group(), (start, end + 1), words)
            before = end + 1
        middle = text.find("]", before)


def _first(text: str, mark: str, start: int, end: int) -> int:
    """The first opening between two offsets; a link's is not that of an image."""
    found = (match for match in _BRACKET.finditer(text, start, end) if match.group() == mark)
    return next((match.start() for match in found), -1)
