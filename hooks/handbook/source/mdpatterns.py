"""Patterns of the parts of Markdown, and texts in which these parts are blanked out."""

import re
from collections.abc import Callable, Iterator

from handbook.source.mdspans import (
    InlineLink,
    Span,
    anchors,
    code_spans,
    comments,
    fences,
    images,
    indented,
    links,
    quotations,
    tags,
)

Finder = Callable[[str], Iterator[Span]]

HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]*(?P<title>[^#\s].*)$"
    r"|^(?<!.\n)(?P<underlined>[^\n#|>/][^\n]*)\n(?P<line>=+|-+)[ \t]*$",
    re.M,
)
"""The title may end in marks and spaces: `title_of` takes them off."""
BLOCK_LIKE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+\.|:)[ \t]+)*(?P<slashes>/{3,})[ \t]*(?P<name>[\w-]*)", re.M)
REFERENCE = re.compile(r"(?<![!\\])\[(?P<text>(?!\^)[^\[\]]*)\]\[(?P<id>(?!\^)[^\[\]\n]*)\]")
DEFINITION = re.compile(r"^\[(?P<id>(?!\^)[^\[\]]+)\]:[ \t]*(?P<target>\S*)[^\n]*$", re.M)


def every(pattern: str, flags: int = 0) -> Finder:
    """A finder of all matches of an expression that takes time linear in the length of the text."""
    compiled = re.compile(pattern, flags)
    return lambda text: (match.span() for match in compiled.finditer(text))


MARKED_CODE: tuple[Finder, ...] = (fences, code_spans, comments)
CODE: tuple[Finder, ...] = (fences, indented, code_spans, comments)
QUOTED: tuple[Finder, ...] = (quotations,)
_NOT_SPOKEN: tuple[Finder, ...] = (
    every(DEFINITION.pattern, re.M),
    every(r"\[\^[^\[\]]+\]:?"),
    anchors,
    tags,
    every(r"https?://\S+"),
    every(r"\{:?[ \t]*[#.][^{}\n]*\}"),
)


_LINES: tuple[Finder, ...] = (every(HEADING.pattern, re.M), every(r"^/{3,}[^\n]*$", re.M))
_TITLE = re.compile(r"^/{3,}(?P<head>[ \t]*[\w-][^|\n]*)(?P<bar>\|)?(?P<words>[^\n]*)$", re.M)


def blank(text: str, finders: tuple[Finder, ...]) -> str:
    """The text with all that is found replaced by NULs of the same length; line breaks stay."""
    for finder in finders:
        text = "".join(_blanked(text, finder(text)))
    return text


def _blanked(text: str, spans: Iterator[Span]) -> Iterator[str]:
    """The pieces of a text, those in spans blanked out."""
    done = 0
    for start, end in spans:
        yield text[done:start]
        yield "\n".join("\0" * len(line) for line in text[start:end].split("\n"))
        done = end
    yield text[done:]


def title_of(heading: re.Match[str]) -> str:
    """The text of a heading, with its attributes, without closing marks."""
    title = heading["title"] or ""
    return (heading["underlined"] or title.rstrip(" \t").rstrip("#")).strip()


def spoken_and_prose(visible: str) -> tuple[str, str]:
    """The words of authors in a text without code and quotations, and of these the running prose.

    The prose lacks headings, titles of blocks, alternative texts and the words of links.
    Both keep all positions.
    """
    spoken, marked = visible, []
    for finder in (_titles, _inline(images), _inline(links), _referring):
        parts = list(finder(spoken))
        spoken = blank(spoken, (lambda _, parts=parts: _around(parts),))  # type: ignore[misc]
        marked += [part for part, _ in parts]
    spoken = blank(spoken, _NOT_SPOKEN)
    return spoken, blank(spoken, (*_LINES, lambda _: _merged(marked)))


_Part = tuple[Span, Span]
"""A part of Markdown and the words in it."""


def _titles(text: str) -> Iterator[_Part]:
    for match in _TITLE.finditer(text):
        yield (match.start("head"), match.end()), match.span("words")


def _inline(find: Callable[[str], Iterator[InlineLink]]) -> Callable[[str], Iterator[_Part]]:
    return lambda text: ((link.whole, link.words) for link in find(text))


def _referring(text: str) -> Iterator[_Part]:
    for match in REFERENCE.finditer(text):
        yield match.span(), match.span("text")


def _around(parts: list[_Part]) -> Iterator[Span]:
    """The spans of some parts before and after their words."""
    for (start, end), (first, last) in parts:
        yield start, first
        yield last, end


def _merged(spans: list[Span]) -> Iterator[Span]:
    """Spans in ascending order; what lies in one that came before is left out."""
    done = 0
    for start, end in sorted(spans):
        if end > done:
            yield max(start, done), end
            done = end


def visible_of(body: str) -> str:
    """The body without code, comments and quotations, at unchanged positions."""
    return blank(blank(body, CODE), QUOTED)
