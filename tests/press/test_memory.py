"""A long book needs no more memory than a short one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import PROJECT

pytestmark = pytest.mark.pdf


def memory(folder: Path, parts: int) -> int:
    """Kilobytes that a process takes at most while it joins so many parts."""
    command = [sys.executable, "-m", "tests.press.merge_many", str(folder), str(parts)]
    return int(subprocess.run(command, check=True, capture_output=True, cwd=PROJECT).stdout)


def test_joining_many_parts_takes_the_memory_of_one(tmp_path: Path) -> None:
    few = memory(tmp_path, 2)
    many = memory(tmp_path, 30)
    with pikepdf.open(tmp_path / "buku.pdf") as pdf:
        assert len(pdf.pages) % 30 == 0
        assert len(pdf.Root.StructTreeRoot.K[0].K) == 30
    assert many < 1.2 * few
