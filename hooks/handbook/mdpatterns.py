"""What parts of Markdown look like, and what is left of a text when they are blanked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handbook.mdspans import Span, anchors, code_spans, comments, fences, images, links, quotations, tags

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
    """Finds all that matches an expression, which must take no more time than the text is long."""
    compiled = re.compile(pattern, flags)
    return lambda text: (match.span() for match in compiled.finditer(text))


CODE: tuple[Finder, ...] = (fences, code_spans, comments)
QUOTED: tuple[Finder, ...] = (quotations,)
NOT_PROSE: tuple[Finder, ...] = (
    every(HEADING.pattern, re.M),
    every(r"^/{3,}[^\n]*$", re.M),
    lambda text: ((image.start, image.end) for image in images(text)),
    lambda text: ((link.start, link.end) for link in links(text)),
    every(REFERENCE.pattern),
    every(DEFINITION.pattern, re.M),
    every(r"\[\^[^\[\]]+\]:?"),
    anchors,
    tags,
    every(r"https?://\S+"),
    every(r"\{:?[ \t]*[#.][^{}\n]*\}"),
)


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
    """What a heading says, with its attributes, without the marks that may close it."""
    title = heading["title"] or ""
    return (heading["underlined"] or title.rstrip(" \t").rstrip("#")).strip()


def prose_of(body: str) -> str:
    """The body with all that is no prose blanked out, at unchanged positions."""
    return blank(blank(body, CODE), (*QUOTED, *NOT_PROSE))


def without_code(body: str) -> str:
    """The body with code and comments blanked out, at unchanged positions."""
    return blank(body, CODE)
