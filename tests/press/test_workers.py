"""The processes that typeset: they start quickly, and Ctrl+C is never lost while they do."""

from __future__ import annotations

import os
import signal
import threading
import time
from importlib.util import find_spec

import pytest

from handbook.press import workers


def test_the_fork_server_preloads_a_module_that_exists() -> None:
    """Python passes over a preloaded module that is missing: each process would import WeasyPrint itself."""
    assert find_spec(workers.LAYOUT) is not None


@pytest.mark.parametrize("other_threads", [0, 1])
def test_ctrl_c_while_the_fork_server_starts_interrupts_the_caller(
    monkeypatch: pytest.MonkeyPatch, other_threads: int
) -> None:
    """A thread beside takes signals that the main thread blocks: ignored there, Ctrl+C would be lost."""

    def interrupted() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.05)  # the other thread has its turn

    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background ignore it
    done = threading.Event()
    threads = [threading.Thread(target=done.wait) for _ in range(other_threads)]
    try:
        for thread in threads:
            thread.start()
        with pytest.raises(KeyboardInterrupt):
            workers.warm_up()
    finally:
        done.set()
        signal.signal(signal.SIGINT, before)
