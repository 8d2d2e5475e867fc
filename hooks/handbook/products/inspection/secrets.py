"""Secrets of participants' products: sentences from facilitators' sources, prepared for the search."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book import Book, Page
from handbook.source.authored import Readers
from handbook.source.mdblocks import without_notes
from handbook.source.prose import said_in

LEAST_WORDS = 5
MOST_WORDS = 12
_SENTENCE = re.compile(r"[^.!?\n]+")
_MARKUP = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|[*_\[\]`]")


@dataclass(frozen=True)
class Secret:
    """A sentence of a hidden text; `everywhere` is False for keys of self-checks,
    which may stand on the quiz page and at the back of the book, but not in the index or another PDF."""

    words: str
    needle: str
    path: str
    everywhere: bool


def squeezed(text: str) -> str:
    """Only letters and digits, in lower case: line breaks, hyphens and markup do not hide a leak."""
    return re.sub(r"[\W_]+", "", text.casefold())


def secrets(book: Book) -> list[Secret]:
    """Every hidden sentence long enough to be told apart; what is public elsewhere is no secret."""
    public = squeezed(" ".join(_public(book)))
    pages = [*book.tests.values(), *book.pages.values()]
    return [secret for page in pages for secret in _of_page(page) if secret.needle not in public]


def of_tests(book: Book) -> list[Secret]:
    """The sentences of tests and other keys that no page says, not even to facilitators."""
    told = squeezed(" ".join(_told(book)))
    found = (secret for page in book.tests.values() for secret in _of_page(page))
    return [secret for secret in found if secret.needle not in told]


def _told(book: Book) -> Iterator[str]:
    """All that facilitators read on pages, notes too."""
    for page in book.pages.values():
        yield _MARKUP.sub(" ", page.text.body)
        yield from (said.words for said in said_in(page.value))


def _sentences(text: str, path: str, *, everywhere: bool) -> Iterator[Secret]:
    plain = _MARKUP.sub(" ", text)
    for sentence in _SENTENCE.findall(plain):
        words = sentence.split()[:MOST_WORDS]
        if len(words) >= LEAST_WORDS:
            yield Secret(" ".join(words), squeezed(" ".join(words)), path, everywhere)


def _of_page(page: Page) -> Iterator[Secret]:
    """Facilitators' notes, and all that is not for all participants."""
    lines = page.text.body.split("\n")
    notes = "\n".join(lines[number] for number in sorted(page.text.note_lines))
    yield from _sentences(notes, page.path, everywhere=True)
    is_test = page.is_test
    for said in said_in(page.value):
        if is_test or said.readers is not Readers.ALL:
            everywhere = is_test or said.readers is Readers.FACILITATORS
            yield from _sentences(said.words, page.path, everywhere=everywhere)


def _public(book: Book) -> Iterator[str]:
    """All that participants may read."""
    for page in book.pages.values():
        yield _MARKUP.sub(" ", without_notes(page.text.body))
        yield from (said.words for said in said_in(page.value) if said.readers is Readers.ALL)
