"""The errata of a book: rows by module, each with a link to the corrected place in this edition."""

from handbook.book import Book, Page, Target
from handbook.content import erratum
from handbook.content.erratum import Erratum, ErratumGroup
from handbook.html import Element, e
from handbook.render.renderer import Renderer

WITH_TITLE = ("instrumen", "modul", "box")
COUNTED_IN_MODULE = ("tahap", "rangkuman")
"""Kinds whose names alone do not say which module they belong to."""


def draw(renderer: Renderer, page: Page) -> Element:
    """The errata, one table per module; what concerns the whole print comes first."""
    groups = _groups(renderer.book)
    return erratum.to_html(groups, lambda id_: _named(renderer, page, id_), renderer.context(page))


def draw_instruments(renderer: Renderer, page: Page) -> Element:
    """The forms of the print with their successors."""
    items = renderer.book.errata.instruments
    return erratum.old_instruments(items, lambda id_: _named(renderer, page, id_), renderer.context(page))


def _groups(book: Book) -> list[ErratumGroup]:
    rows: dict[int, list[Erratum]] = {}
    for row in sorted(book.errata.entries, key=lambda row: row.finding or "U"):
        number = row.module if row.module is not None else book.module_of(row.target)
        rows.setdefault(number, []).append(row)
    whole = book.settings.strings("ralat.seluruhnya")
    titles = {number: book.module_title(number) if number else whole for number in sorted(rows)}
    return [ErratumGroup(f"ralat-modul-{number}", title, rows[number]) for number, title in titles.items()]


def _named(renderer: Renderer, page: Page, id_: str) -> Element:
    """A link with the target's name and its page in print; its module's name while that is planned."""
    target = renderer.book.targets.get(id_)
    if target is None:
        return e("span", renderer.book.settings.strings("modul.label", nomor=renderer.book.module_of(id_)))
    link = renderer.context(page).link(id_, _words(renderer, target))
    return e("span", link, renderer.page_reference(id_, page))


def _words(renderer: Renderer, target: Target) -> str:
    if target.kind in WITH_TITLE:
        return f"{target.label}: {target.title}"
    if target.kind not in COUNTED_IN_MODULE:
        return renderer.name(target.id)
    number = renderer.book.module_of(target.id)
    return f"{renderer.book.settings.strings('modul.label', nomor=number)}, {target.label}"
