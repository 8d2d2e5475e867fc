"""Values of the pieces of a file, kept from when they were read before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from handbook.memory.keys import engine, fingerprint
from handbook.memory.store import Store


class Pieces:
    """Plain values by the hash of what shaped them, such as the words of a page.

    All values of a file are one entry of the store, which holds those of its last reading and no others.
    """

    def __init__(self, before: dict[str, Any]) -> None:
        self._before = before
        self.now: dict[str, Any] = {}

    def value(self, piece: str | None, make: Callable[[], Any]) -> Any:
        """The value of a piece as it was kept, else as it is made; it is always made for None."""
        if piece is None:
            return make()
        if piece not in self.now:
            self.now[piece] = self._before[piece] if piece in self._before else make()
        return self.now[piece]


@contextmanager
def pieces_of(store: Store, *file: str) -> Iterator[Pieces]:
    """The pieces of a file, which are kept under these names for the next reading if there are several."""
    key = fingerprint("pieces", engine(), file)
    found = store.get(key)
    before = found[0] if found else {}
    pieces = Pieces(before)
    yield pieces
    if pieces.now != before and len(pieces.now) > 1:
        store.put(key, pieces.now)
