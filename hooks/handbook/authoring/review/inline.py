"""Markdown within a paragraph read into atoms: emphasis, links, code, escapes, the few tags of the dialect.

Rules are those of Python-Markdown with the book's extensions; a test compares every passage with it.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from handbook.authoring.review.atoms import BOLD, CODE, ITALIC, Atom
from handbook.source.allowed import SHORT
from handbook.source.mdspans import Span, comments

ESCAPED = "\\`*_{}[]()>#+-.!|"
"""Characters that a backslash makes plain."""
_TAGS = {"br": ("\n", ""), "q": ("“", "”"), **{name: ("", "") for name in SHORT if name not in ("br", "q")}}
_TOKEN = re.compile(
    rf"""\\(?P<escape>[{re.escape(ESCAPED)}])
    |(?P<ticks>`+)
    |!\[(?P<alt>[^\[\]]*)\]\((?P<source>[^)]*)\)
    |(?P<note>\[\^[^\[\]\n]+\])
    |\[(?P<words>(?:[^\[\]\\]|\\.)*)\](?:\((?P<target>[^)]*)\)|\[(?P<id>[^\[\]\n]*)\])
    |<(?P<end>/?)(?P<tag>{"|".join(SHORT)})\ ?/?>
    |<(?P<address>(?:https?|mailto|tel):[^<>\s]+)>
    |(?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)
    |(?P<attributes>\{{:?[ \t]*[\#.][^{{}}\n]*\}})
    |(?P<break>[ ]{{2,}}\n[ \t>]*)
    |(?P<line>[ \t]*\n[ \t>]*)
    |(?P<stars>\*+|_+)""",
    re.X,
)


class DelimiterRun(NamedTuple):
    """A run of stars or underscores, with the number of atoms before it."""

    start: int
    end: int
    at: int


def inline(text: str, spans: Sequence[Span]) -> tuple[Atom, ...]:
    """The atoms of the parts of a text that make up a paragraph, in their order."""
    atoms: list[Atom] = []
    for number, (start, end) in enumerate(spans):
        if number:
            atoms.append(Atom(" ", spans[number - 1][1], start))
        atoms += _read(text, start, end, frozenset())
    return tuple(atoms)


def _read(text: str, start: int, end: int, marks: frozenset[str]) -> list[Atom]:
    """The atoms between two offsets, all of which have some marks."""
    found: list[Atom] = []
    runs: list[DelimiterRun] = []
    hidden = dict(comments(text[start:end]))
    at = start
    while at < end:
        if at - start in hidden:
            at = start + hidden[at - start]
            continue
        match = _TOKEN.match(text, at, end)
        if match is None:
            found.append(Atom(text[at], at, at + 1, marks))
            at += 1
        elif match["stars"]:
            runs.append(DelimiterRun(at, match.end(), len(found)))
            found += [Atom(mark, at + n, at + n + 1, marks) for n, mark in enumerate(match[0])]
            at = match.end()
        else:
            pieces, at = _token(text, match, end, marks)
            found += pieces
    return _emphasised(text, found, runs)


def _token(text: str, match: re.Match[str], end: int, marks: frozenset[str]) -> tuple[list[Atom], int]:
    """The atoms of something that begins here, and where it ends."""
    start = match.start()
    if match["ticks"]:
        return _code(text, start, match.end(), end, marks)
    if match["alt"] is not None:
        return _read(text, *match.span("alt"), marks | {f"image:{match['source']}"}), match.end()
    if match["words"] is not None:
        address = match["target"] if match["target"] is not None else f"[{match['id']}]"
        words = _read(text, *match.span("words"), marks | {f"link:{address}"})
        return words or [
            Atom(f"[{match['id'] or match['target']}]", start, match.end(), marks, True)
        ], match.end()
    return list(_simple(match, marks)), match.end()


def _simple(match: re.Match[str], marks: frozenset[str]) -> Iterator[Atom]:
    """The atom of markup that stands for itself; none for attributes."""
    start, end = match.span()
    if match["escape"]:
        yield Atom(match["escape"], start, end, marks)
    elif match["tag"]:
        words = _TAGS[match["tag"]][bool(match["end"])]
        yield from [Atom(words, start, end, marks, solid=True)] if words else []
    elif match["address"]:
        address = match["address"]
        linked = marks | {f"link:{address}"}
        yield from (Atom(letter, start + 1 + n, start + 2 + n, linked) for n, letter in enumerate(address))
    elif match["entity"]:
        yield Atom(unescape(match["entity"]), start, end, marks)
    elif match["note"]:
        yield Atom(match["note"], start, end, marks, solid=True)
    elif match["break"]:
        yield Atom("\n", start, end, marks)
    elif match["line"]:
        yield Atom(" ", start, end, marks)


def _code(text: str, start: int, first: int, end: int, marks: frozenset[str]) -> tuple[list[Atom], int]:
    """Code between equal runs of backticks; the backticks themselves where nothing closes them."""
    ticks = text[start:first]
    close = re.compile(rf"(?<!`){ticks}(?!`)").search(text, first, end)
    if close is None:
        return [Atom(mark, start + n, start + n + 1, marks) for n, mark in enumerate(ticks)], first
    inner = range(first, close.start())
    return [Atom(text[at], at, at + 1, marks | {CODE}) for at in inner], close.end()


def _emphasised(text: str, atoms: list[Atom], runs: list[DelimiterRun]) -> list[Atom]:
    """Atoms with emphasis instead of the stars that mean it; other stars stay."""
    marks = [atom.marks for atom in atoms]
    gone: set[int] = set()
    open_: list[tuple[str, int]] = []
    for run in runs:
        for first, last in _delimiters(run, [mark for mark, _ in open_]):
            mark = text[run.start + first : run.start + last]
            kind = BOLD if len(mark) == 2 else ITALIC
            opened = next((n for n in range(len(open_) - 1, -1, -1) if open_[n][0] == mark), None)
            if (
                opened is not None
                and _closes(text, run, mark)
                and open_[opened][1] + len(mark) < run.at + first
            ):
                begin = open_[opened][1]
                del open_[opened:]
                gone |= {*range(begin, begin + len(mark)), *range(run.at + first, run.at + last)}
                for at in range(begin, run.at + last):
                    marks[at] = marks[at] | {kind}
            elif _opens(text, run, mark):
                open_.append((mark, run.at + first))
    if not gone:
        return atoms
    return [atom._replace(marks=marks[at]) for at, atom in enumerate(atoms) if at not in gone]


def _delimiters(run: DelimiterRun, opened: list[str]) -> list[tuple[int, int]]:
    """The delimiters in a run, by their offsets in it: the innermost is closed first; four mean nothing."""
    length = run.end - run.start
    if length == 3 and opened and len(opened[-1]) == 1:
        return [(0, 1), (1, 3)]
    return {1: [(0, 1)], 2: [(0, 2)], 3: [(0, 2), (2, 3)]}.get(length, [])


def _opens(text: str, run: DelimiterRun, mark: str) -> bool:
    after, before = text[run.end : run.end + 1], text[run.start - 1 : run.start]
    return bool(after.strip()) and not (mark[0] == "_" and before.isalnum())


def _closes(text: str, run: DelimiterRun, mark: str) -> bool:
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    return bool(before.strip()) and not (mark[0] == "_" and after.isalnum())
