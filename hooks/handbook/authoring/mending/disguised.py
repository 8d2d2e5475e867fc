"""Mentions with letters of other alphabets that look alike, such as a Cyrillic К in *IК 2.1*."""

from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.mentions.misspellings import plain_letters
from handbook.problem import Kind


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The plain letters of the same mention."""
    for item, text in damaged.of_kind(Kind.MENTION_DISGUISED):
        words = str(item.words["kata"])
        length = next((end for end in range(1, len(text) + 1) if plain_letters(text[:end]) == words), 0)
        if length:
            yield damaged.instead(item.place, length, words)
