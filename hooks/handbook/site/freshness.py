"""Pages that would come out the same are not drawn again: they, and what the search has of them, are kept.

The host leaves a page alone when its file says that it was not modified. A page is kept under its stamp
(`render/stamps.py`), to which the site adds what its templates show.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from handbook.book import Page
from handbook.problem import Problem
from handbook.render.renderer import Renderer
from handbook.render.stamps import Stamps
from handbook.site.on_demand import PreviewState, StandingPage, sources
from handbook.site.search import Index
from handbook.source.blocknames import COURSE

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
        self.waiting: set[str] = set()
        """The files of pages that are not drawn although they would come out otherwise than they stand."""

    def _facts(self, page: Page) -> Iterable[object]:
        """The facts that shape one page of the site: its problems, the courses that it shows."""
        yield self._told.get(page.path, ())
        shown = (mark.argument for mark in page.text.blocks if mark.name == COURSE)
        yield [repr(self._renderer.courses.get(name)) for name in shown]

    def mark(self, files: Any, index: Index, state: PreviewState) -> Iterator[Problem]:
        """Tell the host which pages it need not draw, and put those in their places and into the search.

        Gives the problems that drawing found before. What waits until it is asked for stays as it is.
        """
        for file in (file for file in files if file.src_uri in self.stamps):
            is_drawn = self._is_drawn(file, index, state)
            file.is_modified = lambda is_drawn=is_drawn: is_drawn
            there = state.placed.get(file.src_uri)
            yield from there.problems if there else ()

    def _is_drawn(self, file: Any, index: Index, state: PreviewState) -> bool:
        """Whether this build draws a page."""
        uri, out, stamp = file.src_uri, Path(file.abs_dest_path), self.stamps[file.src_uri]
        there, own = state.placed.get(uri), sources(self._renderer.book.pages[uri])
        if there and there.stamp == stamp and out.is_file():
            index.enter(uri, *there.entry)
            return False
        if there and there.sources == own and not state.wants(file.dest_uri):
            self.waiting.add(file.dest_uri)
            return False
        state.placed.pop(uri, None)
        if (found := self._store.get(stamp)) is None:
            return True
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(found[1])
        index.enter(uri, *found[0])
        state.placed[uri] = StandingPage(stamp, own, found[0], [])
        return False

    def drawn(self, uri: str, output: str) -> None:
        """Note a page that was drawn."""
        self._drawn[uri] = output

    def placed(self, index: Index, problems: Mapping[str, list[Problem]]) -> dict[str, StandingPage]:
        """The pages that were drawn, as they stand in the folder; `problems` are those found by drawing."""
        pages = self._renderer.book.pages
        return {
            uri: StandingPage(self.stamps[uri], sources(pages[uri]), index.entry(uri), problems.get(uri, []))
            for uri in self._drawn
        }

    def keep(self, index: Index) -> None:
        """Keep what was drawn, but no page with something that is refused, which must be told again."""
        for uri, output in self._drawn.items():
            if not self._renderer.refused.get(uri):
                self._store.put(self.stamps[uri], index.entry(uri), output.encode(errors="xmlcharrefreplace"))
