"""The blocks of a Markdown source, `/// name | argument` to `///`, with positions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from handbook.problem import Place
from handbook.source.blocknames import EDITION, EDITOR_NOTE, note_of
from handbook.source.mdpatterns import CODE, blank

_BLOCK = re.compile(r"^(?P<slashes>/{3,})(?P<rest>[^\n]*)$", re.M)
_BLOCK_HEAD = re.compile(r"[ \t]*(?P<name>[\w-]+)[ \t]*(?:\|[ \t]*(?P<argument>.*))?$")
_TOO_FEW = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*(?P<slashes>/{1,2})[ \t]*(?P<name>[\w-]+)(?=[ \t]*(?:\||$))"
)
_ONLY_SLASHES = re.compile(r"[ \t>]*/+[ \t]*")
_OPTION = re.compile(r"^[ \t]+(?=\S)")
NOTE = "fasilitator"
"""The block that only facilitators read."""


@dataclass(frozen=True)
class BlockMark:
    """A block in the source: `/// name | argument`, from its first to its last line.

    Lines count from 0 within the body; `end` is None when it is never closed.
    `place` is that of the name, `target` that of the argument, `option` that of an
    indented line right below, which no block of ours takes.
    """

    name: str
    argument: str
    place: Place
    target: Place
    start: int
    end: int | None = None
    option: Place | None = None


def blocks_of(body: str, path: str = "", first_line: int = 1) -> list[BlockMark]:
    """All blocks of a body in the order of their opening lines."""
    return blocks_in(blank(body, CODE), path, first_line)


def blocks_in(without_code: str, path: str, first_line: int) -> list[BlockMark]:
    """All blocks of a body in which code and comments are blanked out."""
    found: list[BlockMark] = []
    open_: list[tuple[int, int]] = []
    depths: Counter[int] = Counter()
    lines = without_code.split("\n")
    for number, line in enumerate(lines):
        match = _BLOCK.match(line)
        if match is None:
            continue
        depth = len(match["slashes"])
        if not match["rest"].strip():
            if depths[depth]:
                _close(found, open_, depths, depth, number)
            continue
        open_.append((depth, len(found)))
        depths[depth] += 1
        below = lines[number + 1] if number + 1 < len(lines) else ""
        found.append(_mark(match, below, number, path, first_line + number))
    return found


def lines_of(marks: Iterable[BlockMark], body: str) -> set[int]:
    """The numbers of a body's lines in blocks, counted from 0; an open block goes on to the end."""
    last = body.count("\n")
    return {
        number for mark in marks for number in range(mark.start, (last if mark.end is None else mark.end) + 1)
    }


def note_lines(body: str) -> set[int]:
    """The lines of facilitators' notes, also of those that begin with too few slashes or in capitals."""
    marks = [*blocks_of(body), *with_too_few(blank(body, CODE), (NOTE,))]
    return lines_of((mark for mark in marks if mark.name.lower() == NOTE), body)


def without_notes(body: str) -> str:
    """A body for participants: the lines of facilitators' notes are empty, all others at their places."""
    return _without(note_lines(body), body)


def edition_notes(marks: Iterable[BlockMark]) -> list[BlockMark]:
    """The editors' notes on how this edition differs from the print, which only the site shows."""
    return [mark for mark in marks if mark.name == EDITOR_NOTE and note_of(mark.argument)[0] == EDITION]


def without_edition_notes(body: str) -> str:
    """A body for paper: the lines of notes on the edition are empty, all others at their places."""
    return _without(lines_of(edition_notes(blocks_of(body)), body), body)


def _without(numbers: set[int], body: str) -> str:
    return "\n".join("" if number in numbers else line for number, line in enumerate(body.split("\n")))


def with_too_few(
    visible: str, names: Iterable[str], path: str = "", first_line: int = 1
) -> Iterator[BlockMark]:
    """Lines intended to open a block of one of these names, but with one or two slashes.

    In the text `visible` code and comments are blanked out. Each block ends where the next line holds
    nothing but slashes, else with the text.
    """
    lines = visible.split("\n")
    found, end = [], len(lines) - 1
    for number in range(len(lines) - 1, -1, -1):
        match = _TOO_FEW.match(lines[number])
        if match and match["name"].lower() in names:
            place = Place(path, first_line + number, match.start("slashes") + 1)
            found.append(BlockMark(match["name"].lower(), "", place, place, number, end))
        elif _ONLY_SLASHES.fullmatch(lines[number]):
            end = number
    yield from reversed(found)


def _mark(match: re.Match[str], below: str, number: int, path: str, line: int) -> BlockMark:
    head = _BLOCK_HEAD.match(match.string, match.start("rest"))
    option = _OPTION.match(below)
    option_place = Place(path, line + 1, option.end() + 1) if option else None
    if head is None:
        words = match["rest"].strip()
        place = Place(path, line, match.string.index(words) + 1)
        return BlockMark(words, "", place, place, number, None, option_place)
    place = Place(path, line, head.start("name") + 1)
    argument = (head["argument"] or "").rstrip(" \t")
    target = Place(path, line, head.start("argument") + 1) if argument else place
    return BlockMark(head["name"], argument, place, target, number, None, option_place)


def _close(
    found: list[BlockMark], open_: list[tuple[int, int]], depths: Counter[int], depth: int, line: int
) -> None:
    """End the innermost open block with as many slashes; blocks within it stay without an end."""
    while depths[depth]:
        slashes, index = open_.pop()
        depths[slashes] -= 1
        if slashes == depth:
            found[index] = replace(found[index], end=line)
            return
