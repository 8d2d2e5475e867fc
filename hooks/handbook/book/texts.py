"""All texts of a book, each with a way back to its place in the sources."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.book.uses import locator, said
from handbook.problem import Place
from handbook.source.prose import prose_in, said_in


def texts(book: Book) -> Iterator[tuple[str, Callable[[int], Place]]]:
    """Everything that authors say, body by body and string by string, with a way back to its place."""
    for page in book.all_pages:
        yield page.text.spoken, page.text.place
        for path, words, *_ in said(book, page):
            yield words, locator(page.yaml, page.node, path, words)
    for value, node, source in book.registers.values():
        for path, words, *_ in said_in(value):
            yield words, locator(source, node, path, words)


class ProsePassage(NamedTuple):
    """A piece of prose with a way back to its place; `in_note`: part of an editor's note."""

    path: str
    text: str
    in_note: bool
    place: Callable[[int], Place]


def passages(book: Book) -> Iterator[ProsePassage]:
    """All prose of pages and tests, editors' notes apart from the rest."""
    for page in book.all_pages:
        yield from _body_passages(page)
        for path, words, *_ in prose_in(page.value):
            yield ProsePassage(page.path, words, False, locator(page.yaml, page.node, path, words))


def _body_passages(page: Page) -> Iterator[ProsePassage]:
    inside, outside = page.text.split_notes()
    yield ProsePassage(page.path, outside, False, page.text.place)
    if page.has_block("catatan-penyunting"):
        yield ProsePassage(page.path, inside, True, page.text.place)
