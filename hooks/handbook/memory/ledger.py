"""Facts of many things in one entry of a store, each under a hash of what shaped it alone."""

from collections.abc import Callable
from typing import Any, TypeVar

from handbook.memory.store import Store

T = TypeVar("T")


class Ledger:
    """Plain values by name; `key` is a hash of what shapes all of them.

    A file for each would take longer to find than most such values to make.
    """

    def __init__(self, store: Store, key: str) -> None:
        self._store, self._key, self._is_changed = store, key, False
        found = store.get(key)
        self._kept: dict[str, list[Any]] = found[0] if found else {}

    def facts(self, name: str, shape: str, make: Callable[[], T]) -> T:
        """The facts of one thing; made when it had another shape, the hash of what shapes it alone."""
        known = self._kept.get(name)
        if known and known[0] == shape:
            kept: T = known[1]
            return kept
        made = make()
        self._kept[name], self._is_changed = [shape, made], True
        return made

    def save(self) -> None:
        """Keep what was made since."""
        if self._is_changed:
            self._store.put(self._key, self._kept)
            self._is_changed = False
