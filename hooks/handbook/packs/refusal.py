"""A refused option of a pack."""

from __future__ import annotations


class RefusalError(Exception):
    """Raised for an option that cannot be met: `key` is a text below `paket.tolak`, `words` fill it."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key, words)
        self.key = key
        self.words = words
