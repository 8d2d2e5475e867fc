"""After any edit, a build on what was kept gives the bytes of a build that begins with nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ENGLISH_BOOK, PROJECT
from tests.memory.edits import Desk
from tests.release.publishing import bytes_of

pytestmark = pytest.mark.pdf
PASSED_OVER = shutil.ignore_patterns("site", "dist", ".cache", "__pycache__", "node_modules", ".build-*")


def workshop(folder: Path, book: Path, seed: int) -> Desk:
    """A copy of a book beside a copy of the engine."""
    engine = folder / "engine"
    for name in ("hooks", "overrides"):
        shutil.copytree(PROJECT / name, engine / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(PROJECT / "mkdocs.yml", engine / "mkdocs.yml")
    (folder / "book").mkdir()
    for name in ("docs", "pelatihan", "handbook.yml", "editions"):
        if (book / name).is_dir():
            shutil.copytree(book / name, folder / "book" / name, ignore=PASSED_OVER)
        elif (book / name).is_file():
            shutil.copyfile(book / name, folder / "book" / name)
    return Desk(folder / "book", engine, seed)


def built(root: Path, engine: Path) -> tuple[int, dict[str, str]]:
    """The exit code of a build, and the hash of each product."""
    command = [sys.executable, "-X", "utf8", "-m", "handbook.commands", "build", "--root", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(engine / "hooks"), "PYTHONDONTWRITEBYTECODE": ""}
    code = subprocess.run(command, env=environment, capture_output=True, check=False).returncode
    files = {name: bytes_of(root / name) for name in ("site", "dist") if (root / name).is_dir()}
    return code, {f"{name}/{path}": digest for name, found in files.items() for path, digest in found.items()}


def differing(desk: Desk, clean: Path) -> list[str]:
    """The products that differ between a build on what was kept and one without anything."""
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(desk.book, clean, ignore=PASSED_OVER)
    (code, kept), (clean_code, new) = built(desk.book, desk.engine), built(clean, desk.engine)
    if code != clean_code:
        return [f"exit {code} on what was kept, {clean_code} without"]
    if code:
        desk.undo()
        return []
    return sorted(name for name in kept.keys() | new.keys() if kept.get(name) != new.get(name))


def test_what_is_kept_never_shows_an_earlier_state(tmp_path: Path) -> None:
    """Of a small book; `test_two_histories.py` has the real one."""
    desk = workshop(tmp_path, ENGLISH_BOOK, seed=18)
    assert built(desk.book, desk.engine)[0] == 0
    done = []
    for _ in range(12):
        done.append(desk.edit())
        assert differing(desk, tmp_path / "clean") == [], done
