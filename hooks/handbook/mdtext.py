"""A Markdown source with positions: front matter, headings, blocks, links, images.

Python-Markdown keeps no line numbers, so this reading is the one that the
checks and the rendering share.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import unquote

from handbook.problem import Place
from handbook.yamltext import YamlText, read_yaml

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]*(?P<title>[^#\s].*?)[ \t]*#*[ \t]*$"
    r"|^(?<!.\n)(?P<underlined>[^\n#|>/][^\n]*)\n(?P<line>=+|-+)[ \t]*$",
    re.M,
)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[^{}\n]*\}[ \t]*$")
_EXPLICIT_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w-]+)[^{}\n]*\}[ \t]*$")
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)?(?P=fence)[ \t]*$", re.S | re.M)
_SAME = r"(?:(?!\n[ \t]*\n).)"  # any character of the same paragraph
_BLOCK = re.compile(r"^(?P<slashes>/{3,})(?P<rest>[^\n]*)$", re.M)
_BLOCK_HEAD = re.compile(r"[ \t]*(?P<name>[\w-]+)(?:[ \t]*\|[ \t]*(?P<argument>.*?))?[ \t]*$")
_BLOCK_LIKE = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+\.|:)[ \t]+)*(?P<slashes>/{3,})[ \t]*(?P<name>[\w-]*)", re.M
)
_OPTION = re.compile(r"^[ \t]+(?=\S)")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)[^)]*\)")
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)")
_REFERENCE = re.compile(r"(?<![!\\])\[(?P<text>(?!\^)[^\[\]]*)\]\[(?P<id>(?!\^)[^\[\]\n]*)\]")
_DEFINITION = re.compile(r"^\[(?P<id>(?!\^)[^\]]+)\]:[ \t]*(?P<target>\S*)[^\n]*$", re.M)
_CODE = (
    _FENCE,
    re.compile(rf"(?<!\\)(?P<ticks>`+)(?!`){_SAME}+?(?<!`)(?P=ticks)(?!`)", re.S),
    re.compile(rf"^<!--.*?-->|<!--{_SAME}*?-->", re.S | re.M),
)
_QUOTED = (re.compile(rf"<(?P<quoted>q|cite)>{_SAME}*?</(?P=quoted)>", re.S),)
_NOT_PROSE = (
    _HEADING,
    re.compile(r"^/{3,}[^\n]*$", re.M),
    _IMAGE,
    _LINK,
    _REFERENCE,
    _DEFINITION,
    re.compile(r"\[\^[^\]]+\]:?"),
    re.compile(r"<a\b[^>]*>.*?</a>", re.S),
    re.compile(r"</?[A-Za-z][^>]*>|<(?:https?|mailto):[^>]*>|https?://\S+"),
    re.compile(r"\{:?[ \t]*[#.][^{}\n]*\}"),
)


@dataclass(frozen=True)
class Heading:
    """A heading of the body; `id` is the explicit one or the slug of its title."""

    level: int
    title: str
    id: str
    place: Place


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


@dataclass(frozen=True)
class Link:
    """A link, an image or a `[text][id]` reference as the author wrote it."""

    text: str
    target: str
    place: Place


def slugify(title: str, separator: str = "-") -> str:
    """An address for a heading, the same as Python-Markdown's default."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^\w\s-]", "", plain).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, plain)


