"""Where the book mentions what: every mention with its page and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.mdtext import MarkdownText
from handbook.page import Page
from handbook.problem import Place
from handbook.references import Mention, Where
from handbook.schema import Authored, prose_in
from handbook.yamltext import Node, YamlText


@dataclass(frozen=True)
class Use:
    """One mention in the book; `page` is None in a register's own file."""

    page: Page | None
    mention: Mention
    place: Place


def where(page: Page) -> Where:
    """What *Tahap 5* and *baris IV* are relative to on a page."""
    return Where(page.module, page.id if page.kind == "instrumen" else None)


def all_uses(book: Book) -> Iterator[Use]:
    """Every natural mention in pages, tests and registers."""
    for page in [*book.pages.values(), *book.tests.values()]:
        yield from _on_page(book, page)
    for value, node, source in book.registers.values():
        yield from _in_data(book, None, value, node, source, Where())


def _on_page(book: Book, page: Page) -> Iterator[Use]:
    if page.text:
        yield from _in_body(book, page, page.text)
    yield from _in_data(book, page, page.value, page.node, page.yaml, where(page))


def _in_body(book: Book, page: Page, text: MarkdownText) -> Iterator[Use]:
    for mention in book.scanner.scan(text.prose, where(page)):
        yield Use(page, mention, text.place(mention.start))


def _in_data(
    book: Book, page: Page | None, value: Authored, node: Node, source: YamlText, here: Where
) -> Iterator[Use]:
    for path, words in prose_in(value):
        seen: Counter[str] = Counter()
        locate = _locator(source, node.at(path))
        for mention in book.scanner.scan(words, here):
            yield Use(page, mention, locate(mention.words, seen[mention.words]))
            seen[mention.words] += 1


def _locator(source: YamlText, node: Node) -> Callable[[str, int], Place]:
    return lambda words, nth: source.locate(node, words, nth)


def pages_citing(book: Book) -> dict[str, list[Page]]:
    """For each target id the pages that mention it, in the order of the book, once each."""
    found: dict[str, list[Page]] = {}
    for use in all_uses(book):
        pages = found.setdefault(use.mention.id, [])
        if use.page and use.page not in pages:
            pages.append(use.page)
    return found
