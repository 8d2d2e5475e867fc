"""The extension for Python-Markdown: the same HTML under every host.

To the book's dialect it adds what the engine knows: it cuts what is not for the audience, links
natural mentions, fills the blocks, and writes the head of each page.
"""

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksProcessor

from handbook.book import Book
from handbook.book.read import read
from handbook.html import Audience, Medium
from handbook.markdown.for_print import OWN
from handbook.markdown.processors import CutNotes, FillBlocks, FinishPage, LinkMentions, WriteHead
from handbook.render.renderer import Renderer
from handbook.source.allowed import SCHEMES
from handbook.source.dialect import JUDGED, Dialect


class Handbook(Dialect):
    """The extension. Options: `renderer` (a Renderer) or `root` (read the book from there), `untuk`.

    Hosts first make it without options, to see whether it is there: then it can turn no text into a page.
    """

    SCHEMES = (*SCHEMES, OWN)

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "renderer": ["", "gambaran buku dari pintu yang sudah membacanya"],
            "root": ["", "folder yang memuat handbook.yml"],
            "untuk": ["peserta", "peserta atau fasilitator"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register everything; called once for each page by the hosts, and once to try it."""
        if self._is_bare():
            md.preprocessors.register(_Refuse(md), "handbook_bare", 1000)
            return
        renderer = self._renderer()
        self.BACKLINK = renderer.book.settings.strings("catatan.kembali")
        super().extendMarkdown(md)
        md.preprocessors.register(CutNotes(md, renderer), "handbook_audience", 1000)
        md.preprocessors.register(LinkMentions(md, renderer), "handbook_mentions", 28)
        md.treeprocessors.register(FillBlocks(md, renderer), "handbook_blocks", JUDGED - 0.1)
        md.treeprocessors.register(WriteHead(md, renderer), "handbook_head", JUDGED - 0.2)
        md.treeprocessors.register(FinishPage(md, renderer), "handbook_finish", 2)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register every block, where there is a book."""
        if not self._is_bare():
            super().extendMarkdownBlocks(md, block_mgr)

    def _is_bare(self) -> bool:
        return not self.getConfig("renderer") and not self.getConfig("root")

    def _renderer(self) -> Renderer:
        given = self.getConfig("renderer")
        if not isinstance(given, Renderer):
            given = Renderer(_read(self.getConfig("root")), Audience(self.getConfig("untuk")), Medium.SITE)
            self.setConfig("renderer", given)
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
