"""A cache on disk: results of earlier runs by the hash of all their inputs.

An entry is a file: a line with the checksum of the rest, a line of JSON, then bytes. A file that
is torn, cut or altered is no entry. Nothing in it is ever run. Writing is by rename, so that two
runs may share the folder.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
CACHE = ".cache/made"
"""The folder of a book's entries, below the folder of the book."""
LIMIT = 200_000_000  # bytes
SUFFIX = ".bagian"
STALE = 3600  # seconds after which a file that was never renamed has no writer any more


class Store:
    """A bounded folder of entries; those unused for longest are removed first.

    Entries that are not in it are copied from the folder of an earlier store, when one is given.
    """

    def __init__(self, folder: Path, limit: int = LIMIT, earlier: Path | None = None) -> None:
        self._folder, self._limit, self._earlier = folder, limit, earlier

    def get(self, key: str) -> tuple[Any, bytes] | None:
        """The facts and the bytes of an entry, None when there is no sound one."""
        found = _read(self._path(key))
        if found is None and self._earlier:
            found = _read(self._earlier / (key + SUFFIX))
            if found is not None:
                self.put(key, *found)
        return found

    def put(self, key: str, facts: Any, blob: bytes = b"") -> None:
        """Keep an entry; a folder that cannot be written keeps nothing."""
        head = json.dumps(facts, ensure_ascii=True).encode() + b"\n"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.writelines((_digest(head, blob).encode(), b"\n", head, blob))
            Path(name).replace(self._path(key))

    def facts(self, key: str, make: Callable[[], T]) -> T:
        """Plain values as they are kept; made, and kept, when they are not."""
        found = self.get(key)
        if found is not None:
            kept: T = found[0]
            return kept
        made = make()
        self.put(key, made)
        return made

    def prune(self) -> None:
        """Remove the entries unused for longest until the rest is within the limit."""
        files = sorted(self._files(), reverse=True)
        room, newest = self._limit, files[0][0] if files else 0.0
        for used, size, path in files:
            room -= size
            if room < 0 or (not path.endswith(SUFFIX) and used < newest - STALE):
                Path(path).unlink(missing_ok=True)

    def _files(self) -> list[tuple[float, int, str]]:
        """The last use, the size in bytes and the path of each file."""
        found = []
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    facts = entry.stat()
                    found.append((facts.st_mtime, facts.st_size, entry.path))
        return found

    def _path(self, key: str) -> Path:
        return self._folder / (key + SUFFIX)


def _read(path: Path) -> tuple[Any, bytes] | None:
    try:
        content = path.read_bytes()
        start = content.index(b"\n") + 1
        if content[: start - 1].decode("ascii", "replace") != _digest(memoryview(content)[start:]):
            return None
        end = content.index(b"\n", start)
        os.utime(path)
        return json.loads(content[start:end]), content[end + 1 :]
    except (OSError, ValueError):
        return None


def _digest(*pieces: bytes | memoryview) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
