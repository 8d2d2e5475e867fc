"""Many secrets looked for in one pass over a text.

Searching for each of some two thousand secrets by itself took five of the seven seconds of the checks
of the products.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from handbook.memory.keys import fingerprint
from handbook.products.inspection.secrets import Secret

STRIDE = 8
WINDOW = 12


class Needles:
    """Secrets ready to be looked for.

    A text is looked at every STRIDE-th letter. Where a secret stands, one of these places is among its
    first STRIDE letters, so that the WINDOW letters from there on are known to be of that secret.
    """

    def __init__(self, hidden: Iterable[Secret]) -> None:
        self._hidden = list(hidden)
        needles = {item.needle for item in self._hidden}
        self._short = {needle for needle in needles if len(needle) < STRIDE + WINDOW - 1}
        self._windows: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for needle in needles:
            for start in range(STRIDE):
                self._windows[needle[start : start + WINDOW]].append((needle, start))

    @cached_property
    def digest(self) -> str:
        """A hash of all that is looked for."""
        return fingerprint([(item.needle, item.everywhere) for item in self._hidden])

    def found_in(self, texts: Iterable[str]) -> list[Secret]:
        """The secrets that stand in one of these texts, which are squeezed like they are."""
        return self.secrets(self.needles_in(texts))

    def needles_in(self, texts: Iterable[str]) -> set[str]:
        """The squeezed words of these secrets."""
        found: set[str] = set()
        for text in texts:
            found.update(needle for needle in self._short if needle in text)
            found.update(self._at_places(text))
        return found

    def secrets(self, needles: Collection[str]) -> list[Secret]:
        """The secrets with these squeezed words, in their order."""
        return [secret for secret in self._hidden if secret.needle in needles] if needles else []

    def _at_places(self, text: str) -> Iterator[str]:
        """The needles that stand around the places that are looked at."""
        windows = self._windows
        for place in range(0, len(text), STRIDE):
            for needle, start in windows.get(text[place : place + WINDOW], ()):
                if place >= start and text.startswith(needle, place - start):
                    yield needle
