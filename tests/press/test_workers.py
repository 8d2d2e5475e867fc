"""The processes that typeset: they start quickly, and Ctrl+C is never lost while they do."""

from __future__ import annotations

import os
import signal
from importlib.util import find_spec

import pytest

from handbook.press import workers


def test_the_fork_server_preloads_a_module_that_exists() -> None:
    """Python passes over a preloaded module that is missing: each process would import WeasyPrint itself."""
    assert find_spec(workers.LAYOUT) is not None


def test_ctrl_c_while_the_fork_server_starts_interrupts_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "multiprocessing.forkserver.ensure_running", lambda: os.kill(os.getpid(), signal.SIGINT)
    )
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background ignore it
    try:
        with pytest.raises(KeyboardInterrupt):
            workers.warm_up()
    finally:
        signal.signal(signal.SIGINT, before)
