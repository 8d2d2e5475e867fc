"""Changes since the last edition, for the site: a list, and on each page a link to its own changes."""

import posixpath
from collections.abc import Iterator, Mapping

from handbook.archive import archive
from handbook.archive.changes import PageChanges, compare, details, read_pages
from handbook.archive.changes.draw import anchor, reprint
from handbook.archive.fingerprints import PrintedUnit, fate
from handbook.book import Book, Page, PageKind
from handbook.html import Element, Medium, e
from handbook.render import from_print
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
    return e("div", e("p", words), from_print.place(from_print.OLDER, page.id), class_="sheet-current")


def older(book: Book, page: Page, sheets: Mapping[str, PrintedUnit]) -> list[Element]:
    """The fate of the form's sheets of each kept edition, newest first, now that its own are printed."""
    found = [e("li", text) for text in _fates(book, page, sheets.get(page.id))]
    return [e("ul", *found)] if found else []


def _fates(book: Book, page: Page, here: PrintedUnit | None) -> Iterator[str]:
    s = book.settings.strings
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
    """On the site, the head and the place of the list of forms to copy again."""
    if renderer.medium is Medium.PRINT:
        return []
    head = e("h3", renderer.book.settings.strings("perubahan.daftar_salin"))
    return [head, from_print.place(from_print.COPIES, base)]


def copies(book: Book, base: str, sheets: Mapping[str, PrintedUnit]) -> list[Element]:
    """The forms to copy again since an edition, as far as the sheets have been printed."""
    s = book.settings.strings
    if not sheets:
        return [e("p", s("perubahan.belum_dicetak"))]
    before = archive.sheets(book.root, base)
    ids = dict.fromkeys([*sheets, *before])
    pairs = [(before.get(id_), sheets.get(id_)) for id_ in ids]
    return [reprint(pairs, s)]


def _href(renderer: Renderer, page: Page, item: PageChanges) -> str | None:
    """The address of a changed page; registers and what is gone have none."""
    path = f"docs/{item.page.path}"
    there = next((other for other in renderer.book.pages.values() if other.path == path), None)
    return renderer.href(there.id, page) if there else None
