"""Values that a form takes over from another: source and place exist, and there is no circle."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.content.instrument import Instrument, has_place
from handbook.problem import Kind, Problem, problem


def check(book: Book) -> Iterator[Problem]:
    """Sources and places that are not there, and circles."""
    forms = {page.id: page for page in book.pages.values() if isinstance(page.value, Instrument)}
    for page in forms.values():
        yield from _places(book, page, forms)
    for page in forms.values():
        if _returns(page.id, forms):
            yield problem(page.node.key_place(["mengambil_dari"]), Kind.CARRY_CIRCLE, kata=page.id)


def _value(page: Page) -> Instrument:
    assert isinstance(page.value, Instrument)
    return page.value


def _places(book: Book, page: Page, forms: dict[str, Page]) -> Iterator[Problem]:
    for index, carry in enumerate(_value(page).carries):
        form, _, path = carry.source.partition(".")
        there = forms.get(form)
        is_known = there is not None and has_place(_value(there), tuple(path.split(".")))
        if not is_known and not book.planned_id(form):
            yield problem(
                page.place_of("mengambil_dari", index, "dari"),
                Kind.CARRY_WRONG,
                about=carry.source,
                kata=carry.source,
            )
        if there is not None and not _value(there).saved:
            yield problem(page.place_of("mengambil_dari", index, "dari"), Kind.CARRY_UNKEPT, kata=form)
        if not has_place(_value(page), tuple(carry.into.split("."))):
            yield problem(page.place_of("mengambil_dari", index, "ke"), Kind.CARRY_WRONG, kata=carry.into)


def _returns(start: str, forms: dict[str, Page]) -> bool:
    """Whether following what a form takes over leads back to it."""
    seen: set[str] = set()
    waiting = _sources(start, forms)
    while waiting:
        form = waiting.pop()
        if form == start:
            return True
        if form not in seen:
            seen.add(form)
            waiting |= _sources(form, forms)
    return False


def _sources(form: str, forms: dict[str, Page]) -> set[str]:
    page = forms.get(form)
    return {carry.source.partition(".")[0] for carry in _value(page).carries} if page else set()
