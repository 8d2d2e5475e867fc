"""What participants must not find: sentences from facilitators' sources, ready to be searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.book.uses import HIDDEN_KEYS
from handbook.content.quiz import Quiz
from handbook.content.stage import FOR_FACILITATORS
from handbook.content.summary import Summary
from handbook.source.validation import prose_in

LEAST_WORDS = 5
MOST_WORDS = 12
_PUBLIC_KEYS = ("tanya", "teks", "kiri", "kanan", "langkah", "pengantar", "judul")
_SENTENCE = re.compile(r"[^.!?\n]+")
_MARKUP = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|[*_\[\]`]")


@dataclass(frozen=True)
class Secret:
    """Some words that betray a hidden text; `everywhere` is False for keys of self-checks,
    which may stand on the quiz page but not in the index or the PDF."""

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
    found = [*_of_tests(book), *_of_notes(book), *_of_answers(book), *_of_keys(book)]
    return [secret for secret in found if secret.needle not in public]


def _sentences(text: str, path: str, *, everywhere: bool) -> Iterator[Secret]:
    plain = _MARKUP.sub(" ", text)
    for sentence in _SENTENCE.findall(plain):
        words = sentence.split()[:MOST_WORDS]
        if len(words) >= LEAST_WORDS:
            yield Secret(" ".join(words), squeezed(" ".join(words)), path, everywhere)


def _of_tests(book: Book) -> Iterator[Secret]:
    for page in book.tests.values():
        for _, text in prose_in(page.value):
            yield from _sentences(text, page.path, everywhere=True)


def _of_notes(book: Book) -> Iterator[Secret]:
    for page in book.pages.values():
        for text in _notes(page):
            yield from _sentences(text, page.path, everywhere=True)
        for path, text in prose_in(page.value):
            if set(FOR_FACILITATORS).intersection(path):
                yield from _sentences(text, page.path, everywhere=True)


def _notes(page: Page) -> Iterator[str]:
    lines = page.text.body.split("\n") if page.text else []
    for mark in page.text.blocks if page.text else ():
        if mark.name == "fasilitator":
            yield "\n".join(lines[mark.start + 1 : mark.end])


def _of_answers(book: Book) -> Iterator[Secret]:
    for page in book.pages.values():
        for item in page.value.reflections if isinstance(page.value, Summary) else ():
            yield from _sentences(item.answer or "", page.path, everywhere=True)


def _of_keys(book: Book) -> Iterator[Secret]:
    """Feedback and explanations of self-checks."""
    for page in book.pages.values():
        for path, text in prose_in(page.value) if isinstance(page.value, Quiz) else ():
            if str(path[-1]) not in _PUBLIC_KEYS and not isinstance(path[-1], int):
                yield from _sentences(text, page.path, everywhere=False)


def _public(book: Book) -> Iterator[str]:
    """All that participants may read."""
    for page in book.pages.values():
        if page.text:
            yield _without_notes(page)
        for path, text in prose_in(page.value):
            is_key = isinstance(page.value, Quiz) and str(path[-1]) not in _PUBLIC_KEYS
            if not HIDDEN_KEYS.intersection(path) and not is_key:
                yield text


def _without_notes(page: Page) -> str:
    assert page.text
    lines = page.text.body.split("\n")
    for mark in page.text.blocks:
        if mark.name == "fasilitator":
            end = len(lines) - 1 if mark.end is None else mark.end
            lines[mark.start : end + 1] = [""] * (end + 1 - mark.start)
    return _MARKUP.sub(" ", "\n".join(lines))
