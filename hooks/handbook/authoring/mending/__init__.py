"""Mends of what has one sure remedy: one kind, one file, one line in the list. Nothing is guessed.

Some belong to a kind of problem that a check finds, others find themselves what no check speaks of.
"""

from collections.abc import Iterator

from handbook.authoring.mending import (
    broken_links,
    broken_lists,
    capitals,
    citations,
    competency_names,
    disguised,
    heading_levels,
    hidden_letters,
    key_order,
    misspelt,
    quotes,
    slashes,
    spaces,
    spellings,
    underlined,
)
from handbook.authoring.mending.repair import Damaged, Mend
from handbook.authoring.sources import Edit, Sources, applied
from handbook.book import Book
from handbook.problem import Problem

MENDS: tuple[Mend, ...] = (
    slashes.mend,  # what a page is made of is only known when its blocks are whole
    hidden_letters.mend,
    disguised.mend,
    misspelt.mend,
    capitals.mend,
    citations.mend,
    heading_levels.mend,
    broken_links.mend,
    broken_lists.mend,
    underlined.mend,
    spellings.mend,
    competency_names.mend,
    quotes.mend,
    spaces.mend,
    key_order.mend,
)
"""All mends, in the order in which they are tried; of two at one place the first is made."""


def mended(book: Book, problems: list[Problem]) -> dict[str, bytes]:
    """New contents of the files in which something can be mended; what depends on it waits for later."""
    damaged = Damaged(book, problems)
    edits: dict[str, list[Edit]] = {}
    broken: set[str] = set()
    for mend in MENDS:
        for path, edit in mend(damaged):
            if path not in broken and not any(_meet(edit, other) for other in edits.setdefault(path, [])):
                edits[path].append(edit)
        broken |= {*edits} if mend is slashes.mend else set()
    return dict(_files(damaged.sources, edits))


def _files(sources: Sources, edits: dict[str, list[Edit]]) -> Iterator[tuple[str, bytes]]:
    for path, own in edits.items():
        new = applied(sources.text(path), own)
        if new != sources.text(path):
            yield path, sources.bytes(path, new)


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits are at the same place."""
    return one.start <= other.end and other.start <= one.end
