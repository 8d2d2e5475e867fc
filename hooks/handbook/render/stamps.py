"""Stamps of pages: as long as the stamp of a page is the same, the page is drawn the same.

A page shows its own text, and of other pages titles, headings, data and names. Of the running text of other
pages it shows at most what they mention, where one of its blocks draws something of the whole book; the list
of changes alone compares all texts.
"""

import os
from collections.abc import Iterator
from functools import cached_property

from handbook.archive import archive
from handbook.book import Book, Page, PageKind, all_uses
from handbook.memory.keys import contents_of, engine, fingerprint
from handbook.render.lists.changes import LIST

_FRAME = "frame"
OF_WHOLE_BOOK = ("daftar", "modul", "modul-daftar", "buku-kerja")
"""Blocks that may show what other pages mention."""


class Stamps:
    """The stamps of a book's pages; `facts` are plain values of what else shapes all of them."""

    def __init__(self, book: Book, *facts: object) -> None:
        self._book = book
        self._frame = fingerprint(frame(book), facts)

    def of(self, page: Page, *facts: object) -> str:
        """The stamp of a page; `facts` shape this page alone."""
        return fingerprint(self._frame, page.path, page.text.body, self._of_others(page), facts)

    def _of_others(self, page: Page) -> str:
        """A hash of what the running text of other pages may add to a page."""
        if page.has_block("daftar", LIST):
            return self._texts
        is_alone = page.kind is not PageKind.FRONT and not any(map(page.has_block, OF_WHOLE_BOOK))
        return "" if is_alone else self._mentions

    @cached_property
    def _texts(self) -> str:
        return fingerprint([(page.path, page.yaml.text, page.text.body) for page in self._book.all_pages])

    @cached_property
    def _mentions(self) -> str:
        uses = all_uses(self._book)
        return fingerprint(
            [(use.page and use.page.path, use.mention.id, use.hidden, use.unprinted) for use in uses]
        )


def frame(book: Book) -> str:
    """The stamp of everything but running text: what is drawn of nothing else is the same under the same."""
    if _FRAME not in book.memo:
        book.memo[_FRAME] = fingerprint(engine(), list(_frame(book)))
    return str(book.memo[_FRAME])


def _frame(book: Book) -> Iterator[object]:
    """All that any page may show of the others, of registers, settings, pictures and kept editions."""
    yield repr(book.settings)
    yield [(item.id, item.kind, item.label, item.title, item.page, item.anchor) for item in book.targets]
    for page in book.pages.values():
        blocks = [(mark.name, mark.argument) for mark in page.text.blocks]
        yield (page.path, page.module, page.yaml.text, blocks)
    yield [(name, source.text) for name, (_, _, source) in book.registers.items()]
    texts = {str(book.root / page.path) for page in book.all_pages}  # they are known already
    files = contents_of(book.root / "docs", book.root / archive.FOLDER)
    yield [(os.path.relpath(path, book.root), digest) for path, digest in files.items() if path not in texts]
