"""Whether a book is known to be clean: the checks found nothing in the very same sources.

Sources are all files below the folder of the book that a check reads or looks for. A book with links to other
places is never known to be clean, since what they lead to is not looked at.
"""

import os
from pathlib import Path

from handbook.memory.keys import contents_of, engine, fingerprint
from handbook.memory.store import CACHE, Store
from handbook.settings import FILE
from handbook.source.files import APPROVALS, EDITIONS, PLANS, book_files

SOURCES = ("docs", FILE, APPROVALS, PLANS, EDITIONS)


class Clean:
    """The note that a book is clean; its sources are looked at before they are read."""

    def __init__(self, root: Path) -> None:
        self._store = Store(root / CACHE)
        places = [*book_files(root), *(path for name in SOURCES[1:] for path in _below(root / name))]
        self._has_links = any(map(os.path.islink, [root / "docs", *places]))
        files = contents_of(*(root / name for name in SOURCES))
        names = {*map(str, places), *files}
        facts = {os.path.relpath(path, root): files.get(path) for path in names}
        self._key = fingerprint("clean", engine(), facts)

    @property
    def is_known(self) -> bool:
        """Whether nothing was found in these sources before."""
        return not self._has_links and self._store.get(self._key) is not None

    def note(self) -> None:
        """Note that nothing was found in these sources."""
        self._store.put(self._key, True)


def _below(place: Path) -> list[Path]:
    """A file or folder, and all that is in it."""
    return [place, *place.rglob("*")] if place.exists() else []
