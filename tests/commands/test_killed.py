"""A command that is killed at any moment is completed or undone by the next run, and says which."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from handbook.commands.staging import complete_all, put_in_place, staging_folder
from tests.release.publishing import bytes_of, finished, git, replace

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("host_environment")]
KILLS = [pytest.param(40, marks=pytest.mark.slow), 1]


def start(command: str, root: Path, *arguments: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "handbook.commands", command, *arguments, "--root", str(root)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(words, stdout=quiet, stderr=quiet, start_new_session=True)


def seconds(command: str, root: Path, *arguments: str) -> float:
    """How long a whole run takes, which must succeed."""
    began = time.monotonic()
    assert start(command, root, *arguments).wait() == 0
    return time.monotonic() - began


def kill(command: str, root: Path, moment: float, *arguments: str) -> None:
    """Begin a run and end it without mercy after some seconds."""
    process = start(command, root, *arguments)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert end_of(process.pid), "what the run had started outlives it"


def end_of(session: int) -> bool:
    """Whether all processes of a session end by themselves within some seconds."""
    for _ in range(500):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def products(root: Path) -> dict[str, str]:
    return {
        f"{name}/{path}": code for name in ("site", "dist") for path, code in bytes_of(root / name).items()
    }


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.glob(".bu*") if path.is_dir()]


@pytest.mark.parametrize("count", KILLS)
def test_a_killed_build_leaves_products_of_one_build_or_none(tmp_path: Path, count: int) -> None:
    root, picker = finished(tmp_path), random.Random(count)
    whole = seconds("build", root)
    first = products(root)
    replace(root / "docs/modul-03/tahap-1.md", "Petik sayur", "Petik semua sayur")
    second_root = shutil.copytree(root, root.parent / "lain")
    seconds("build", second_root)
    second = products(second_root)
    for number in range(count):
        kill("build", root, picker.uniform(0, whole))
        complete_all(root)
        assert products(root) in (first, second), number
        assert leftovers(root) == []
    assert start("build", root).wait() == 0
    assert products(root) == second


@pytest.mark.parametrize("count", KILLS)
def test_a_killed_release_is_completed_by_the_next(tmp_path: Path, count: int) -> None:
    book, picker = finished(tmp_path / "asal"), random.Random(count)
    published = shutil.copytree(book, tmp_path / "utuh")
    whole = seconds("release", published, "2026.1")
    expected = bytes_of(published / "dist")
    for number in range(count):
        root = shutil.copytree(book, tmp_path / f"buku-{number}")
        kill("release", root, picker.uniform(0.2, whole), "2026.1")
        assert start("release", root, "2026.1").wait() in (0, 1), number
        assert bytes_of(root / "dist") == expected, number
        assert git(root, "tag") == "edisi-2026.1", number
        assert git(root, "status", "--porcelain") == "", number
        assert leftovers(root) == []
        shutil.rmtree(root)


def test_moves_that_were_begun_are_completed_and_the_rest_is_cleared(tmp_path: Path) -> None:
    """Every number of moves made before the end, and staging folders without a list."""
    names = [f"dist/{letter}" for letter in "abc"]
    for made in range(len(names) * 2 + 1):
        root = tmp_path / str(made)
        (root / "dist").mkdir(parents=True)
        for name in names:
            (root / name).write_text("lama")
        folder = root / ".build-mati"
        (folder / "dist").mkdir(parents=True)
        for name in names[:2]:  # the third is not made any more
            (folder / name).write_text("baru")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "rename", _dying(made))
            with suppress(DiedError):
                put_in_place(folder, root, names)
        complete_all(root)
        found = {path.name: path.read_text() for path in (root / "dist").iterdir()}
        begun = made > 0
        assert found == ({"a": "baru", "b": "baru"} if begun else dict.fromkeys("abc", "lama"))
        assert leftovers(root) == []


class DiedError(Exception):
    """Stands for a process that is killed."""


def _dying(moves: int) -> Callable[[Path, Path], Path]:
    """A rename that works some times, then never again."""
    count = itertools.count(1)
    rename = Path.rename

    def move(self: Path, target: Path) -> Path:
        if next(count) > moves:
            raise DiedError
        return rename(self, target)

    return move


def test_a_living_workshop_is_left_alone(tmp_path: Path) -> None:
    with staging_folder(tmp_path) as folder:
        (folder / "dist").mkdir()
        complete_all(tmp_path)
        assert (folder / "dist").is_dir()
    assert leftovers(tmp_path) == []
