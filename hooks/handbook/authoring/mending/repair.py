"""A repair: new words at a place of a source, and what a mend is given to find them in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from handbook.authoring.sources import Edit, Sources
from handbook.book import Book
from handbook.problem import Kind, Place, Problem


class Repair(NamedTuple):
    """An edit of the file at a path."""

    path: str
    edit: Edit


@dataclass(frozen=True)
class Damaged:
    """A book with its problems."""

    book: Book
    problems: list[Problem]

    @cached_property
    def sources(self) -> Sources:
        """The texts of its files."""
        return Sources(self.book.root)

    def of_kind(self, kind: Kind) -> Iterator[tuple[Problem, str]]:
        """The problems of a kind, each with the text of its file from its place on."""
        for item in self.problems:
            if item.kind is kind and (self.book.root / item.place.path).is_file():
                text = self.sources.text(item.place.path)
                yield item, text[self.sources.offset(item.place) :]

    def instead(self, place: Place, length: int, words: str, behind: int = 0) -> Repair:
        """Other words for so many letters at a place, or some letters behind it."""
        start = self.sources.offset(place) + behind
        return Repair(place.path, Edit(start, start + length, words))

    def words_at(self, place: Place, words: str, new: str) -> Iterator[Repair]:
        """Other words where some stand right at a place, over line ends too; nothing where they do not."""
        text, start = self.sources.text(place.path), self.sources.offset(place)
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        if found := re.compile(pattern).match(text, start):
            yield self.instead(place, found.end() - start, new)


Mend: TypeAlias = Callable[[Damaged], Iterator[Repair]]
"""Finds every place at which there is one sure remedy."""
