"""The texts of a page or register, each with a way back to its place in the sources."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.book.uses import locator, said
from handbook.problem import Place
from handbook.source.prose import prose_in, said_in

LocatedText = tuple[str, Callable[[int], Place]]
"""A text, and the way from an offset in it to its place."""


def texts_of(book: Book, page: Page) -> Iterator[LocatedText]:
    """Everything that authors say on a page: its body, then string by string."""
    yield page.text.spoken, page.text.place
    for path, words, *_ in said(book, page):
        yield words, locator(page.yaml, page.node, path, words)


def texts_in(book: Book, register: str) -> Iterator[LocatedText]:
    """The texts of a register."""
    value, node, source = book.registers[register]
    for path, words, *_ in said_in(value):
        yield words, locator(source, node, path, words)


class ProsePassage(NamedTuple):
    """A piece of prose with a way back to its place; `in_note`: part of an editor's note."""

    path: str
    text: str
    in_note: bool
    place: Callable[[int], Place]


def passages_of(page: Page) -> Iterator[ProsePassage]:
    """The prose of a page."""
    yield from _body_passages(page)
    for path, words, *_ in prose_in(page.value):
        yield ProsePassage(page.path, words, False, locator(page.yaml, page.node, path, words))


def _body_passages(page: Page) -> Iterator[ProsePassage]:
    inside, outside = page.text.split_notes()
    yield ProsePassage(page.path, outside, False, page.text.place)
    if page.has_block("catatan-penyunting"):
        yield ProsePassage(page.path, inside, True, page.text.place)
