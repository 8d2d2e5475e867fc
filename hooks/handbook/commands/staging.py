"""Temporary folders for products, from which they are put in place as a whole, also after a crash.

A staging folder is a folder `.build-…` in the book's folder, locked as long as its process lives. Once all
products in it are made and checked, a list of them is written; only then are they moved, each by one
rename. An interruption between two moves does not hinder the others. Whoever comes next finds staging
folders whose process died: with a list, the moves are completed; without one, nothing was moved, and the
staging folder is cleared away.
"""

import fcntl
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".build-"
_FRESH = ".buat-"
"""The first name of a staging folder, until it is locked."""
_MOMENT = 60
"""Seconds: far more than it takes to lock a new staging folder."""
_LIST = "siap.json"
_BEFORE = "sebelum"
"""The folder for what stood where products are put; it goes with the staging folder."""


@contextmanager
def staging_folder(root: Path) -> Iterator[Path]:
    """A new folder for products below `root`, cleared away at the end; completes what earlier runs left."""
    complete_all(root)
    fresh = Path(tempfile.mkdtemp(prefix=_FRESH, dir=root))
    lock = os.open(fresh, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    folder = fresh.rename(root / fresh.name.replace(_FRESH, PREFIX, 1))
    try:
        yield folder
    finally:
        with suppress(OSError):  # what cannot be completed now waits for the next run
            _complete(folder, root)
            shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def put_in_place(folder: Path, root: Path, names: Iterable[str]) -> None:
    """Move products from a staging folder to the same paths below `root`.

    `names` are all that this kind of run makes: what it did not make this time goes away too.
    """
    made = {name: (folder / name).exists() for name in names}
    draft = folder / f"{_LIST}.baru"
    draft.write_text(json.dumps(made), encoding="utf-8")
    draft.rename(folder / _LIST)
    _complete(folder, root)
    (folder / _LIST).unlink()


def complete_all(root: Path) -> list[str]:
    """Complete or clear what dead runs left below `root`; the names of products that were put in place."""
    done: list[str] = []
    for folder in root.glob(f"{_FRESH}*"):
        if time.time() - folder.stat().st_mtime > _MOMENT:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in sorted(root.glob(f"{PREFIX}*")):
        with _locked(folder) as is_dead:
            if is_dead:
                done += _complete(folder, root)
                shutil.rmtree(folder, ignore_errors=True)
    return done


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Whether no living process holds a staging folder; nobody else can take it meanwhile."""
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        yield False
        return
    try:
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield True
            return
        yield False
    finally:
        os.close(lock)


def _complete(folder: Path, root: Path) -> list[str]:
    """Make the moves that a staging folder's list asks for and that are not made yet."""
    try:
        made: dict[str, bool] = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    for name, is_made in made.items():
        new, place, before = folder / name, root / name, folder / _BEFORE / name
        if place.exists() and (new.exists() or not is_made):
            before.parent.mkdir(parents=True, exist_ok=True)
            place.rename(before)
        if new.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            new.rename(place)
    return list(made)
