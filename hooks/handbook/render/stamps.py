"""Stamps of pages: as long as the stamp of a page is the same, the page is drawn the same.

A page shows its own text, and of other pages titles, headings, data and names. No running text of another
page reaches it, unless one of its blocks draws something of the whole book.
"""

import os
from collections.abc import Iterator
from functools import cached_property

from handbook.archive import archive
from handbook.book import Book, Page, PageKind
from handbook.memory.keys import contents_of, engine, fingerprint

_FRAME = "frame"
OF_WHOLE_BOOK = ("daftar", "modul", "modul-daftar", "unduhan", "buku-kerja")
"""Blocks that may show what stands in the running text of other pages."""


class Stamps:
    """The stamps of a book's pages; `facts` are plain values of what else shapes all of them."""

    def __init__(self, book: Book, *facts: object) -> None:
        self._book = book
        self._frame = fingerprint(frame(book), facts)

    def of(self, page: Page, *facts: object) -> str:
        """The stamp of a page; `facts` shape this page alone."""
        is_alone = page.kind is not PageKind.FRONT and not any(map(page.has_block, OF_WHOLE_BOOK))
        return fingerprint(self._frame, page.path, page.text.body, "" if is_alone else self._texts, facts)

    @cached_property
    def _texts(self) -> str:
        return fingerprint([(page.path, page.yaml.text, page.text.body) for page in self._book.all_pages])


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
