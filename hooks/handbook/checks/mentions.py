"""A mention in running text points to something that exists."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book import Book
from handbook.problem import Kind, Problem, problem
from handbook.uses import Use, all_uses


def check(book: Book) -> Iterator[Problem]:
    """Mentions whose target is neither there nor planned."""
    for use in all_uses(book):
        is_known = book.resolve(use.mention) is not None or book.is_planned(use.mention.module)
        if not is_known:
            words = " ".join(use.mention.words.split())
            yield problem(use.place, Kind.REFERENCE_MISSING, _hints(book, use, words), kata=words)


def _hints(book: Book, use: Use, words: str) -> tuple[str, ...]:
    mention = use.mention
    prefix = mention.id.rsplit("-", 1)[0] + "-"
    same = [t.label for t in book.register.of_kind(mention.kind) if t.id.startswith(prefix) and t.label]
    return tuple(same[:3]) or book.register.nearest(words, [mention.kind])
