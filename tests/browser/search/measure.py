"""How well a search finds: recall among the first five, and how far up the first right result stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FIRST = 5
Item = dict[str, Any]


@dataclass(frozen=True)
class Query:
    """A query, the places that should be found, and those that should be ranked first."""

    words: str
    wanted: tuple[frozenset[str], ...]
    on_top: tuple[frozenset[str], ...]

    @property
    def places(self) -> set[str]:
        return set().union(*self.wanted, *self.on_top)


@dataclass(frozen=True)
class Figures:
    """Over a set of queries."""

    recall: float
    rank: float
    empty: list[str]
    missed: list[str]


def queries(name: str) -> list[Query]:
    """The set in a file of this folder; `a | b` means that one of them is enough."""
    entries = yaml.load((HERE / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        Query(entry["cari"], _choices(entry.get("harap", [])), _choices(entry.get("pertama", [])))
        for entry in entries
    ]


def _choices(lines: list[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(place.strip() for place in line.split("|")) for line in lines)


def shown(groups: list[list[Item]]) -> list[list[str]]:
    """For each page found the places a reader sees at once: the page and its unfolded sections."""
    return [_unfolded(group) for group in groups]


def _unfolded(group: list[Item]) -> list[str]:
    """As the theme does it: sections that score less than the group's first item are folded."""
    page = next((item for item in group if "#" not in item["location"]), group[0])
    others = [item for item in group if item is not page]
    folded = next((n for n, item in enumerate(others) if item["score"] < group[0]["score"]), len(others))
    return [page["location"], *(item["location"] for item in others[:folded])]


def rank(choices: frozenset[str], pages: list[list[str]]) -> float:
    """The place of the first page that shows one of the choices, from 1; infinite when none does."""
    return next((n for n, places in enumerate(pages, 1) if choices & set(places)), math.inf)


def figures(found: dict[str, list[list[Item]]], asked: list[Query]) -> Figures:
    """Measures of the results of each query."""
    recalls, ranks, missed = [], [], []
    for query in asked:
        pages = shown(found[query.words])
        own = [rank(choices, pages) for choices in query.wanted or query.on_top]
        recalls.append(sum(value <= FIRST for value in own) / len(own))
        ranks.append(1 / min(own + [rank(choices, pages) for choices in query.on_top]))
        if recalls[-1] < 1:
            missed.append(query.words)
    empty = [query.words for query in asked if not found[query.words]]
    return Figures(sum(recalls) / len(asked), sum(ranks) / len(asked), empty, missed)
