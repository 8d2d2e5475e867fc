"""Many secrets looked for in one pass over a text.

Searching for each of some two thousand secrets by itself took five of the seven seconds of the checks
of the products.
"""

from collections import defaultdict
from collections.abc import Iterable
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
        self._short = [item for item in self._hidden if len(item.needle) < STRIDE + WINDOW - 1]
        self._windows: defaultdict[str, list[Secret]] = defaultdict(list)
        for secret in self._hidden:
            for start in range(STRIDE):
                self._windows[secret.needle[start : start + WINDOW]].append(secret)

    @cached_property
    def digest(self) -> str:
        """A hash of all that is looked for."""
        return fingerprint([(item.needle, item.everywhere) for item in self._hidden])

    def found_in(self, texts: Iterable[str]) -> list[Secret]:
        """The secrets that stand in one of these texts, which are squeezed like they are."""
        found: set[Secret] = set()
        for text in texts:
            likely = {*self._short, *self._likely(text)} - found
            found.update(secret for secret in likely if secret.needle in text)
        return [secret for secret in self._hidden if secret in found]

    def _likely(self, text: str) -> set[Secret]:
        places = range(0, len(text), STRIDE)
        known = {text[place : place + WINDOW] for place in places} & self._windows.keys()
        return {secret for window in known for secret in self._windows[window]}
