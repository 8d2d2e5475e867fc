"""A wish that cannot be granted."""

from __future__ import annotations


class RefusalError(Exception):
    """Says why: `key` is a text below `paket.tolak`, `words` are what it names."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key, words)
        self.key = key
        self.words = words
