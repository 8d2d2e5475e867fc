"""The errata of a book: rows by module, each with a link to the corrected place in this edition."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.book.targets import Target
from handbook.content import erratum
from handbook.content.erratum import Erratum, Group
from handbook.html import e
from handbook.render.renderer import Drawing

WITH_TITLE = ("instrumen", "modul", "box")
COUNTED_IN_MODULE = ("tahap", "rangkuman")
"""Kinds whose names alone do not say which module they belong to."""


def draw(drawing: Drawing, page: Page) -> Element:
    """The errata, one table per module; what concerns the whole print comes first."""
    groups = _groups(drawing.book)
    return erratum.to_html(groups, lambda id_: _named(drawing, page, id_), drawing.context(page))


def draw_instruments(drawing: Drawing, page: Page) -> Element:
    """The forms of the print with their successors."""
    items = drawing.book.errata.instruments
    return erratum.old_instruments(items, lambda id_: _named(drawing, page, id_), drawing.context(page))


def _groups(book: Book) -> list[Group]:
    rows: dict[int, list[Erratum]] = {}
    for row in sorted(book.errata.entries, key=lambda row: row.finding or "U"):
        number = row.module if row.module is not None else book.module_of(row.target)
        rows.setdefault(number, []).append(row)
    return [Group(f"ralat-modul-{number}", _title(book, number), rows[number]) for number in sorted(rows)]


def _title(book: Book, number: int) -> str:
    plan, s = book.settings.plan(number), book.settings.strings
    return f"{s('modul.label', nomor=number)}: {plan.title}" if plan else s("ralat.seluruhnya")


def _named(drawing: Drawing, page: Page, id_: str) -> Element:
    """A link with the target's name and its page in print; its module's name while that is planned."""
    target = drawing.book.register.get(id_)
    if target is None:
        return e("span", drawing.book.settings.strings("modul.label", nomor=drawing.book.module_of(id_)))
    link = drawing.context(page).link(id_, _words(drawing, target))
    return e("span", link, drawing.page_reference(id_, page))


def _words(drawing: Drawing, target: Target) -> str:
    if target.kind in WITH_TITLE:
        return f"{target.label}: {target.title}"
    if target.kind not in COUNTED_IN_MODULE:
        return drawing.name(target.id)
    number = drawing.book.module_of(target.id)
    return f"{drawing.book.settings.strings('modul.label', nomor=number)}, {target.label}"