def blank(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """The text with every match replaced by NULs of the same length; line breaks stay."""
    for pattern in patterns:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", "\0", match.group()), text)
    return text


def prose_of(body: str) -> str:
    """The body with all that is no prose blanked out, at unchanged positions."""
    return blank(blank(body, _CODE), (*_QUOTED, *_NOT_PROSE))


def without_code(body: str) -> str:
    """The body with code and comments blanked out, at unchanged positions."""
    return blank(body, _CODE)


def blocks_of(body: str, path: str = "", first_line: int = 1) -> list[BlockMark]:
    """All blocks of a body in the order of their opening lines."""
    found: list[BlockMark] = []
    open_: list[tuple[int, int]] = []
    visible = blank(body, _CODE)
    lines = visible.split("\n")
    for number, line in enumerate(lines):
        match = _BLOCK.match(line)
        if match is None:
            continue
        depth = len(match["slashes"])
        if not match["rest"].strip():
            _close(found, open_, depth, number)
            continue
        open_.append((depth, len(found)))
        below = lines[number + 1] if number + 1 < len(lines) else ""
        found.append(_mark(match, below, number, path, first_line + number))
    return found


def _mark(match: re.Match[str], below: str, number: int, path: str, line: int) -> BlockMark:
    head = _BLOCK_HEAD.match(match.string, match.start("rest"))
    option = _OPTION.match(below)
    option_place = Place(path, line + 1, option.end() + 1) if option else None
    if head is None:
        words = match["rest"].strip()
        place = Place(path, line, match.string.index(words) + 1)
        return BlockMark(words, "", place, place, number, None, option_place)
    place = Place(path, line, head.start("name") + 1)
    argument = head["argument"] or ""
    target = Place(path, line, head.start("argument") + 1) if argument else place
    return BlockMark(head["name"], argument, place, target, number, None, option_place)


def _close(found: list[BlockMark], open_: list[tuple[int, int]], depth: int, line: int) -> None:
    for position in range(len(open_) - 1, -1, -1):
        if open_[position][0] == depth:
            index = open_[position][1]
            found[index] = replace(found[index], end=line)
            del open_[position:]
            return


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
        return blank(self.without_code, _QUOTED)

    @cached_property
    def prose(self) -> str:
        """The body with only its prose left, at unchanged positions."""
        return blank(self.visible, _NOT_PROSE)

    @cached_property
    def without_code(self) -> str:
        """The body without code, comments kept out too, quotations kept in."""
        return blank(self.body, _CODE)

    def stray_blocks(self) -> Iterator[tuple[str, Place]]:
        """Lines that look like the edge of a block but are none: indented, in a list, unpaired."""
        edges = {mark.start for mark in self.blocks} | {mark.end for mark in self.blocks}
        for match in _BLOCK_LIKE.finditer(self.without_code):
            if self.body.count("\n", 0, match.start("slashes")) not in edges:
                words = f"{match['slashes']} {match['name']}".strip()
                yield words, self.place(match.start("slashes"))

    def split_notes(self) -> tuple[str, str]:
        """The prose inside editor's notes and the prose outside, both at unchanged positions."""
        inside = {
            number
            for mark in self.blocks
            if mark.name == "catatan-penyunting" and mark.end is not None
            for number in range(mark.start, mark.end)
        }
        lines = self.prose.split("\n")
        kept = ["\n".join(_only(lines, inside)), "\n".join(_only(lines, set(range(len(lines))) - inside))]
        return kept[0], kept[1]

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings with the ids that rendering gives them."""
        used: dict[str, int] = {}
        return [self._heading(match, used) for match in _HEADING.finditer(self.visible)]

    @cached_property
    def blocks(self) -> list[BlockMark]:
        """All blocks."""
        return blocks_of(self.body, self.path, self.body_line)

    def images(self) -> Iterator[Link]:
        """All images; `text` is the alternative text."""
        return (Link(m["alt"], m["target"], self.place(m.start())) for m in _IMAGE.finditer(self.visible))

    def links(self) -> Iterator[Link]:
        """All inline links, and the addresses that `[id]: address` lines give."""
        for match in _LINK.finditer(self.visible):
            yield Link(match["text"], _address(match["target"]), self.place(match.start()))
        for match in _DEFINITION.finditer(self.visible):
            yield Link(match["id"], _address(match["target"]), self.place(match.start()))

    def references(self) -> Iterator[Link]:
        """All `[text][id]` references, those left out whose id the page itself defines."""
        own = {match["id"].lower() for match in _DEFINITION.finditer(self.visible)}
        for match in _REFERENCE.finditer(self.visible):
            id_ = match["id"] or match["text"]
            if id_.lower() not in own:
                yield Link(match["text"], id_, self.place(match.start()))

    def place(self, offset: int) -> Place:
        """Line and column in the file of an offset in the body."""
        line = self.body.count("\n", 0, offset)
        column = offset - (self.body.rfind("\n", 0, offset) + 1)
        return Place(self.path, self.body_line + line, column + 1)

    def _heading(self, match: re.Match[str], used: dict[str, int]) -> Heading:
        raw = match["title"] or match["underlined"]
        explicit = _EXPLICIT_ID.search(raw)
        title = _ATTRIBUTES.sub("", raw).strip()
        plain = re.sub(r"[*_`]|\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])", r"\1", title)
        id_ = explicit["id"] if explicit else _unused(slugify(plain), used)
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
