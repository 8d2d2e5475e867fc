"""What changed since the last edition, for the site: a list, and on each page a link to its part of it."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from handbook import archive
from handbook.changes import PageChanges, compare, details, read_pages
from handbook.changes.draw import anchor, reprint
from handbook.drawing import Drawing
from handbook.html import e
from handbook.page import Page

LIST = "perubahan"
"""The list that a page shows with `/// daftar | perubahan`."""


def draw(drawing: Drawing, page: Page) -> Element:
    """What to copy again, then all changes by module and page."""
    book, s = drawing.book, drawing.book.settings.strings
    base = archive.before(book.root, book.settings.book.edition)
    if base is None:
        return e("p", s("perubahan.belum_ada"))
    found = _found(drawing, base)
    hidden = sum(change.hidden for item in found for change in item.changes)
    return e(
        "div",
        e("p", s("perubahan.dibanding", edisi=base)),
        *_copies(drawing, base),
        e("h3", s("perubahan.rincian")),
        e("p", s("perubahan.fasilitator", jumlah=hidden)) if hidden else None,
        details(found, book.module_title, lambda item: _href(drawing, page, item), s),
        class_="changes",
    )


def link(drawing: Drawing, page: Page) -> Element | None:
    """The way from a page to its own changes, None when it has none or no page lists them."""
    book = drawing.book
    base = archive.before(book.root, book.settings.book.edition)
    lists = next((there for there in book.pages.values() if _lists(there)), None)
    if base is None or lists is None or lists is page:
        return None
    path = page.path.removeprefix("docs/")
    if not any(item.new and item.new.path == path and item.public for item in _found(drawing, base)):
        return None
    there = posixpath.relpath(lists.address or ".", page.address or ".")
    words = book.settings.strings("perubahan.ke_perubahan", edisi=base)
    return e("p", e("a", words, href=f"{there}/#{anchor(path)}"), class_="page-changed")


def _found(drawing: Drawing, base: str) -> list[PageChanges]:
    """The comparison, made once for a book."""
    book = drawing.book
    if LIST not in book.memo:
        old = read_pages(archive.sources(book.root, base))
        book.memo[LIST] = compare(old, read_pages(book.root))
    found: list[PageChanges] = book.memo[LIST]
    return found


def _copies(drawing: Drawing, base: str) -> list[Element]:
    """What to copy again, when the sheets of this state have been printed."""
    s = drawing.book.settings.strings
    if not drawing.sheets:
        return []
    before = archive.sheets(drawing.book.root, base)
    ids = dict.fromkeys([*drawing.sheets, *before])
    pairs = [(before.get(id_), drawing.sheets.get(id_)) for id_ in ids]
    return [e("h3", s("perubahan.daftar_salin")), reprint(pairs, s)]


def _href(drawing: Drawing, page: Page, item: PageChanges) -> str | None:
    """The address of a changed page; registers and what is gone have none."""
    path = f"docs/{item.page.path}"
    there = next((other for other in drawing.book.pages.values() if other.path == path), None)
    return drawing.href(there.id, page) if there else None


def _lists(page: Page) -> bool:
    blocks = page.text.blocks if page.text else ()
    return any(mark.name == "daftar" and mark.argument == LIST for mark in blocks)
