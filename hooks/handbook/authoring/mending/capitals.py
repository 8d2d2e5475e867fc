"""Mentions in small letters: *tahap 3* is Tahap 3."""

from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.book import all_uses
from handbook.settings import FILE

_COMMON = ("materi",)
"""Kinds whose word is a common one: *materi 6.2* may be just that."""


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The capital of the first spelling that handbook.yml has, where the mention is one word and a number."""
    book = damaged.book
    for use in all_uses(book):
        kind = book.settings.mentions.get(use.mention.kind)
        words = use.mention.words
        if kind is None or use.mention.kind in _COMMON or use.place.path == FILE or not words[:1].islower():
            continue
        found = (name for name in kind.spellings if words.startswith(f"{name.lower()} "))
        right = next((name for name in found if words[len(name) + 1 :][:1].isdigit()), "")
        if right[:1].isupper() and book.targets.get(use.mention.id):
            yield from damaged.words_at(use.place, words[: len(right)], right)
