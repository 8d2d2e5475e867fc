"""How long the checks take on a book of whole size, and on one ten times that size.

Run by hand: `.venv/bin/python -m tests.benchmarks.check_speed [runs]`. Every module is a copy of Modul 2 with
its own number. Each run is a cold process, as ./scripts/check starts it. Numbers have at most two digits, so
the largest book has 99 modules, not 100.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-I", "-X", "utf8", "-m", "handbook.commands", "check", "--root"]
SIZES = (10, 99)
SECONDS, TIMES, MEGABYTES = 1.5, 10, 500
"""The goals: the time for ten modules, how many times that for 99, and the memory for 99."""
MODEL = "modul-02"
NUMBERS = (
    (re.compile(r"(?<![\d.,/])2\.(?=\d)"), "{}."),
    (re.compile(r"\b((?:ik|bacaan|materi|box|gambar|indikator|tahap)-)2-(?=\d)"), r"\g<1>{}-"),
    (re.compile(r"\b((?:kuis|modul|rangkuman|tes)-)2\b"), r"\g<1>{}"),
    (re.compile(r"\b((?:Kuis|Modul|Tes) )2\b"), r"\g<1>{}"),
)


@dataclass(frozen=True)
class Run:
    """Resources used by one process."""

    wall: float
    cpu: float
    megabytes: float


def write_book(root: Path, size: int) -> None:
    """A book of `size` modules; what the pages around them mention of the real ones is missing."""
    shutil.copytree(PROJECT / "docs", root / "docs", ignore=shutil.ignore_patterns("modul-*"))
    settings = yaml.load((PROJECT / "handbook.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    model = next(plan for plan in settings["modul"] if plan["nomor"] == "2")
    settings["modul"] = [{**model, "nomor": str(number)} for number in range(1, size + 1)]
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (root / "handbook.yml").write_text(text, encoding="utf-8")
    for number in range(1, size + 1):
        write_module(root / "docs" / f"modul-{number:02d}", number)


def write_module(folder: Path, number: int) -> None:
    """A copy of Modul 2 in which every number of it is another."""
    folder.mkdir()
    for file in sorted((PROJECT / "docs" / MODEL).iterdir()):
        text = renumbered(file.read_text(encoding="utf-8"), number)
        if file.name == "index.md":
            text = text.replace("\n  nomor: 2\n", f"\n  nomor: {number}\n", 1)
        (folder / renumbered(file.name, number)).write_text(text, encoding="utf-8")


def renumbered(text: str, number: int) -> str:
    """A text or file name of Modul 2 as it would stand in another module."""
    for pattern, form in NUMBERS:
        text = pattern.sub(form.format(number), text)
    return text


def measure(root: Path) -> Run:
    """One cold process; what it says goes to our own output when it, or a module, went wrong."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen([*COMMAND, str(root)], stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode("utf-8").splitlines()
        if child.returncode not in (0, 1) or any(map(is_error, lines)):
            raise SystemExit("\n".join(lines)[-3000:])
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def is_error(line: str) -> bool:
    """Whether a line tells of an error in a module; copies of one test warn that their questions repeat."""
    return line.startswith("docs/modul-") and not line.endswith(", peringatan]")


def median(runs: list[Run]) -> Run:
    """The middle of every figure."""
    figures = ([run.wall for run in runs], [run.cpu for run in runs], [run.megabytes for run in runs])
    return Run(*(statistics.median(figure) for figure in figures))


def main(runs: int) -> None:
    """Write both books, measure each, print a table and the verdict."""
    found: dict[int, Run] = {}
    sys.stdout.write("modules   wall s   CPU s   peak MB\n")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_book(Path(folder) / "book", size)
            found[size] = median([measure(Path(folder) / "book") for _ in range(runs)])
        mid = found[size]
        sys.stdout.write(f"{size:7}  {mid.wall:7.2f} {mid.cpu:7.2f}   {mid.megabytes:7.0f}\n")
    small, large = (found[size] for size in SIZES)
    ratio = large.cpu / small.cpu
    sys.stdout.write(f"{SIZES[1]} modules take {ratio:.1f} times the CPU of {SIZES[0]} (goal: {TIMES})\n")
    is_fast = small.wall <= SECONDS and ratio <= TIMES and large.megabytes < MEGABYTES
    sys.stdout.write("within the goals\n" if is_fast else "NOT within the goals\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
