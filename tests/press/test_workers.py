"""The processes that typeset: they start quickly, and Ctrl+C is never lost while they do."""

from __future__ import annotations

import os
import signal
import threading
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from handbook.press import Part, PrintJob, press, workers
from tests.press.sample import METADATA, page


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


def test_short_parts_share_a_process_and_no_group_is_heavier_than_the_limit() -> None:
    weights = {"modul-01": 90, "modul-02": 70, "ik-a": 30, "ik-b": 30, "ik-c": 20, "ik-d": 10}
    assert workers.grouped(weights, 90) == [["modul-01"], ["modul-02", "ik-c"], ["ik-a", "ik-b", "ik-d"]]
    assert workers.grouped(weights, 50)[:2] == [["modul-01"], ["modul-02"]]
    assert sorted(name for group in workers.grouped(weights, 1) for name in group) == sorted(weights)


@pytest.mark.pdf
def test_parts_in_few_processes_are_those_of_one_process(tmp_path: Path) -> None:
    """Warnings about a stylesheet, read once, are told of each part."""
    sheet = tmp_path / "gaya.css"
    sheet.write_text("@import '../luar.css'; p { hue: 3 }\n@page { size: A5 }")
    made = []
    for count in (1, 2):
        parts = [
            Part(f"b-{i}", f"Bab {i}", page(f"<h1 id='b{i}'>Bab {i}</h1><p>{'kata ' * 40 * i}</p>"))
            for i in range(6)
        ]
        out = tmp_path / str(count) / "buku.pdf"
        job = PrintJob(parts, out, METADATA, base=tmp_path, stylesheets=[sheet], workers=count)
        report = press(job)
        assert len(report.warnings) >= 2 * len(parts)
        made.append((out.read_bytes(), report.warnings, report.pages))
    assert made[0] == made[1]
