"""Makes mutants of a real book, lets the checks read each, and counts what they catch.

The book is read anew only where it changed; a sample proves that this finds the same.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook import checks
from handbook.book.book import ReadCache
from handbook.checks import Check
from handbook.problem import Problem
from tests.checks.mutations.kinds import STRIKES, Mutant
from tests.checks.mutations.spots import Language, Spot, all_spots, sources
from tests.sources import copy_texts


@dataclass
class Tally:
    """How many mutants of each kind there were, how many were caught, and those that were not."""

    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    survivors: list[Mutant] = field(default_factory=list)

    def table(self) -> str:
        """One line per kind."""
        rows = [f"{kind:24} {self.caught[kind]:4} / {self.made[kind]:4}" for kind in sorted(self.made)]
        rows += [f"  selamat: {m.kind} {m.path}:{m.due[1]} {m.change}" for m in self.survivors]
        return "\n".join([*rows, f"{'semua':24} {self.caught.total():4} / {self.made.total():4}"])


def choose(root: Path, count: int, seed: int) -> list[Mutant]:
    """At least one mutant of every kind that can strike, then evenly more until there are enough."""
    texts = sources(root)
    piles = [list(strike(texts)) for strike in STRIKES.values()]
    picker = random.Random(seed)
    for pile in piles:
        picker.shuffle(pile)
    chosen: list[Mutant] = []
    while len(chosen) < count and any(piles):
        chosen += [pile.pop() for pile in piles if pile]
    return chosen[:count]


def mentions(root: Path, language: Language, count: int | None, seed: int) -> list[Mutant]:
    """Mentions that point to nothing: all of them, or `count` drawn by lot."""
    found, texts = all_spots(root, language), sources(root)
    if count is not None:
        found = random.Random(seed).sample(found, count)
    return [_mutant(spot, texts[spot.path]) for spot in sorted(found, key=lambda s: (s.path, s.start))]


def _mutant(spot: Spot, text: str) -> Mutant:
    changed = text[: spot.start] + spot.new + text[spot.end :]
    change = f"{spot.words}: {text[spot.start : spot.end]} → {spot.new}"
    return Mutant(spot.kind, spot.path, changed, (spot.path, text.count("\n", 0, spot.start) + 1), change)


def run(root: Path, folder: Path, mutants: Iterable[Mutant], chosen: Iterable[Check] = checks.ALL) -> Tally:
    """Check every mutant in a copy of the book; caught means reported at the line that is due."""
    return run_in_rounds(root, folder, ([mutant] for mutant in mutants), chosen)


def run_in_rounds(
    root: Path, folder: Path, together: Iterable[list[Mutant]], chosen: Iterable[Check] = checks.ALL
) -> Tally:
    """The same of several mutants at a time, of which no one may answer for another."""
    tally = Tally()
    for mutants, problems in checked(copy_of(root, folder), together, chosen):
        said = {(item.place.path, item.place.line) for item in problems}
        for mutant in mutants:
            tally.made[mutant.kind] += 1
            tally.caught[mutant.kind] += mutant.due in said
            tally.survivors += [] if mutant.due in said else [mutant]
    return tally


def rounds(mutants: Iterable[Mutant]) -> list[list[Mutant]]:
    """Mutants that report in their own file, one of each file at a time: none answers for another."""
    found: list[dict[str, Mutant]] = []
    for mutant in mutants:
        free = next((turn for turn in found if mutant.path not in turn), None)
        if free is None:
            found.append(free := {})
        free[mutant.path] = mutant
    return [list(turn.values()) for turn in found]


def checked(
    copy: Path, together: Iterable[list[Mutant]], chosen: Iterable[Check] = checks.ALL
) -> Iterator[tuple[list[Mutant], list[Problem]]]:
    """Mutants of different files with what the checks say; while they are given, they stand in the copy."""
    known = ReadCache()
    for mutants in together:
        before = {copy / mutant.path: (copy / mutant.path).read_text(encoding="utf-8") for mutant in mutants}
        for mutant in mutants:
            (copy / mutant.path).write_text(mutant.text, encoding="utf-8")
        yield mutants, checks.run(copy, known=known, chosen=chosen)[1]
        for file, text in before.items():
            file.write_text(text, encoding="utf-8")


def copy_of(root: Path, folder: Path) -> Path:
    """The sources of a book at another place."""
    return copy_texts(root, folder / "book")
