"""The lists that a book makes of itself: `/// daftar | …`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import Element

from handbook import (
    bringlist,
    changelist,
    competency,
    erratalist,
    formlist,
    kinds,
    regulation,
    term,
    wherefrom,
)
from handbook.drawing import Drawing
from handbook.module import Module
from handbook.page import Page
from handbook.uses import pages_citing

Listing: TypeAlias = "Callable[[Drawing, Page], Element]"
WITH_USES = ("instrumen", "bacaan", "box", "gambar", "tabel", "kuis")


def draw(drawing: Drawing, argument: str, page: Page) -> Element | None:
    """The list that an author names after `/// daftar |`; None when there is no such list."""
    listing = LISTINGS.get(argument)
    return listing(drawing, page) if listing else None


def _terms(drawing: Drawing, page: Page) -> Element:
    return term.to_html(drawing.book.terms, drawing.context(page))


def _regulations(drawing: Drawing, page: Page) -> Element:
    return regulation.to_html(drawing.book.regulations, _used_in(drawing, page), drawing.context(page))


def _competencies(drawing: Drawing, page: Page) -> Element:
    """Codes against all modules; of a planned one nothing is known yet."""
    book = drawing.book
    sheets = [there.value for there in book.pages.values() if isinstance(there.value, Module)]
    used = {(code, sheet.number) for sheet in sheets for code in sheet.competencies}
    numbers = [plan.number for plan in book.settings.modules]
    return competency.to_html(list(book.competencies.values()), numbers, used, drawing.context(page))


def _uses(drawing: Drawing, page: Page) -> Element:
    used = _used_in(drawing, page)
    rows = [(target, used.get(target.id, [])) for target in drawing.book.register.of_kind(*WITH_USES)]
    return wherefrom.to_html(rows, drawing.context(page))


def _kinds(drawing: Drawing, page: Page) -> Element:
    return kinds.to_html(drawing.context(page))


def _forms(drawing: Drawing, page: Page) -> Element:
    return formlist.to_html(drawing.book, drawing.context(page))


def _needed(drawing: Drawing, page: Page) -> Element:
    return bringlist.to_html(drawing.book, drawing.context(page))


def _used_in(drawing: Drawing, page: Page) -> dict[str, list[Element]]:
    """For each target the links to the pages that mention it, the page being drawn left out."""
    context = drawing.context(page)
    return {
        id_: [context.link(there.id, there.label(context.strings)) for there in _shown(drawing, page, pages)]
        for id_, pages in pages_citing(drawing.book).items()
    }


def _shown(drawing: Drawing, page: Page, pages: list[Page]) -> list[Page]:
    return [there for there in pages if there is not page and drawing.shows(there)]


LISTINGS: dict[str, Listing] = {
    "istilah": _terms,
    "peraturan": _regulations,
    "kompetensi": _competencies,
    "rujukan": _uses,
    "ralat": erratalist.draw,
    "instrumen-lama": erratalist.draw_instruments,
    "masalah": _kinds,
    "perubahan": changelist.draw,
    "instrumen": _forms,
    "perlu-data": _needed,
}
