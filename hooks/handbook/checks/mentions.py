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
            words = use.mention.plain
            kind = Kind.REGULATION_UNKNOWN if use.mention.kind == "peraturan" else Kind.REFERENCE_MISSING
            yield problem(use.place, kind, _hints(book, use, words), kata=words)


def _hints(book: Book, use: Use, words: str) -> tuple[str, ...]:
    mention = use.mention
    if mention.kind == "peraturan":
        return book.register.nearest(_law_label(mention.id), [mention.kind])
    prefix = mention.id.rsplit("-", 1)[0] + "-"
    same = [t.label for t in book.register.of_kind(mention.kind) if t.id.startswith(prefix) and t.label]
    return tuple(same[:3]) or book.register.nearest(words, [mention.kind])


def _law_label(id_: str) -> str:
    form, number, year = id_.rsplit("-", 2)
    return f"{form.upper()} {number}/{year}"
