"""Makes mutants of a real book, lets the checks read each, and counts what they catch.

The book is read anew only where it changed; a sample proves that this finds the same.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook import checks
from handbook.book.book import Known
from handbook.checks import Check
from handbook.problem import Problem
from tests.checks.mutations.kinds import STRIKES, Mutant
from tests.checks.mutations.spots import Language, Spot, all_spots, sources


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
    tally = Tally()
    for mutant, problems in checked(copy_of(root, folder), mutants, chosen):
        tally.made[mutant.kind] += 1
        if any((item.place.path, item.place.line) == mutant.due for item in problems):
            tally.caught[mutant.kind] += 1
        else:
            tally.survivors.append(mutant)
    return tally


def checked(
    copy: Path, mutants: Iterable[Mutant], chosen: Iterable[Check] = checks.ALL
) -> Iterator[tuple[Mutant, list[Problem]]]:
    """Every mutant with what the checks say of it; while it is given, it stands in the copy."""
    known = Known()
    for mutant in mutants:
        file = copy / mutant.path
        before = file.read_text(encoding="utf-8")
        file.write_text(mutant.text, encoding="utf-8")
        yield mutant, checks.run(copy, known=known, chosen=chosen)[1]
        file.write_text(before, encoding="utf-8")


def copy_of(root: Path, folder: Path) -> Path:
    """The sources of a book at another place."""
    copy = folder / "book"
    shutil.copytree(root / "docs", copy / "docs")
    shutil.copy(root / "handbook.yml", copy)
    return copy
