"""The extension for Python-Markdown: the same HTML under every host.

To the book's dialect it adds what the engine knows: it cuts what is not for the audience, links
natural mentions, fills the blocks, and writes the head of each page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksProcessor

from handbook.book.book import Book
from handbook.book.read import read
from handbook.html import Audience, Medium
from handbook.markdown.for_print import OWN
from handbook.markdown.processors import CutFacilitator, FillBlocks, FinishPage, LinkMentions, WriteHead
from handbook.render.renderer import Drawing
from handbook.source.allowed import SCHEMES
from handbook.source.dialect import JUDGED, Dialect


class Handbook(Dialect):
    """The extension. Options: `drawing` (a Drawing) or `root` (read the book from there), `untuk`.

    Hosts first make it without options, to see whether it is there: then it can turn no text into a page.
    """

    SCHEMES = (*SCHEMES, OWN)

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "drawing": ["", "gambaran buku dari pintu yang sudah membacanya"],
            "root": ["", "folder yang memuat handbook.yml"],
            "untuk": ["peserta", "peserta atau fasilitator"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register everything; called once for each page by the hosts, and once to try it."""
        if self._is_bare():
            md.preprocessors.register(_Refuse(md), "handbook_bare", 1000)
            return
        drawing = self._drawing()
        self.BACKLINK = drawing.book.settings.strings("catatan.kembali")
        super().extendMarkdown(md)
        md.preprocessors.register(CutFacilitator(md, drawing), "handbook_audience", 1000)
        md.preprocessors.register(LinkMentions(md, drawing), "handbook_mentions", 28)
        md.treeprocessors.register(FillBlocks(md, drawing), "handbook_blocks", JUDGED - 0.1)
        md.treeprocessors.register(WriteHead(md, drawing), "handbook_head", JUDGED - 0.2)
        md.treeprocessors.register(FinishPage(md, drawing), "handbook_finish", 2)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register every block, where there is a book."""
        if not self._is_bare():
            super().extendMarkdownBlocks(md, block_mgr)

    def _is_bare(self) -> bool:
        return not self.getConfig("drawing") and not self.getConfig("root")

    def _drawing(self) -> Drawing:
        given = self.getConfig("drawing")
        if not isinstance(given, Drawing):
            given = Drawing(_read(self.getConfig("root")), Audience(self.getConfig("untuk")), Medium.SITE)
            self.setConfig("drawing", given)
        return given


class _Refuse(Preprocessor):
    """Stands where the book is missing."""

    def run(self, lines: list[str]) -> list[str]:
        """Say what is missing instead of a page without its links."""
        del lines
        raise ValueError("handbook.markdown.extension: isi root dengan folder yang memuat handbook.yml")


def _read(root: str) -> Book:
    book, problems = read(Path(root))
    if book is None:
        raise ValueError(f"{problems[0].place}: {problems[0].kind}")
    return book


def makeExtension(**kwargs: Any) -> Handbook:  # noqa: N802 (Python-Markdown's name)
    """The extension: the entry point that Python-Markdown requires of `handbook.markdown.extension`."""
    return Handbook(**kwargs)
