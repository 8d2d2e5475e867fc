"""The door into Python-Markdown: one extension, the same HTML under every host.

It brings the book's whole dialect (tables, lists, footnotes, blocks), cuts what
is not for the audience, links natural mentions, and writes the head of each page.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from handbook import panels
from handbook.blocknames import BLOCKS, HANDOUT
from handbook.book import Book
from handbook.bookreader import read
from handbook.drawing import Drawing
from handbook.html import Audience, Medium, e, kicker
from handbook.processors import CutFacilitator, FinishPage, LinkMentions, WriteHead, atomic, page_of

DIALECT = ["tables", "attr_list", "footnotes", "def_list", "md_in_html", "sane_lists", "smarty"]
SETTINGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "smarty": {"smart_quotes": True, "smart_dashes": False, "smart_ellipses": False},
}


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
        """Register everything; called once for each page by the hosts, and once to try it."""
        if self._is_trial():
            return
        drawing = self._drawing()
        back = drawing.book.settings.strings("catatan.kembali")
        md.registerExtensions(
            DIALECT, {**SETTINGS, "footnotes": {"UNIQUE_IDS": True, "BACKLINK_TITLE": back}}
        )
        super().extendMarkdown(md)
        md.preprocessors.register(CutFacilitator(md, drawing), "handbook_audience", 1000)
        md.preprocessors.register(LinkMentions(md, drawing), "handbook_mentions", 28)
        md.treeprocessors.register(WriteHead(md, drawing), "handbook_head", 30)
        md.treeprocessors.register(FinishPage(md, drawing), "handbook_finish", 2)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802, ARG002
        """Register every block of the written list."""
        if self._is_trial():
            return
        drawing = self._drawing()
        for name in BLOCKS:
            block_mgr.register(_block_class(name), {"drawing": drawing})

    def _is_trial(self) -> bool:
        """Before the hook has read the book, the host only tries whether the extension is there."""
        return bool(os.environ.get("HANDBOOK_ROOT")) and not isinstance(self.getConfig("drawing"), Drawing)

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
            case "lembar":
                return e("div", class_=HANDOUT, data_for=argument)
            case "catatan-penyunting":
                return self._note("penyunting", "editor-note", argument)
            case "fasilitator":
                return self._note("fasilitator", "facilitator-note", "")
        page = self.drawing.book.pages.get(page_of(self.md))
        return panels.draw(self.NAME, argument, page, self.drawing) if page else e("p", argument)

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
