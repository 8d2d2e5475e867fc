"""Checks after each change of the sources, until it is interrupted."""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from handbook import checks
from handbook.book import Book, Checked
from handbook.book.book import ReadCache
from handbook.book.report import causes_first
from handbook.settings import FILE
from handbook.source.files import APPROVALS, PLANS

CHANGES = frozenset(
    (EVENT_TYPE_CLOSED, EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED)
)
"""Events of a change; that a file was read is none."""
SETTLE = 0.05
"""Seconds in which an editor finishes what it writes."""


def watch(root: Path) -> None:
    """Write the problems of a book, and write them anew after each change; ended by an interruption."""
    changed, known, book = threading.Event(), ReadCache(), None
    observer = Observer()
    for folder in (root / "docs", root / PLANS):
        if folder.is_dir():
            observer.schedule(_Listener(changed), str(folder), recursive=True)
    observer.schedule(_Listener(changed, (FILE, APPROVALS)), str(root))
    observer.start()
    try:
        while True:
            book = _check(root, book, known)
            changed.wait()
            time.sleep(SETTLE)
            changed.clear()
    finally:
        observer.stop()
        observer.join()


def _check(root: Path, before: Book | None, known: ReadCache) -> Book | None:
    """Check once; what editors read of it begins with one line and ends with another."""
    checked = checks.open_book(root, before=before, known=known)
    sys.stdout.write("".join(f"{line}\n" for line in _lines(checked)))
    sys.stdout.flush()
    return checked.book


def _lines(checked: Checked) -> Iterator[str]:
    """The first line, one for each problem that follows from no other, the last line."""
    reporter, items = checked.reporter, causes_first(checked.problems)
    yield f"--- {reporter.strings('awasi.mulai')}"
    yield from map(reporter.line, items)
    yield f"--- {reporter.strings('awasi.selesai', jumlah=len(items))}"


class _Listener(FileSystemEventHandler):
    """Notes that something changed: anything, or one of the files named."""

    def __init__(self, changed: threading.Event, names: tuple[str, ...] = ()) -> None:
        self._changed, self._names = changed, names

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change."""
        touched = {Path(str(path)).name for path in (event.src_path, event.dest_path)}
        if event.event_type in CHANGES and (not self._names or touched.intersection(self._names)):
            self._changed.set()
