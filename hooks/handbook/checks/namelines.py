"""A form that one person fills in has a line for the name, unless it is anonymous."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book.book import Book
from handbook.content.instrument import Instrument, own_lines
from handbook.problem import Kind, Problem, problem


def check(book: Book) -> Iterator[Problem]:
    """Forms for one person on which nobody can say whose they are."""
    for page in book.pages.values():
        if isinstance(page.value, Instrument) and _is_nameless(page.value):
            yield problem(page.node.key_place(["identitas"]), Kind.NAME_LINE_MISSING, kata=page.id)


def _is_nameless(form: Instrument) -> bool:
    return form.for_one and not form.anonymous and "nama" not in dict(own_lines(form))
