"""An explicit reference `[teks][id]` has words and a target."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from handbook.book import Book
from handbook.mdtext import Link
from handbook.problem import Kind, Problem, problem


def check(book: Book) -> Iterator[Problem]:
    """References without words or without target."""
    for page in book.pages.values():
        for link in page.text.references if page.text else ():
            yield from _one(book, link)


def _one(book: Book, link: Link) -> Iterator[Problem]:
    if not link.text.strip():
        yield problem(link.place, Kind.REFERENCE_EMPTY, kata=f"[][{link.target}]")
    elif book.register.get(link.target) is None and not book.planned_id(link.target):
        words = " ".join(f"[{link.text}][{link.target}]".split())
        hints = tuple(difflib.get_close_matches(link.target, book.register.targets, n=3, cutoff=0.6))
        yield problem(link.place, Kind.REFERENCE_MISSING, hints, kata=words)
