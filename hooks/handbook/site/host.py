"""The site generator that runs our hook (MkDocs or ProperDocs): how it is called, what it is handed.

A build hands it the book that was read and checked, in a process forked from its own, so that nothing is
read twice; while that draws the site, the build may print the book, of which the site tells last. The
preview, and whoever calls it by hand, hand it nothing: the hook then reads the book.
"""

import multiprocessing
import os
import runpy
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import TextIO

from handbook.book import Checked
from handbook.html import Audience, Paper
from handbook.press.serving import give_way, settle_in, start_apart
from handbook.site import portable

ROOT, DOCS = "HANDBOOK_ROOT", "HANDBOOK_DOCS"
"""Names in the environment, for the hook and for mkdocs.yml: the folder of the book, that of its texts."""
ENGINE = Path(__file__).parents[3]
"""The engine's own mkdocs.yml, for books that have none."""


FORK = multiprocessing.get_context("fork")


class HostError(Exception):
    """The host built no site; the error holds its words."""


@dataclass(frozen=True)
class Handed:
    """The settings from which a site is made."""

    checked: Checked
    folder: Path
    """The folder of the products that pages offer, laid out as below the folder of the book."""
    paper: Paper | None = None
    """The paper of this site's forms; that of the book by default."""
    is_edition: bool = False
    """Whether the site will stand among those of other editions."""
    audience: Audience = Audience.PARTICIPANT
    """The readers of the site; that of facilitators has notes and model answers in their places."""
    archive: Path | None = None
    """The file into which the site is packed, if it is."""
    is_printed: Event = field(default_factory=FORK.Event)
    """Set when all products that pages offer stand."""

    def pack(self, site: Path, complete: Callable[[], None]) -> None:
        """Complete a site, and pack it if it is wanted as a file."""
        if self.archive:
            portable.write(site, self.archive, complete)
        else:
            complete()

    def wait_for_print(self) -> None:
        """In the process of the host, wait for the build that may still be printing."""
        if self is handed:
            self.is_printed.wait()


handed: Handed | None = None
"""Set in the process of the host alone."""


def build(root: Path, out: Path, what: Handed) -> None:
    """Let the host build a site into a folder. HostError when that fails."""
    with begun(root, out, what) as finish:
        finish()


@contextmanager
def begun(root: Path, out: Path, what: Handed) -> Iterator[Callable[[], None]]:
    """Let the host begin a site in a folder, beside what the caller does.

    The function that is given waits for the site, once all products that pages offer stand. It raises
    HostError when the host failed; warnings are errors.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = FORK.Process(target=_be_host, args=(root, out, what, said), daemon=True)

        def finish() -> None:
            what.is_printed.set()
            process.join()
            said.seek(0)
            if process.exitcode:
                raise HostError(said.read())

        start_apart(process)
        try:
            yield finish
        finally:
            process.kill()
            process.join()


def _be_host(root: Path, out: Path, what: Handed, said: TextIO) -> None:
    """Become the host. Its words are kept: asked to be quiet, it would not count warnings."""
    global handed
    settle_in()
    give_way()
    sys.stdout = sys.stderr = said
    handed = what
    config, told = settings(root)
    os.environ.update(told)
    if what.is_edition and what.checked.book:  # nothing in an edition depends on the day of the build
        day = datetime.combine(what.checked.book.settings.book.date, time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
    os.chdir(root)
    sys.argv = [
        "mkdocs",
        "build",
        "--strict",
        "--dirty",
        "--config-file",
        str(config),
        "--site-dir",
        str(out),
    ]
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)


def settings(root: Path) -> tuple[Path, dict[str, str]]:
    """The settings of a book's site, its own or the engine's, and what the environment must tell."""
    own = root / "mkdocs.yml"
    told = {ROOT: str(root), DOCS: str(root / "docs"), "NO_MKDOCS_2_WARNING": "1"}
    return (own if own.is_file() else ENGINE / "mkdocs.yml"), told
