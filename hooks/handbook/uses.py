"""Where the book mentions what: every mention with its page and place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.mdtext import MarkdownText
from handbook.page import Page
from handbook.problem import Place
from handbook.references import Mention, Where
from handbook.schema import Authored, prose_in
from handbook.stage import FOR_FACILITATORS
from handbook.summary import FOR_FACILITATORS as ANSWERS
from handbook.yamltext import Node, Step, YamlText

HIDDEN_KEYS = {*FOR_FACILITATORS, *ANSWERS}
"""Authors' keys whose words only facilitators read."""

_MEMO = "uses"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Use:
    """One mention in the book.

    `page` is None in a register's own file; what is `hidden` stands where only facilitators read.
    """

    page: Page | None
    mention: Mention
    place: Place
    text: str
    locate: Callable[[int], Place]
    hidden: bool = False


def where(page: Page) -> Where:
    """What *Tahap 5* and *baris IV* are relative to on a page."""
    return Where(page.module, page.id if page.kind == "instrumen" else None)


def all_uses(book: Book) -> list[Use]:
    """Every natural mention in pages, tests and registers; a book is scanned once."""
    if _MEMO not in book.memo:
        book.memo[_MEMO] = list(_uses(book))
    found: list[Use] = book.memo[_MEMO]
    return found


def _uses(book: Book) -> Iterator[Use]:
    scanner, get = book.scanner, book.known.get
    for page in [*book.pages.values(), *book.tests.values()]:
        yield from get("uses", page.path, (page, scanner), _on_page, book, page)
    for register in book.registers.values():
        source = register[2]
        yield from get("uses", source.path, (source, scanner), _in_register, book, *register)


def _in_register(book: Book, value: Authored, node: Node, source: YamlText) -> list[Use]:
    return list(_in_data(book, None, value, node, source, Where()))


def _on_page(book: Book, page: Page) -> list[Use]:
    body = _in_body(book, page, page.text) if page.text else ()
    return [*body, *_in_data(book, page, page.value, page.node, page.yaml, where(page))]


def _in_body(book: Book, page: Page, text: MarkdownText) -> Iterator[Use]:
    notes = text.lines_in("fasilitator")
    for mention in book.scanner.scan(text.prose, where(page)):
        place = text.place(mention.start)
        hidden = place.line - text.body_line in notes
        yield Use(page, mention, place, text.prose, text.place, hidden)


def _in_data(
    book: Book, page: Page | None, value: Authored, node: Node, source: YamlText, here: Where
) -> Iterator[Use]:
    for path, words in prose_in(value):
        locate = _locator(source, node.at(path), words)
        hidden = _is_hidden(book, page, path)
        for mention in book.scanner.scan(words, here):
            yield Use(page, mention, locate(mention.start), words, locate, hidden)


def _is_hidden(book: Book, page: Page | None, path: tuple[Step, ...]) -> bool:
    return not HIDDEN_KEYS.isdisjoint(path) or (page is not None and page.uri in book.tests)


def _locator(source: YamlText, node: Node, words: str) -> Callable[[int], Place]:
    """From an offset in a string to its place in the file: by the word that stands there."""

    def locate(offset: int) -> Place:
        found = _WORD.match(words, offset)
        word = found.group() if found else words[offset : offset + 1]
        before = [match for match in re.finditer(re.escape(word), words) if match.start() < offset]
        return source.locate(node, word, len(before))

    return locate


def pages_citing(book: Book) -> dict[str, list[Page]]:
    """For each target id the pages where participants read it, in the order of the book, once each."""
    found: dict[str, list[Page]] = {}
    for use in all_uses(book):
        pages = found.setdefault(use.mention.id, [])
        if use.page and not use.hidden and use.page not in pages:
            pages.append(use.page)
    return found


@dataclass(frozen=True)
class Passage:
    """A piece of prose with a way back to its place; `in_note`: part of an editor's note."""

    path: str
    text: str
    in_note: bool
    place: Callable[[int], Place]


def passages(book: Book) -> Iterator[Passage]:
    """All prose of pages and tests, editors' notes apart from the rest."""
    for page in [*book.pages.values(), *book.tests.values()]:
        if page.text:
            yield from _body_passages(page.text)
        for path, words in prose_in(page.value):
            yield Passage(page.path, words, False, _locator(page.yaml, page.node.at(path), words))


def _body_passages(text: MarkdownText) -> Iterator[Passage]:
    inside, outside = text.split_notes()
    yield Passage(text.path, outside, False, text.place)
    if any(mark.name == "catatan-penyunting" for mark in text.blocks):
        yield Passage(text.path, inside, True, text.place)


def in_editor_notes(book: Book, page: Page) -> set[str]:
    """The ids that a page's editor's notes mention."""
    if page.text is None:
        return set()
    inside, _ = page.text.split_notes()
    return {mention.id for mention in book.scanner.scan(inside, where(page))}
