"""A Markdown source with positions: front matter, headings, blocks, links, images.

Python-Markdown keeps no line numbers, so this reading is the one that the
checks and the rendering share.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.problem import Place
from handbook.yamltext import YamlText, read_yaml

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<title>.+?)[ \t]*#*[ \t]*$", re.M)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[^{}\n]*\}[ \t]*$")
_EXPLICIT_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w-]+)[^{}\n]*\}[ \t]*$")
_FENCE = re.compile(
    r"^(?P<fence>[ \t]*(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)", re.S | re.M
)
_BLOCK = re.compile(r"^(?P<slashes>/{3,})(?P<rest>[^\n]*)$", re.M)
_BLOCK_HEAD = re.compile(r"^[ \t]*(?P<name>[\w-]+)(?:[ \t]*\|[ \t]*(?P<argument>.*?))?[ \t]*$")
_OPTION = re.compile(r"(?:^[ \t]+\S[^\n]*\n?)+", re.M)
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)[^)]*\)")
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)")
_REFERENCE = re.compile(r"(?<!!)\[(?P<text>[^\[\]]*)\]\[(?P<id>[^\[\]\n]*)\]")
_HIDDEN = (
    _FENCE,
    re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.S),
    re.compile(r"<!--.*?-->", re.S),
    re.compile(r"<(?P<quoted>q|cite)>.*?</(?P=quoted)>", re.S),
)
_NOT_PROSE = (
    _HEADING,
    re.compile(r"^/{3,}[^\n]*$", re.M),
    _IMAGE,
    _LINK,
    _REFERENCE,
    re.compile(r"^\[[^\]]+\]:[^\n]*$", re.M),
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

    `lines` counts from 0 within the body; `end` is None when it is never closed.
    """

    name: str
    argument: str
    place: Place
    start: int
    end: int | None
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
    return blank(blank(body, _HIDDEN), _NOT_PROSE)


def blocks_of(body: str, path: str = "", first_line: int = 1) -> list[BlockMark]:
    """All blocks of a body in the order of their opening lines."""
    found: list[BlockMark] = []
    open_: list[tuple[int, int]] = []
    visible = blank(body, _HIDDEN)
    for match in _BLOCK.finditer(visible):
        line = visible.count("\n", 0, match.start())
        depth = len(match["slashes"])
        if not match["rest"].strip():
            _close(found, open_, depth, line)
            continue
        head = _BLOCK_HEAD.match(match["rest"])
        name, argument = (head["name"], head["argument"] or "") if head else (match["rest"].strip(), "")
        place = Place(path, first_line + line, depth + 2)
        option = _OPTION.match(visible, match.end() + 1)
        option_place = Place(path, first_line + line + 1, 1) if option else None
        open_.append((depth, len(found)))
        found.append(BlockMark(name, argument, place, line, None, option_place))
    return found


def _close(found: list[BlockMark], open_: list[tuple[int, int]], depth: int, line: int) -> None:
    for position in range(len(open_) - 1, -1, -1):
        if open_[position][0] == depth:
            mark = found[open_[position][1]]
            found[open_[position][1]] = BlockMark(
                mark.name, mark.argument, mark.place, mark.start, line, mark.option
            )
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
        """The body without code and comments, at unchanged positions."""
        return blank(self.body, _HIDDEN)

    @cached_property
    def prose(self) -> str:
        """The body with only its prose left, at unchanged positions."""
        return prose_of(self.body)

    @cached_property
    def without_code(self) -> str:
        """The body without code, comments kept out too, quotations kept in."""
        return blank(self.body, _HIDDEN[:-1])

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
        """All inline links."""
        return (Link(m["text"], m["target"], self.place(m.start())) for m in _LINK.finditer(self.visible))

    def references(self) -> Iterator[Link]:
        """All `[text][id]` references."""
        found = _REFERENCE.finditer(self.visible)
        return (Link(m["text"], m["id"] or m["text"], self.place(m.start())) for m in found)

    def place(self, offset: int) -> Place:
        """Line and column in the file of an offset in the body."""
        line = self.body.count("\n", 0, offset)
        column = offset - (self.body.rfind("\n", 0, offset) + 1)
        return Place(self.path, self.body_line + line, column + 1)

    def _heading(self, match: re.Match[str], used: dict[str, int]) -> Heading:
        raw = match["title"]
        explicit = _EXPLICIT_ID.search(raw)
        title = _ATTRIBUTES.sub("", raw).strip()
        plain = re.sub(r"[*_`]|\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])", r"\1", title)
        id_ = explicit["id"] if explicit else _unused(slugify(plain), used)
        used.setdefault(id_, 0)
        return Heading(len(match["marks"]), title, id_, self.place(match.start()))


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
