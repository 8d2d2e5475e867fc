"""A book built again and again while it is edited, and another that goes the same way back.

What is stale in the one was true before an edit, in the other after it: where both made the same of the same
sources, neither has anything stale. No edit is taken back on the way, so that no state comes twice.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from handbook import checks
from handbook.course.plans import with_plans
from tests.conftest import PROJECT
from tests.memory.edits import Desk
from tests.memory.test_never_stale import built, workshop

pytestmark = [pytest.mark.pdf, pytest.mark.slow, pytest.mark.timeout(0)]
EDITS = 200
IDENTITY = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.example")
IGNORED = "/book/.*\n/book/site\n/book/dist\n__pycache__\n"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *IDENTITY, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path, words: str) -> str:
    git(folder, "add", "--all", "book", "engine")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", words)
    return git(folder, "rev-parse", "HEAD")


def states(desk: Desk, number: int) -> list[str]:
    """The commits of a book as it is, then after each of so many edits that leave it sound."""
    folder = desk.book.parent
    git(folder, "init", "--quiet")
    (folder / ".git" / "info" / "exclude").write_text(IGNORED)
    found = [commit(folder, "as it is")]
    while len(found) <= number:
        words = desk.edit(without=["earlier"])
        if with_plans(checks.open_book(desk.book, whole=True)).sound is None:
            desk.undo()
        else:
            found.append(commit(folder, words))
    return found


def walk(history: Path, folder: Path, way: Sequence[str]) -> dict[str, tuple[int, dict[str, str]]]:
    """The products of each state in turn, built on what was kept of those before."""
    git(history, "worktree", "add", "--detach", "--quiet", str(folder), way[0])
    found = {}
    for state in way:
        git(folder, "checkout", "--quiet", "--detach", "--force", state)
        found[state] = built(folder / "book", folder / "engine")
        sys.stderr.write(f"{folder.name} {len(found)}: {found[state][0]}\n")
    return found


def differing(
    history: Path, there: dict[str, tuple[int, dict[str, str]]], back: dict[str, tuple[int, dict[str, str]]]
) -> list[str]:
    """The states that were not built, or of which both made something else, by the edit that led there."""
    found = []
    for state, (code, made) in there.items():
        other_code, other = back[state]
        names = [name for name in made.keys() | other.keys() if made.get(name) != other.get(name)]
        if code or other_code or names:
            found.append(
                f"{git(history, 'log', '-1', '--format=%s', state)}: {code} {other_code} {names[:5]}"
            )
    return found


def test_two_histories_agree_on_every_state(tmp_path: Path) -> None:
    desk = workshop(tmp_path / "history", PROJECT, seed=18)
    way = states(desk, EDITS)
    with ThreadPoolExecutor(2) as both:
        there = both.submit(walk, desk.book.parent, tmp_path / "there", way)
        back = both.submit(walk, desk.book.parent, tmp_path / "back", way[::-1])
    assert differing(desk.book.parent, there.result(), back.result()) == []
