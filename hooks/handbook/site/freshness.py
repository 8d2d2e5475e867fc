"""While serving: the pages to be drawn again after an edit, so that it shows at once.

A stage or a reading shows its own text and names things of others; as long as nothing but running
text of other pages changed, it stays as it is. All other pages are drawn again each time.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handbook.book import Book, Page, PageKind
from handbook.problem import Problem
from handbook.site.search import Index

ALONE = (PageKind.STAGE, PageKind.READING)


class PreviewState:
    """State that the preview's process keeps between builds."""

    def __init__(self) -> None:
        self.is_live = False
        """Whether the host serves: it then adds a script of its own to the pages that it sends."""
        self.stamps: dict[str, str] = {}
        self.index: Index | None = None
        self.book: Book | None = None
        """The last book, with what was kept of it where texts could not be read."""

    def mark(self, files: Any, now: dict[str, str]) -> None:
        """Tell the host which of its files need not be made again."""
        same = {uri for uri, stamp in now.items() if self.stamps.get(uri) == stamp}
        for file in files:
            if file.src_uri in same and Path(file.abs_dest_path).is_file():
                file.is_modified = lambda: False
            elif file.src_uri.endswith(".md"):
                file.is_modified = lambda: True
        self.stamps = now

    def complete(self, index: Index) -> None:
        """Enter the pages that stayed into a new index."""
        if self.index:
            index.take_over(self.index)
        self.index = index


KEPT = PreviewState()


def stamps(book: Book, problems: Iterable[Problem], version: str) -> dict[str, str]:
    """A stamp for each page that may stay: when it differs, the page is drawn again."""
    told: dict[str, list[str]] = {}
    for item in problems:
        told.setdefault(item.place.path, []).append(repr(item))
    frame = _digest(version, *_frame(book))
    pages = ((uri, page) for uri, page in book.pages.items() if page.kind in ALONE)
    return {uri: _digest(frame, _source(page), *told.get(page.path, ())) for uri, page in pages}


def _frame(book: Book) -> Iterable[str]:
    """All that a page may show of other pages: their data and heads, and the names of their targets."""
    yield repr(book.settings)
    yield from (repr((t.id, t.label, t.title, t.page, t.anchor)) for t in book.targets)
    yield from (repr(page.value) for page in book.pages.values() if page.kind not in ALONE)
    yield from (repr(value) for value, _, _ in book.registers.values())


def _source(page: Page) -> str:
    return f"{page.value!r}{page.text.body}"


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
