"""`check --watch`: problems appear and go as files are saved, in lines that an editor's task understands."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import pytest

from tests.conftest import PROJECT, CopyOf

PATIENCE = 60.0
FAST = 0.3
"""Seconds from saving to the last line, on a machine that does nothing else; ten times as many are borne."""


class Watch:
    """A running `check --watch`, its lines read as they come."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "handbook.commands", "check", "--watch", "--root", str(root)]
        environment = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks")}
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def end(self) -> int:
        """Interrupt it, as Ctrl+C does; gives its exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def round(self) -> list[str]:
        """The lines of one check, from the first to the last."""
        lines: list[str] = []
        while not lines or not re.search(matcher()["background"]["endsPattern"], lines[-1]):
            lines.append(self._lines.get(timeout=PATIENCE))
        return lines

    def until(self, wanted: str) -> list[str]:
        """The first check with a line that holds these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.round()
            if any(wanted in line for line in found):
                return found
        raise AssertionError(wanted)

    def is_silent(self) -> bool:
        try:
            self._lines.get(timeout=0.5)
        except Empty:
            return True
        return False


@pytest.fixture
def watch(copy_of: CopyOf) -> Iterator[tuple[Path, Watch]]:
    root = copy_of()
    running = Watch(root)
    yield root, running
    assert running.end() == 130


def matcher() -> dict[str, dict[str, str]]:
    """The matcher of the task that watches."""
    tasks = json.loads((PROJECT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    [task] = [task for task in tasks if task["command"] == "./scripts/check --watch"]
    assert task["isBackground"]
    found: dict[str, dict[str, str]] = task["problemMatcher"]
    return found


def test_a_saved_mistake_shows_its_place_and_goes_when_it_is_mended(watch: tuple[Path, Watch]) -> None:
    root, running = watch
    first = running.round()
    assert re.search(matcher()["background"]["beginsPattern"], first[0])
    assert first[1:-1] == []
    file = root / "docs/modul-02/tahap-1.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("menit: 15", "menit: banyak"), encoding="utf-8")
    _, problem, *_ = running.until("tahap-1.md")
    found = re.fullmatch(matcher()["pattern"]["regexp"], problem)
    assert found
    assert found.group(1, 2) == ("docs/modul-02/tahap-1.md", "5")
    file.write_text(text, encoding="utf-8")
    assert running.until("masalah: 0")[1:-1] == []


def test_reading_a_file_is_no_change(watch: tuple[Path, Watch]) -> None:
    root, running = watch
    running.round()
    (root / "docs/modul-02/tahap-1.md").read_text(encoding="utf-8")
    (root / "catatan.txt").write_text("di luar naskah")
    assert running.is_silent()


def test_the_answer_comes_while_one_waits(watch: tuple[Path, Watch]) -> None:
    root, running = watch
    running.round()
    begun = time.monotonic()
    (root / "handbook.yml").write_text((root / "handbook.yml").read_text(encoding="utf-8") + "asing: ya\n")
    running.until("asing")
    assert time.monotonic() - begun < 10 * FAST
