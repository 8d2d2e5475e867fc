"""An edition in git: recorded and tagged; and what a release that died on the way left there.

An edition's texts come into editions/ by one rename, after all conditions were met and all products
made. From then on the release is completed by running it again, as long as the sources are still the
same; when they have changed since, what was left is undone.
"""

import time
from enum import StrEnum
from pathlib import Path

from handbook.archive import archive
from handbook.book import Book
from handbook.release import bundle
from handbook.release.conditions import git

PUBLISHED, WEB = "dist/edisi", "dist/web"
_PATIENCE = 5.0
"""Seconds that a git which outlived its release is given to end by itself."""


class Left(StrEnum):
    """The remains of an interrupted release of an edition."""

    NOTHING = "tak_ada"
    COMPLETED = "selesai"
    TO_COMPLETE = "lanjut"
    TO_UNDO = "batal"


def left(book: Book, edition: str) -> Left:
    """The state of an edition of this name: texts kept, committed, tagged."""
    root = book.root
    if not archive.sources(root, edition).exists():
        return Left.NOTHING
    if archive.is_kept(book, edition):
        return Left.COMPLETED if is_tagged(root, edition) and _is_whole(root, edition) else Left.TO_COMPLETE
    return Left.COMPLETED if is_tagged(root, edition) else Left.TO_UNDO


def is_tagged(root: Path, edition: str) -> bool:
    """Whether git has the edition's tag."""
    return bool(git(root, "tag", "--list", f"edisi-{edition}"))


def _is_whole(root: Path, edition: str) -> bool:
    return (root / PUBLISHED / edition / bundle.CHECKSUMS).is_file() and (root / WEB / edition).is_dir()


def record(root: Path, edition: str, words: str) -> None:
    """Commit the texts of an edition and tag the commit; what is done already is not done again."""
    _wait_for_git(root)
    place = f"{archive.FOLDER}/{edition}"
    git(root, "add", "--", place)
    if git(root, "diff", "--cached", "--name-only", "--", place):
        git(root, "commit", "--quiet", "-m", words, "--", place)
    if not is_tagged(root, edition):
        git(root, "tag", "-a", f"edisi-{edition}", "-m", words)


def undo(root: Path, edition: str, words: str) -> None:
    """Take the texts of an edition that was never tagged out of the book, and out of git."""
    _wait_for_git(root)
    place = f"{archive.FOLDER}/{edition}"
    git(root, "rm", "-r", "--quiet", "--force", "--ignore-unmatch", "--", place)
    git(root, "clean", "-d", "--force", "--quiet", "--", place)
    if git(root, "diff", "--cached", "--name-only", "--", place):
        git(root, "commit", "--quiet", "-m", words, "--", place)


def _wait_for_git(root: Path) -> None:
    """Wait for a git process that outlived its release; remove the lock of one that was killed."""
    lock = root / git(root, "rev-parse", "--git-path", "index.lock")
    until = time.monotonic() + _PATIENCE
    while lock.exists() and time.monotonic() < until:
        time.sleep(0.1)
    lock.unlink(missing_ok=True)
