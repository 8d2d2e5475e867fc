"""Makes mutants of the real book, lets the checks read each, and counts what they catch."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from handbook import checks
from handbook.bookreader import read
from tests.mutasi.kinds import STRIKES, Mutant


@dataclass
class Tally:
    """How many mutants of each kind there were, how many were caught, and those that were not."""

    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    survivors: list[Mutant] = field(default_factory=list)

    def table(self) -> str:
        """One line per kind."""
        rows = [f"{kind:24} {self.caught[kind]:3} / {self.made[kind]:3}" for kind in sorted(self.made)]
        rows += [f"  selamat: {m.kind} {m.path}:{m.due[1]} {m.change}" for m in self.survivors]
        return "\n".join([*rows, f"{'semua':24} {self.caught.total():3} / {self.made.total():3}"])


def choose(root: Path, count: int, seed: int) -> list[Mutant]:
    """At least one mutant of every kind that can strike, then evenly more until there are enough."""
    book, _ = read(root)
    assert book is not None
    files = [*sorted((root / "docs").rglob("*.md")), *sorted((root / "docs").rglob("*.yml"))]
    sources = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}
    piles = [list(strike(book, sources)) for strike in STRIKES.values()]
    picker = random.Random(seed)
    for pile in piles:
        picker.shuffle(pile)
    chosen: list[Mutant] = []
    while len(chosen) < count and any(piles):
        chosen += [pile.pop() for pile in piles if pile]
    return chosen[:count]


def run(root: Path, folder: Path, count: int, seed: int) -> Tally:
    """Check every mutant in a copy of the book; caught means reported at the line that is due."""
    copy = folder / "book"
    shutil.copytree(root / "docs", copy / "docs")
    shutil.copy(root / "handbook.yml", copy)
    tally = Tally()
    for mutant in choose(root, count, seed):
        file = copy / mutant.path
        before = file.read_text(encoding="utf-8")
        file.write_text(mutant.text, encoding="utf-8")
        _, problems = checks.run(copy)
        file.write_text(before, encoding="utf-8")
        tally.made[mutant.kind] += 1
        if any((item.place.path, item.place.line) == mutant.due for item in problems):
            tally.caught[mutant.kind] += 1
        else:
            tally.survivors.append(mutant)
    return tally
