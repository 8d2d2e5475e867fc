"""An inline link leads to a page, an anchor or a file of the book."""

import re

from handbook.book import Book, Page
from handbook.book.attachments import is_published
from handbook.problem import Kind, Problems, problem

OUTSIDE = re.compile(r"^(?:https?:|mailto:|tel:)")


def check(book: Book) -> Problems:
    """Links that lead nowhere; addresses outside the book are not asked."""
    for page in book.pages.values():
        for link in page.text.links:
            if not OUTSIDE.match(link.target) and not leads_somewhere(book, page, link.target):
                yield problem(link.place, Kind.LINK_DEAD, kata=link.target or "()")


def page_of(book: Book, page: Page, target: str) -> Page | None:
    """The page of the book that an address leads to."""
    return None if OUTSIDE.match(target) else book.pages.get(_uri(page, target))


def _uri(page: Page, target: str) -> str:
    address = target.partition("#")[0]
    return page.uri_of(address) if address else page.uri


def leads_somewhere(book: Book, page: Page, target: str) -> bool:
    """Whether an address within the book leads to a page, an anchor or a file."""
    address, _, anchor = target.partition("#")
    uri = _uri(page, target)
    if uri in book.pages:
        is_target = anchor == book.pages[uri].id or book.targets.at(uri, anchor) is not None
        return not anchor or is_target or _is_drawn(book, uri, anchor)
    return bool(address) and is_published(book, uri)


def _is_drawn(book: Book, uri: str, anchor: str) -> bool:
    """Ids that pages made from data give to their inner parts begin with the page's own."""
    page = book.pages[uri]
    return page.path.endswith(".yml") and anchor.startswith(f"{page.id}-")
