"""What became of renamed ids, so that what readers typed under an old one finds its new place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from pydantic import Field

from handbook.source.readers import ForAll
from handbook.source.validation import Authored, Slug


class Named(Authored):
    """Something with a permanent id; a renamed one keeps its old ids as `alias`."""

    id: ForAll[Slug] = Field(description="Nama tetap")
    aliases: ForAll[list[Slug]] = Field(alias="alias", default=[], description="Id lama, bila pernah diganti")


class _Renamed(Protocol):
    @property
    def id(self) -> str | None: ...
    @property
    def aliases(self) -> list[str]: ...


def renames(part: _Renamed) -> Iterator[tuple[str, str]]:
    """Old and new path of a part, its rows or lines, and its columns (in any row)."""
    yield from ((old, str(part.id)) for old in part.aliases)
    for name in ("rows", "entries", "head", "pairs", "criteria", "questions", "signatures"):
        for item in _items(part, name):
            yield from ((f"{part.id}.{old}", f"{part.id}.{item.id}") for old in item.aliases)
    for column in _items(part, "leaves"):
        yield from ((f"{part.id}.*.{old}", f"{part.id}.*.{column.id}") for old in column.aliases)


def _items(part: object, name: str) -> Sequence[_Renamed]:
    """The named things of a part; a table's `rows` is a number and `head` may be missing."""
    found = getattr(part, name, None)
    return found if isinstance(found, list) else []
