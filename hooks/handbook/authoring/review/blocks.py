"""The body of a Markdown file cut into passages: headings, paragraphs, items, cells, titles of blocks."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from handbook.authoring.review.atoms import Atom, trimmed
from handbook.authoring.review.inline import inline
from handbook.authoring.review.passage import Role, SourcePassage, label
from handbook.source.blocknames import EDITOR_NOTE
from handbook.source.mdblocks import NOTE
from handbook.source.mdpatterns import blank
from handbook.source.mdspans import Span, code_spans, comments, fences
from handbook.strings import Strings

_EDGE = re.compile(r"/{3,}[ \t]*(?P<name>[\w-]*)[ \t]*(?:\|[ \t]*(?P<argument>.*?))?[ \t]*$")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]*(?P<title>.*?)[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d+\.|:|\[\^[^\]]+\]:)[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_ADDRESS = re.compile(r"\[(?!\^)[^\[\]]+\]:[ \t]*\S")
_WORDS_BEFORE = re.compile(r"\d+\.\d+[ \t]+|\w+:[ \t]*")
_TITLED = ("kotak", "gambar", "tabel", EDITOR_NOTE)


@dataclass
class _Paragraph:
    """A paragraph while its lines are read."""

    role: Role
    level: int
    marker: str
    lines: list[Span] = field(default_factory=list)


class BodyReader:
    """Cuts one body into passages; `offset` is where it begins in the text of the file."""

    def __init__(self, path: str, text: str, offset: int, strings: Strings) -> None:
        self.path, self.text, self.strings = path, text, strings
        self.visible = text[:offset] + blank(
            text[offset:], (lambda body: comments(blank(body, (fences, code_spans))),)
        )
        body = self.text[offset:]
        self.fenced = [(offset + start, offset + end) for start, end in fences(body)]
        self.lines = list(_lines(self.visible, offset))
        self.open: list[str] = []
        self.paragraph: _Paragraph | None = None
        self.tables = 0
        self.depth = 0

    def passages(self) -> Iterator[SourcePassage]:
        """All passages in their order."""
        number = 0
        while number < len(self.lines):
            if self._is_table(number):
                yield from self._flush()
                number = yield from self._table(number)
            else:
                yield from self._line(*self.lines[number])
                number += 1
        yield from self._flush()

    def _line(self, start: int, line: str) -> Iterator[SourcePassage]:
        words = line.replace("\0", "").strip()
        if any(first <= start < last for first, last in self.fenced):
            yield from self._flush()
            if not line.startswith(("```", "~~~")):
                yield self._passage(Role.CODE, [(start, start + len(line))], is_code=True)
        elif not words:
            yield from self._flush()
        elif edge := _EDGE.match(line):
            yield from self._flush()
            yield from self._edge(start, edge)
        elif heading := _HEADING.match(line):
            yield from self._flush()
            self.depth = 0
            span = start + heading.start("title"), start + heading.end("title")
            yield self._passage(Role.HEADING, [span], level=len(heading["marks"]))
        elif _ADDRESS.match(line) is None:
            yield from self._words(start, line)

    def _words(self, start: int, line: str) -> Iterator[SourcePassage]:
        """A line of running text, which begins a paragraph or goes on with it."""
        begin = len(line) - len(line.lstrip(" \t\0"))
        item = _ITEM.match(line)
        if item and (self.paragraph is None or self.paragraph.role is Role.ITEM):
            yield from self._flush()
            self.depth = len(item["indent"].expandtabs(4)) // 4 + 1
            self.paragraph = _Paragraph(Role.ITEM, self.depth, item["mark"])
            begin = item.end()
        elif self.paragraph is None:
            self.depth = min(self.depth, len(line[:begin].expandtabs(4)) // 4)
            quote = _QUOTE.match(line)
            begin = quote.end() if quote else begin
            self.paragraph = _Paragraph(Role.PARAGRAPH, self.depth, ">" if quote else "")
        elif self.paragraph.marker == ">" and (quote := _QUOTE.match(line)):
            begin = quote.end()
        last = len(line) if line.endswith("  ") else len(line.rstrip())
        self.paragraph.lines.append((start + begin, start + last))

    def _flush(self) -> Iterator[SourcePassage]:
        found, self.paragraph = self.paragraph, None
        if found:
            span = found.lines[0][0], found.lines[-1][1]
            yield self._passage(found.role, [span], level=found.level, marker=found.marker)

    def _edge(self, start: int, edge: re.Match[str]) -> Iterator[SourcePassage]:
        """The first or last line of a block."""
        name, argument = edge["name"], edge["argument"] or ""
        if not name:
            del self.open[-1:]
            return
        self.open.append(name)
        self.depth = 0
        key = f"telaah.blok.{name}"
        words = self.strings(key, isi=argument) if self.strings.has(key) else f"{name} {argument}".strip()
        if name not in _TITLED:
            yield label(self.path, words, start, blocks=tuple(self.open), is_hidden=NOTE in self.open)
            return
        before = _WORDS_BEFORE.match(argument)
        begin = before.end() if before else 0
        yield label(
            self.path, self.strings(key, isi=argument[:begin].strip(" :")), start, blocks=tuple(self.open)
        )
        span = start + edge.start("argument") + begin, start + edge.end("argument")
        if argument[begin:]:
            yield self._passage(Role.TITLE, [span])

    def _is_table(self, number: int) -> bool:
        rows = [line for _, line in self.lines[number : number + 2]]
        return (
            self.paragraph is None
            and len(rows) == 2
            and "|" in rows[0]
            and bool(_RULE.match(rows[1]))
            and "|" in rows[1]
        )

    def _table(self, number: int) -> Generator[SourcePassage, None, int]:
        """All rows of a table; the number of the line below it."""
        self.tables += 1
        name, first = f"{self.path}#{self.tables}", number
        while number < len(self.lines) and "|" in self.lines[number][1]:
            if number != first + 1:
                yield from self._row(*self.lines[number], name, number - first)
            number += 1
        return number

    def _row(self, start: int, line: str, table: str, row: int) -> Iterator[SourcePassage]:
        for column, (first, last) in enumerate(cells(line)):
            cell = (table, row, column)
            if line[first:last].strip(" \t\0"):
                yield self._passage(Role.CELL, [(start + first, start + last)], cell=cell)

    def _passage(
        self,
        role: Role,
        spans: list[Span],
        *,
        is_code: bool = False,
        cell: tuple[str, int, int] | None = None,
        level: int = 0,
        marker: str = "",
    ) -> SourcePassage:
        start, end = spans[0][0], spans[-1][1]
        found = (
            tuple(Atom(self.text[at], at, at + 1) for at in range(start, end))
            if is_code
            else trimmed(inline(self.text, spans))
        )
        return SourcePassage(
            self.path,
            role,
            start,
            end,
            found,
            self.text[start:end],
            level,
            marker,
            tuple(self.open),
            (),
            cell,
            NOTE in self.open,
        )


def _lines(text: str, offset: int) -> Iterator[tuple[int, str]]:
    for line in text[offset:].split("\n"):
        yield offset, line
        offset += len(line) + 1


def cells(line: str) -> Iterator[Span]:
    """The cells of a row of a table, without the spaces around them."""
    bars = [match.start() for match in re.finditer(r"(?<!\\)\|", blank(line, (code_spans,)))]
    edges = bars if line.lstrip().startswith("|") else [-1, *bars]
    edges = edges if line.rstrip().endswith("|") else [*edges, len(line)]
    for first, last in pairwise(edges):
        words = line[first + 1 : last]
        begin = first + 1 + len(words) - len(words.lstrip())
        yield begin, max(begin, first + 1 + len(words.rstrip()))
