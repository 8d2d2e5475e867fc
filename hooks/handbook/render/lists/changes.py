"""Changes since the last edition, for the site: a list, and on each page a link to its own changes."""

import posixpath
from collections.abc import Iterator

from handbook.archive import archive
from handbook.archive.changes import PageChanges, compare, details, read_pages
from handbook.archive.changes.draw import anchor, reprint
from handbook.archive.fingerprints import fate
from handbook.book import Page, PageKind
from handbook.html import Element, e
from handbook.render.renderer import Renderer

LIST = "perubahan"
"""The list that a page shows with `/// daftar | perubahan`."""


def draw(renderer: Renderer, page: Page) -> Element:
    """The list of forms to copy again, then all changes by module and page."""
    book, s = renderer.book, renderer.book.settings.strings
    base = archive.before(book.root, book.settings.book.edition)
    if base is None:
        return e("p", s("perubahan.belum_ada"))
    found = _found(renderer, base)
    hidden = sum(change.hidden for item in found for change in item.changes)
    return e(
        "div",
        e("p", s("perubahan.dibanding", edisi=base)),
        *_copies(renderer, base),
        e("h3", s("perubahan.rincian")),
        e("p", s("perubahan.fasilitator", jumlah=hidden)) if hidden else None,
        details(found, book.module_title, lambda item: _href(renderer, page, item), s),
        class_="changes",
    )


def link(renderer: Renderer, page: Page) -> Element | None:
    """A link from a page to its own changes; None when it has none or no page lists them."""
    book = renderer.book
    base = archive.before(book.root, book.settings.book.edition)
    lists = next((there for there in book.pages.values() if there.has_block("daftar", LIST)), None)
    if base is None or lists is None or lists is page:
        return None
    path = page.path.removeprefix("docs/")
    if not any(item.new and item.new.path == path and item.public for item in _found(renderer, base)):
        return None
    there = posixpath.relpath(lists.address or ".", page.address or ".")
    words = book.settings.strings("perubahan.ke_perubahan", edisi=base)
    return e("p", e("a", words, href=f"{there}/#{anchor(path)}"), class_="page-changed")


def current(renderer: Renderer, page: Page) -> Element | None:
    """For a reader who comes from a printed form: whether that printing is still valid."""
    if page.kind is not PageKind.INSTRUMENT:
        return None
    book, s = renderer.book, renderer.book.settings.strings
    words = s("perubahan.lembar_ini", edisi=book.settings.edition_line, sidik=page.digest)
    older = [e("li", text) for text in _older(renderer, page)]
    return e("div", e("p", words), e("ul", *older) if older else None, class_="sheet-current")


def _older(renderer: Renderer, page: Page) -> Iterator[str]:
    """A line on the fate of the form's sheets of each kept edition, newest first."""
    book, s = renderer.book, renderer.book.settings.strings
    here = renderer.sheets.get(page.id)
    for edition in reversed(archive.stored(book.root)):
        there = archive.sheets(book.root, edition).get(page.id)
        is_older = archive.order(edition) < archive.order(book.settings.book.edition)
        if here and there and is_older and there.digest != page.digest:
            words = s(f"perubahan.nasib.{fate(there, here)}")
            yield s("perubahan.lembar_lama", sidik=there.digest, edisi=edition, nasib=words)


def _found(renderer: Renderer, base: str) -> list[PageChanges]:
    """The comparison with the last edition, made once for a book."""
    book = renderer.book
    if LIST not in book.memo:
        old = read_pages(archive.sources(book.root, base))
        book.memo[LIST] = compare(old, read_pages(book.root))
    found: list[PageChanges] = book.memo[LIST]
    return found


def _copies(renderer: Renderer, base: str) -> list[Element]:
    """The list of forms to copy again; empty before the sheets of this state have been printed."""
    s = renderer.book.settings.strings
    if not renderer.sheets:
        return []
    before = archive.sheets(renderer.book.root, base)
    ids = dict.fromkeys([*renderer.sheets, *before])
    pairs = [(before.get(id_), renderer.sheets.get(id_)) for id_ in ids]
    return [e("h3", s("perubahan.daftar_salin")), reprint(pairs, s)]


def _href(renderer: Renderer, page: Page, item: PageChanges) -> str | None:
    """The address of a changed page; registers and what is gone have none."""
    path = f"docs/{item.page.path}"
    there = next((other for other in renderer.book.pages.values() if other.path == path), None)
    return renderer.href(there.id, page) if there else None
