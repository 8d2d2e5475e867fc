"""What earlier runs found on pages, kept on the disk: a page that did not change is not looked at again.

It holds as long as the page's file, the book's spellings and the engine are the same.
"""

import functools
from collections.abc import Callable
from typing import TypeVar

from handbook.book.book import Book, kept
from handbook.book.page import Page
from handbook.memory.keys import fingerprint
from handbook.problem import Problem

T = TypeVar("T")


def facts_of(book: Book, page: Page, what: str, make: Callable[[], T], *shapes: object) -> T:
    """Plain values made of a page; `shapes` are plain values too: what else shapes them."""
    shape = fingerprint(_shape(book, page), *shapes) if shapes else _shape(book, page)
    return book.ledger.facts(f"{what} {page.path}", shape, make)


@kept
def _shape(_: Book, page: Page) -> str:
    return fingerprint(page.module, page.text.text)


def unless_clean(
    book: Book, page: Page, what: str, look: Callable[[], list[Problem]], *shapes: object
) -> list[Problem]:
    """The problems of a page; one on which there were none is not looked at again."""
    found: list[Problem] = []

    def is_clean() -> bool:
        found.extend(look())
        return not found

    if not facts_of(book, page, what, is_clean, *shapes) and not found:
        found = look()
    return found


def kept_clean(look: Callable[[Book, Page], list[Problem]]) -> Callable[[Book, Page], list[Problem]]:
    """Lets a function that gives the problems of a page do nothing for one that is known to be clean."""

    @kept
    @functools.wraps(look)
    def given(book: Book, page: Page) -> list[Problem]:
        return unless_clean(book, page, look.__module__, functools.partial(look, book, page))

    return given
