"""Pages that would come out the same are not drawn again: they, and what the search has of them, are kept.

The host leaves a page alone when its file says that it was not modified. A page is kept under its stamp
(`render/stamps.py`), to which the site adds what its templates show.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook.book import Book, Page
from handbook.book.book import ReadCache
from handbook.problem import Problem
from handbook.render.downloads import Download
from handbook.render.renderer import Renderer
from handbook.render.stamps import Stamps
from handbook.site.search import Index
from handbook.site.templates import CompiledTemplates
from handbook.source.blocknames import COURSE


@dataclass
class PreviewState:
    """State that the preview's process keeps between builds."""

    is_live: bool = False
    """Whether the host serves: it then adds a script of its own to the pages that it sends."""
    book: Book | None = None
    """The last book, with what was kept of it where texts could not be read."""
    known: ReadCache | None = None
    """All that the last reading made of the files."""
    placed: dict[str, str] = field(default_factory=dict)
    """The stamps of the pages that stand in the preview's folder."""
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)


KEPT = PreviewState()


class Complaints(logging.Handler):
    """Notes whether the host itself complained of a page: such pages are drawn again, to hear it again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        """Pass over what our hook says: it is known without drawing pages."""
        self.any |= not record.name.startswith("mkdocs.hooks")


class KeptPages:
    """The pages of one build of the site: those that are kept, and those that are drawn."""

    def __init__(self, renderer: Renderer, problems: Iterable[Problem], *facts: object) -> None:
        self._renderer, self._store = renderer, renderer.book.store
        self._told: dict[str, list[str]] = {}
        for item in problems:
            self._told.setdefault(item.place.path, []).append(repr(item))
        stamps = Stamps(renderer.book, "site", renderer.audience, renderer.paper, *facts)
        pages = renderer.book.pages
        self.stamps = {uri: stamps.of(page, *self._facts(page)) for uri, page in pages.items()}
        self._drawn: dict[str, str] = {}

    def _facts(self, page: Page) -> Iterable[object]:
        """The facts that shape one page of the site: its problems, its sheet, the files that it offers, the
        courses that it shows."""
        yield self._told.get(page.path, ())
        yield repr(self._renderer.sheets.get(page.id))
        for key in (page.id, ""):
            yield [(item.uri, self._size(item)) for item in self._renderer.downloads.get(key, ())]
        shown = (mark.argument for mark in page.text.blocks if mark.name == COURSE)
        yield [repr(self._renderer.courses.get(name)) for name in shown]

    def _size(self, item: Download) -> str:
        return item.words("unduhan.berkas", self._renderer.book.settings.strings)

    def mark(self, files: Any, index: Index, placed: Mapping[str, str]) -> None:
        """Tell the host which pages it need not draw, and put those in their places and into the search.

        `placed` are the stamps of the pages that stand there already.
        """
        for file in (file for file in files if file.src_uri in self.stamps):
            uri = file.src_uri
            found = self._store.get(self.stamps[uri])
            file.is_modified = (lambda: True) if found is None else (lambda: False)
            if found is None:
                continue
            index.enter(uri, *found[0])
            out = Path(file.abs_dest_path)
            if placed.get(uri) != self.stamps[uri] or not out.is_file():
                out.parent.mkdir(parents=True, exist_ok=True)
                out.write_bytes(found[1])

    def drawn(self, uri: str, output: str) -> None:
        """Note a page that was drawn."""
        self._drawn[uri] = output

    def keep(self, index: Index) -> None:
        """Keep what was drawn, but no page with something that is refused, which must be told again."""
        for uri, output in self._drawn.items():
            if not self._renderer.refused.get(uri):
                self._store.put(self.stamps[uri], index.entry(uri), output.encode(errors="xmlcharrefreplace"))
