"""The book's Markdown: tables, lists, footnotes and blocks, but of HTML only a few tags.

What looks like HTML is shown as it is written, and refused; comments are cut. Blocks are mere
containers here: whoever draws the book fills them after the author's text has been judged.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from handbook.source.allowed import SCHEMES, SHORT, Refused, addresses_in, refused_in
from handbook.source.blocknames import BLOCKS
from handbook.source.mdpatterns import blank
from handbook.source.mdspans import code_spans, comments, fences

HOST_EXTENSIONS = ["toc", "tables", "fenced_code"]
"""Extensions that MkDocs adds to every page, added here so that all commands read the same dialect."""
PLACEHOLDER = "&#8203;"
"""Placeholder text that hosts and print convert where an author wrote no body."""
EXTENSIONS = ["tables", "attr_list", "footnotes", "def_list", "sane_lists", "smarty"]
SETTINGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "smarty": {"smart_quotes": True, "smart_dashes": False, "smart_ellipses": False},
}
JUDGED = 5.9
"""The priority of judging: after attributes (8) and quotes (6), before the engine adds its own."""
_SHORT = re.compile(rf"</?(?:{'|'.join(SHORT)})>|<br ?/>", re.I)
_LIKE_A_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")
_CODE = ("code", "pre")


class AuthoredBlock(Block):  # type: ignore[misc]
    """A block as a container; `md.authored_blocks` says which block each container is."""

    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        """Make the container."""
        element = Element("div")
        parent.append(element)
        self.md.authored_blocks[element] = (self.NAME, str(self.argument or "").strip())
        return element


class CutComments(Preprocessor):
    """Removes HTML comments, which are meant for authors only."""

    def run(self, lines: list[str]) -> list[str]:
        """Drop what stands between `<!--` and `-->`."""
        text = "\n".join(lines)
        for start, end in reversed(list(comments(blank(text, (fences, code_spans))))):
            text = text[:start] + text[end:]
        return text.split("\n")


class NoHtml(HtmlInlineProcessor):
    """Keeps the tags of the short list; every other tag becomes text."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        """Keep a tag, or note that it was refused."""
        del data
        if _SHORT.fullmatch(m[0]):
            return self.md.htmlStash.store(m[0].lower()), m.start(0), m.end(0)
        words = self.backslash_unescape(self.unescape(m[1]))
        self.md.refused.append(Refused(words))  # type: ignore[attr-defined]
        return self.md.htmlStash.store(escape(words, {'"': "&quot;"})), m.start(0), m.end(0)


class AllowListCheck(Treeprocessor):
    """Compares the HTML of an author's text, as it will be published, with the whitelists."""

    def __init__(self, md: Markdown, schemes: tuple[str, ...]) -> None:
        super().__init__(md)
        self._schemes = schemes

    def run(self, root: Element) -> None:
        """Collect refused tags in `md.refused` and all addresses in `md.addresses`."""
        html = self.md.serializer(root)
        for processor in self.md.postprocessors:
            html = processor.run(html)
        found = [*_tags_in_text(root), *refused_in(html, self._schemes)]
        self.md.refused += found  # type: ignore[attr-defined]
        self.md.addresses = list(addresses_in(html))  # type: ignore[attr-defined]


class Dialect(BlocksExtension):  # type: ignore[misc]
    """The extension: sets `refused` and `addresses` of the Markdown that it extends."""

    SCHEMES: tuple[str, ...] = SCHEMES
    BACKLINK = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register everything."""
        md.registerExtension(self)
        self._md = md
        self.reset()
        notes = {"UNIQUE_IDS": True, "BACKLINK_TITLE": self.BACKLINK}
        md.registerExtensions(EXTENSIONS, {**SETTINGS, "footnotes": notes})
        super().extendMarkdown(md)
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(CutComments(md), "handbook_comments", 1001)
        md.inlinePatterns.register(NoHtml(HTML_RE, md), "html", 90)
        md.treeprocessors.register(AllowListCheck(md, self.SCHEMES), "handbook_judge", JUDGED)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802, ARG002
        """Register every block of the written list."""
        for name in BLOCKS:
            block_mgr.register(type(f"Block_{name}", (AuthoredBlock,), {"NAME": name}), {})

    def reset(self) -> None:
        """Forget the page before."""
        self._md.refused = []  # type: ignore[attr-defined]
        self._md.addresses = []  # type: ignore[attr-defined]
        self._md.authored_blocks = {}  # type: ignore[attr-defined]


def author_markdown() -> Markdown:
    """Markdown that reads texts as authors wrote them, for judging alone."""
    return Markdown(extensions=[*HOST_EXTENSIONS, Dialect()])


def _tags_in_text(root: Element) -> Iterator[Refused]:
    """Text outside code that looks like a tag: it was not recognised as one."""
    for element in root.iter():
        inside = element.text if element.tag not in _CODE else None
        for text in (inside, element.tail):
            yield from (Refused(found.partition("\x02")[0]) for found in _LIKE_A_TAG.findall(text or ""))
