"""A Markdown source with positions: front matter, headings, blocks, links, images.

Python-Markdown keeps no line numbers, so this reading is the one that the
checks and the rendering share.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from handbook.problem import Place
from handbook.source.blocknames import EDITOR_NOTE
from handbook.source.mdblocks import BlockMark, blocks_in, edition_notes, lines_of, note_lines
from handbook.source.mdpatterns import (
    BLOCK_LIKE,
    CODE,
    DEFINITION,
    HEADING,
    MARKED_CODE,
    QUOTED,
    REFERENCE,
    blank,
    spoken_and_prose,
    title_of,
)
from handbook.source.mdspans import images, links
from handbook.source.yamltext import YamlText, line_starts, read_yaml

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}$")
_EXPLICIT_ID = re.compile(r"#(?P<id>[\w-]+)")


class Heading(NamedTuple):
    """A heading of the body; `id` is the explicit one or the slug of its title."""

    level: int
    title: str
    id: str
    place: Place


class Link(NamedTuple):
    """A link, an image or a `[text][id]` reference as the author wrote it."""

    text: str
    target: str
    place: Place


def slugify(title: str, separator: str = "-") -> str:
    """An address for a heading, the same as Python-Markdown's default."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^\w\s-]", "", plain).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, plain)


@dataclass(frozen=True)
class MarkdownText:
    """One Markdown file: `front` holds its front matter, `body` what follows."""

    path: str
    text: str
    front: YamlText | None
    body: str
    body_line: int

    @cached_property
    def visible(self) -> str:
        """The body without code, comments and quotations, at unchanged positions."""
        return blank(self.without_code, QUOTED)

    @property
    def spoken(self) -> str:
        """The body reduced to its words: prose, headings, titles, words of links; at unchanged positions."""
        return self._said[0]

    @property
    def prose(self) -> str:
        """The body with only its running prose left, at unchanged positions."""
        return self._said[1]

    @cached_property
    def _said(self) -> tuple[str, str]:
        return spoken_and_prose(self.visible)

    @cached_property
    def without_code(self) -> str:
        """The body without code and comments, with quotations."""
        return blank(self.body, CODE)

    def stray_blocks(self) -> Iterator[tuple[str, Place]]:
        """Lines that look like the edge of a block but are none: indented, in a list, unpaired."""
        edges = {mark.start for mark in self.blocks} | {mark.end for mark in self.blocks}
        for match in BLOCK_LIKE.finditer(blank(self.body, MARKED_CODE)):
            place = self.place(match.start("slashes"))
            if place.line - self.body_line not in edges:
                yield f"{match['slashes']} {match['name']}".strip(), place

    @cached_property
    def note_lines(self) -> set[int]:
        """The numbers of the body's lines that only facilitators read, counted from 0."""
        return note_lines(self.body)

    @cached_property
    def editor_lines(self) -> set[int]:
        """The numbers of the body's lines in editors' notes, counted from 0."""
        return lines_of((mark for mark in self.blocks if mark.name == EDITOR_NOTE), self.body)

    @cached_property
    def edition_lines(self) -> set[int]:
        """The numbers of the body's lines in notes on the edition, which print leaves out, counted from 0."""
        return lines_of(edition_notes(self.blocks), self.body)

    def split_notes(self) -> tuple[str, str]:
        """The prose inside editor's notes and the prose outside, both at unchanged positions."""
        inside = self.editor_lines
        lines = self.prose.split("\n")
        kept = ["\n".join(_only(lines, inside)), "\n".join(_only(lines, set(range(len(lines))) - inside))]
        return kept[0], kept[1]

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings with the ids that rendering gives them."""
        used: dict[str, int] = {}
        return [self._heading(match, used) for match in HEADING.finditer(self.visible)]

    @cached_property
    def blocks(self) -> list[BlockMark]:
        """All blocks."""
        return blocks_in(self.without_code, self.path, self.body_line)

    @cached_property
    def images(self) -> list[Link]:
        """All images; `text` is the alternative text."""
        return [Link(image.text, image.target, self.place(image.whole[0])) for image in images(self.visible)]

    @cached_property
    def links(self) -> list[Link]:
        """All inline links, and the addresses that `[id]: address` lines give."""
        inline = links(self.visible)
        found = [Link(link.text, _address(link.target), self.place(link.whole[0])) for link in inline]
        defined = DEFINITION.finditer(self.visible)
        return found + [Link(m["id"], _address(m["target"]), self.place(m.start())) for m in defined]

    @cached_property
    def references(self) -> list[Link]:
        """All `[text][id]` references, those left out whose id the page itself defines."""
        own = {match["id"].lower() for match in DEFINITION.finditer(self.visible)}
        found = REFERENCE.finditer(self.visible)
        all_ = [Link(m["text"], m["id"] or m["text"], self.place(m.start())) for m in found]
        return [link for link in all_ if link.target.lower() not in own]

    def place(self, offset: int) -> Place:
        """Line and column in the file of an offset in the body."""
        line = bisect_right(self._line_starts, offset) - 1
        return Place(self.path, self.body_line + line, offset - self._line_starts[line] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        """The offset of each line of the body."""
        return line_starts(self.body)

    def _heading(self, match: re.Match[str], used: dict[str, int]) -> Heading:
        raw = title_of(match)
        attributes = _ATTRIBUTES.search(raw)
        ids = _EXPLICIT_ID.findall(attributes.group()) if attributes else []
        title = raw[: attributes.start()].strip() if attributes else raw
        plain = re.sub(r"[*_`]|\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])", r"\1", title)
        id_ = ids[-1] if ids else _unused(slugify(plain), used)
        used.setdefault(id_, 0)
        level = len(match["marks"] or "") or (1 if match["line"][0] == "=" else 2)
        return Heading(level, title, id_, self.place(match.start()))


def _address(target: str) -> str:
    """An address as files have it: without angle brackets, spaces no longer encoded."""
    return unquote(target.removeprefix("<").removesuffix(">"))


def _only(lines: list[str], wanted: set[int]) -> list[str]:
    return [line if number in wanted else "\0" * len(line) for number, line in enumerate(lines)]


def _unused(slug: str, used: dict[str, int]) -> str:
    """Python-Markdown's way to tell equal headings apart: `_1`, `_2` …"""
    if slug not in used:
        return slug
    used[slug] += 1
    return _unused(f"{slug}_{used[slug]}", used)


def read_markdown(path: str, text: str) -> MarkdownText:
    """Read the text of a Markdown file."""
    match = _FRONT.match(text)
    if not match:
        return MarkdownText(path, text, None, text, 1)
    body_line = text.count("\n", 0, match.end()) + 1
    return MarkdownText(path, text, read_yaml(path, match["yaml"], 2), text[match.end() :], body_line)
