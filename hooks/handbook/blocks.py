"""The door into Python-Markdown: one extension, the same HTML under every host.

It brings the book's whole dialect (tables, lists, footnotes, blocks), cuts what
is not for the audience, links natural mentions, and writes the head of each page.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from handbook.blocknames import BLOCKS
from handbook.book import Book, read
from handbook.checks.parts import PART
from handbook.drawing import Drawing
from handbook.figures import size_images
from handbook.html import Audience, Medium, e, kicker
from handbook.mdtext import blocks_of, prose_of
from handbook.page import Page
from handbook.printing import adapt_for_print
from handbook.uses import where

DIALECT = ["tables", "attr_list", "footnotes", "def_list", "md_in_html", "sane_lists", "smarty"]
SETTINGS: dict[str, dict[str, Any]] = {
    "footnotes": {"UNIQUE_IDS": True},
    "tables": {"use_align_attribute": True},
    "smarty": {"smart_quotes": True, "smart_dashes": False, "smart_ellipses": False},
}
_EXPLICIT = re.compile(r"\[(?P<text>[^\[\]]+)\]\[(?P<id>[^\[\]\n]+)\]")


def page_of(md: Markdown) -> str:
    """The source address of the page being rendered: the only place that knows the hosts."""
    own = getattr(md, "handbook_uri", None)
    if own:
        return str(own)
    if "relpath" in md.treeprocessors:
        host: Any = md.treeprocessors["relpath"]
        return str(host.file.src_uri)
    if "rendering_context" in md.preprocessors:
        host = md.preprocessors["rendering_context"]
        return str(host.page.path)
    return ""


class Handbook(BlocksExtension):  # type: ignore[misc]
    """The extension. Options: `drawing` (a Drawing) or `root` (read the book from there), `untuk`."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "drawing": ["", "gambaran buku dari pintu yang sudah membacanya"],
            "root": ["", "folder yang memuat handbook.yml"],
            "untuk": ["peserta", "peserta atau fasilitator"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register everything; called once for each page by the hosts."""
        md.registerExtensions(DIALECT, SETTINGS)
        super().extendMarkdown(md)
        drawing = self._drawing()
        md.preprocessors.register(CutFacilitator(md, drawing), "handbook_audience", 1000)
        md.preprocessors.register(LinkMentions(md, drawing), "handbook_mentions", 28)
        md.treeprocessors.register(WriteHead(md, drawing), "handbook_head", 30)
        md.treeprocessors.register(FinishPage(md, drawing), "handbook_finish", 2)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802, ARG002
        """Register every block of the written list."""
        drawing = self._drawing()
        for name in BLOCKS:
            block_mgr.register(_block_class(name), {"drawing": drawing})

    def _drawing(self) -> Drawing:
        given = self.getConfig("drawing")
        if not isinstance(given, Drawing):
            given = Drawing(_read(self.getConfig("root")), Audience(self.getConfig("untuk")), Medium.SITE)
            self.setConfig("drawing", given)
        return given


def _read(root: str) -> Book:
    book, problems = read(Path(root or "."))
    if book is None:
        raise ValueError(f"{problems[0].place}: {problems[0].kind}")
    return book


class _OnPage:
    """What all processors share: the page that is being rendered, None outside the book."""

    md: Markdown
    drawing: Drawing

    @property
    def page(self) -> Page | None:
        return self.drawing.book.pages.get(page_of(self.md))


class CutFacilitator(_OnPage, Preprocessor):
    """Cuts notes for facilitators before anything reads them, so that nothing of them can leak."""

    def __init__(self, md: Markdown, drawing: Drawing) -> None:
        super().__init__(md)
        self.drawing = drawing

    def run(self, lines: list[str]) -> list[str]:
        """Drop the lines of every facilitator block from a participant's page."""
        if self.drawing.audience is Audience.FACILITATOR:
            return lines
        cut: set[int] = set()
        for mark in blocks_of("\n".join(lines)):
            if mark.name == "fasilitator":
                cut.update(range(mark.start, (len(lines) if mark.end is None else mark.end) + 1))
        return [line for number, line in enumerate(lines) if number not in cut]


class LinkMentions(_OnPage, Preprocessor):
    """Turns natural mentions into `[words][id]` and tells Markdown where the ids lead."""

    def __init__(self, md: Markdown, drawing: Drawing) -> None:
        super().__init__(md)
        self.drawing = drawing

    def run(self, lines: list[str]) -> list[str]:
        """Rewrite the text of a page of the book; other pages stay as they are."""
        page = self.page
        if page is None:
            return lines
        text = self._linked("\n".join(lines), page)
        return _EXPLICIT.sub(lambda match: self._explicit(match, page), text).split("\n")

    def _linked(self, text: str, page: Page) -> str:
        book = self.drawing.book
        mentions = book.scanner.scan(prose_of(text), where(page))
        for mention in reversed(mentions):
            if book.register.get(mention.id):
                linked = f"[{text[mention.start : mention.end]}][{mention.id}]"
                text = text[: mention.start] + linked + text[mention.end :]
        return text

    def _explicit(self, match: re.Match[str], page: Page) -> str:
        href = self.drawing.href(match["id"], page)
        if href is None:
            return match["text"] if self.drawing.book.planned_id(match["id"]) else match.group()
        self.md.references[match["id"].lower()] = (href, "")
        return match.group()


class WriteHead(_OnPage, Treeprocessor):
    """Writes title and facts on top of a page, titles of parts, and bodies that come from data."""

    def __init__(self, md: Markdown, drawing: Drawing) -> None:
        super().__init__(md)
        self.drawing = drawing

    def run(self, root: Element) -> None:
        """Add to the author's elements; texts from data are left alone by Markdown."""
        page = self.page
        if page is None:
            return
        if page.text is None:
            root[:] = []  # a page made from data: what the host gave it to convert is a mere placeholder
        self._write_parts(root, page)
        for element in reversed(self.drawing.head(page)):
            root.insert(0, atomic(element))
        root.extend(atomic(element) for element in self.drawing.body(page))

    def _write_parts(self, root: Element, page: Page) -> None:
        for element in list(root):
            letter = PART.match((element.text or "").strip()) if element.tag == "h2" else None
            written = self.drawing.part_heading(page, letter[1]) if letter else []
            if written:
                position = list(root).index(element)
                root.remove(element)
                for item in reversed(written):
                    root.insert(position, atomic(item))


class FinishPage(_OnPage, Treeprocessor):
    """Sizes figures; in print adds page references and unique ids."""

    def __init__(self, md: Markdown, drawing: Drawing) -> None:
        super().__init__(md)
        self.drawing = drawing

    def run(self, root: Element) -> None:
        """Runs last, when all links and ids of the page are there."""
        page = self.page
        if page is None:
            return
        size_images(root, (self.drawing.book.root / page.path).parent)
        if self.drawing.medium is Medium.PRINT:
            adapt_for_print(root, page, self.drawing)


def atomic(element: Element) -> Element:
    """Keep Markdown from reading texts that come from data a second time."""
    for item in element.iter():
        if item.text:
            item.text = AtomicString(item.text)
        if item.tail:
            item.tail = AtomicString(item.tail)
    return element


class _HandbookBlock(Block):  # type: ignore[misc]
    """A block of the book; its name decides what it draws."""

    ARGUMENT = None

    @property
    def drawing(self) -> Drawing:
        drawing = self.config["drawing"]
        assert isinstance(drawing, Drawing)
        return drawing

    def on_create(self, parent: Element) -> Element:
        """Draw the block; blocks with content give the element that holds it."""
        element = atomic(self._draw(str(self.argument or "").strip()))
        parent.append(element)
        return element

    def _draw(self, argument: str) -> Element:
        strings = self.drawing.book.settings.strings
        number, _, title = argument.partition(" ")
        slug = number.replace(".", "-")
        match self.NAME:
            case "kotak":
                id_ = f"box-{slug}"
                head = e(
                    "p",
                    kicker(strings("box.label", nomor=number)),
                    title,
                    class_="box-title",
                    id=f"{id_}-judul",
                )
                return e("aside", head, class_="box", id=id_, aria_labelledby=f"{id_}-judul")
            case "gambar" | "tabel":
                caption = e("figcaption", kicker(strings(f"{self.NAME}.label", nomor=number)), title)
                css = "figure" if self.NAME == "gambar" else "figure figure-table"
                return e("figure", caption, class_=css, id=f"{self.NAME}-{slug}")
            case "catatan-penyunting":
                return self._note("penyunting", "editor-note", argument)
            case "fasilitator":
                return self._note("fasilitator", "facilitator-note", "")
        page = self.drawing.book.pages.get(page_of(self.md))
        return self.drawing.block(self.NAME, argument, page) if page else e("p", argument)

    def _note(self, key: str, css: str, argument: str) -> Element:
        strings = self.drawing.book.settings.strings
        label = strings(f"catatan.{key}")
        title = strings(f"catatan.{key}_judul", judul=argument) if argument else label
        return e("aside", e("p", title, class_="note-title"), class_=css, aria_label=title)


def _block_class(name: str) -> type[Block]:
    return type(f"Block_{name}", (_HandbookBlock,), {"NAME": name})


def makeExtension(**kwargs: Any) -> Handbook:  # noqa: N802 (Python-Markdown's name)
    """What Python-Markdown calls for `handbook.blocks`."""
    return Handbook(**kwargs)
