"""Strings in YAML read into atoms, and written in the style in which they stand.

A string is plain, in single or double quotes, or a block; in it `*word*` is emphasis.
"""

import json
import re
from collections.abc import Iterator

from handbook.authoring.review.atoms import ITALIC, Atom
from handbook.source.mdspans import Span

_EMPHASIS = re.compile(r"\*(?=\S)[^*\n]+?(?<=\S)\*")
_FOLD = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\n])")
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", "0": "\0", "_": "\xa0"}
_HEADER = re.compile(r"[|>][^\n]*\n")
DOUBLE, SINGLE, PLAIN, BLOCK = "double", "single", "plain", "block"


def style_of(text: str, start: int) -> str:
    """The style of the string that begins at an offset."""
    return {'"': DOUBLE, "'": SINGLE, "|": BLOCK, ">": BLOCK}.get(text[start : start + 1], PLAIN)


def letters(text: str, span: Span, value: str) -> list[Atom] | None:
    """The letters of a string's value with their places; None when they cannot be told apart."""
    start, end = span
    style = style_of(text, start)
    if style == BLOCK:
        found = list(_block(text, start, end))
    elif style == PLAIN:
        found = list(_folded(text, start, end, style))
    else:
        found = list(_folded(text, start + 1, end - 1, style))
    while found and "".join(atom.shown for atom in found) != value and found[-1].shown.isspace():
        found.pop()
    return found if "".join(atom.shown for atom in found) == value else None


def _folded(text: str, start: int, end: int, style: str) -> Iterator[Atom]:
    """A flow scalar: line ends are spaces, empty lines are line ends."""
    at = start
    while at < end:
        fold, escape = _FOLD.match(text, at, end), _ESCAPE.match(text, at, end)
        if fold:
            lines = fold[0].count("\n") - 1
            yield Atom("\n" * lines if lines else " ", at, fold.end())
            at = fold.end()
        elif style == DOUBLE and escape:
            yield Atom(_unescaped(escape[0]), at, escape.end())
            at = escape.end()
        elif style == SINGLE and text.startswith("''", at):
            yield Atom("'", at, at + 2)
            at += 2
        else:
            yield Atom(text[at], at, at + 1)
            at += 1


def _unescaped(words: str) -> str:
    return (
        chr(int(words[2:], 16))
        if words[1] in "xuU" and len(words) > 2
        else _PLAIN_ESCAPES.get(words[1], "\0")
    )


def _block(text: str, start: int, end: int) -> Iterator[Atom]:
    """A block scalar: its lines without their indent; those of `>` are joined by spaces."""
    header = _HEADER.match(text, start)
    if header is None:
        return
    lines = text[header.end() : end].rstrip("\n").split("\n")
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    at = header.end()
    for line in lines:
        yield from (Atom(line[n], at + n, at + n + 1) for n in range(indent, len(line)))
        at += len(line) + 1
        yield Atom(" " if header[0].startswith(">") else "\n", at - 1, min(at, end))


def emphasised(found: list[Atom]) -> tuple[Atom, ...]:
    """Letters without the stars of emphasis, which become marks."""
    value = "".join(atom.shown for atom in found)
    if "*" not in value or len(value) != len(found):
        return tuple(found)
    gone, marked = set(), set()
    for match in _EMPHASIS.finditer(value):
        gone |= {match.start(), match.end() - 1}
        marked |= {*range(*match.span())}
    return tuple(
        atom._replace(marks=atom.marks | {ITALIC}) if at in marked else atom
        for at, atom in enumerate(found)
        if at not in gone
    )


def encoded(words: str, style: str) -> str:
    """Words as they are written within a string of a style."""
    if style == DOUBLE:
        return json.dumps(words, ensure_ascii=False)[1:-1]
    return words.replace("'", "''") if style == SINGLE else words


def quoted(words: str) -> str:
    """A whole string in double quotes, which hold everything."""
    return json.dumps(words, ensure_ascii=False)
