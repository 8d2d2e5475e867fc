"""The products that stand in their places: whether a build from the same sources would make the same."""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from handbook.archive import archive
from handbook.memory.keys import contents_of, engine, fingerprint
from handbook.memory.store import CACHE, Store
from handbook.press.inputs import programs
from handbook.settings import FILE
from handbook.source.files import APPROVALS, PLANS

SOURCES = ("docs", FILE, APPROVALS, PLANS, "mkdocs.yml", "overrides", archive.FOLDER)
"""All that a build reads below the folder of a book."""


class Standing:
    """Knows of the products in their places; `facts` are the options of the build.

    The sources are looked at when it is made: before they are read, so that an edit during the build counts.
    The day is one of them, since it stands in the map of the site.
    """

    def __init__(self, root: Path, places: Iterable[str], *facts: object) -> None:
        self._root, self._places, self._store = root, list(places), Store(root / CACHE)
        files = contents_of(*(root / name for name in SOURCES))
        day = os.environ.get("SOURCE_DATE_EPOCH") or str(datetime.datetime.now(datetime.UTC).date())
        read = [(os.path.relpath(path, root), digest) for path, digest in files.items()]
        self._key = fingerprint("build", engine(), programs(), read, day, facts)

    def known(self) -> str | None:
        """The words noted by the build that made what stands there; None when it would be another."""
        found = self._store.get(self._key)
        return str(found[0][1]) if found and found[0][0] == self._made() else None

    def note(self, words: str) -> None:
        """Note that the products in their places were made of these sources, and what to say then."""
        self._store.put(self._key, [self._made(), words])

    def _made(self) -> str:
        files = contents_of(*(self._root / name for name in self._places))
        return fingerprint([(os.path.relpath(path, self._root), digest) for path, digest in files.items()])
