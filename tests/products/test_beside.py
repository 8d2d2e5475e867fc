"""A value made in a process of its own: it comes, or what broke; the process never outlives its block."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from handbook.products.beside import Beside


def sleeping(note: Path) -> None:
    """Tell the number of this process, then do nothing for long."""
    note.with_suffix(".baru").write_text(str(os.getpid()))
    note.with_suffix(".baru").rename(note)
    time.sleep(600)


def interrupted(note: Path, number: signal.Signals) -> None:
    """Wait for a value that never comes, until a signal."""
    with Beside(lambda: sleeping(note)) as beside:
        while not note.exists():
            time.sleep(0.01)
        os.kill(os.getpid(), number)
        beside.value()


def test_the_value_comes_from_another_process() -> None:
    with Beside(os.getpid) as beside:
        assert beside.value() != os.getpid()


def test_what_breaks_there_is_raised_here() -> None:
    with Beside(lambda: 1 // 0) as beside, pytest.raises(ZeroDivisionError):
        beside.value()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_the_process_with_the_block(tmp_path: Path, number: signal.Signals) -> None:
    """Ctrl+C is sent to all processes of a terminal; SIGTERM is taken for it, as at the door of commands."""
    note = tmp_path / "nomor"
    before = signal.signal(number, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            interrupted(note, number)
    finally:
        signal.signal(number, before)
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_ctrl_c_reaches_the_process_through_its_parent_alone(tmp_path: Path) -> None:
    note = tmp_path / "nomor"
    with Beside(lambda: sleeping(note)):
        while not note.exists():
            time.sleep(0.01)
        other = int(note.read_text())
        os.kill(other, signal.SIGINT)
        time.sleep(0.1)
        os.kill(other, 0)
        assert "sleep" in Path(f"/proc/{other}/status").read_text()
