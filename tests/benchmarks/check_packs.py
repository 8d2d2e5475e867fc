"""How long session packs take: masters cold and warm, every copy for 30 and for 200 people, games, names.

Run by hand: `.venv/bin/python -m tests.benchmarks.check_packs [module]`. Each run is a process of its own on
a copy of the sources, as ./scripts/pack starts it. The goals are seconds on an idle machine of two
cores; the load before and after is printed, for with other work beside it they say little.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.sources import copy_texts

PROJECT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-I", "-X", "utf8", "-m", "handbook.commands", "pack"]
COLD, WARM, RATIO, EACH, BYTES = 12.0, 5.0, 1.5, 0.060, 2000
"""Seconds of masters, 200 people against 30, seconds for each drawn or named sheet, bytes of a copy."""


@dataclass(frozen=True)
class Run:
    """Resources and result of one process."""

    wall: float
    size: int
    facts: Any


def run(root: Path, module: str, *options: str) -> Run:
    """One pack."""
    start = time.perf_counter()
    subprocess.run([*COMMAND, module, "--root", str(root), *options], check=True, capture_output=True)
    wall = time.perf_counter() - start
    name = root / "dist" / "paket-sesi" / f"modul-{int(module):02d}"
    facts = json.loads(name.with_suffix(".json").read_text(encoding="utf-8"))
    return Run(wall, name.with_suffix(".pdf").stat().st_size, facts)


def names(root: Path, count: int) -> str:
    """A list of invented names."""
    rows = [
        f"Peserta Rekaan {number};19850101201001{number:04d};Camat;Kali Rekaan"
        for number in range(1, count + 1)
    ]
    (root / "nama.csv").write_text("\n".join(["Nama;NIP;Jabatan;Instansi", *rows]), encoding="utf-8")
    return str(root / "nama.csv")


def show(what: str, value: float, goal: float, unit: str) -> None:
    """A line of the result."""
    verdict = "ok" if value <= goal else "ABOVE"
    sys.stdout.write(f"{what:58} {value:8.3f} {unit:4} goal {goal:g} {verdict}\n")


def measure(root: Path, module: str) -> None:
    """All figures."""
    cold = run(root, module)
    warm = run(root, module)
    show("masters, nothing kept", cold.wall, COLD, "s")
    show("masters, kept", warm.wall, WARM, "s")
    small, large = (run(root, module, "--expanded", "--participants", n) for n in ("30", "200"))
    small, large = (run(root, module, "--expanded", "--participants", n) for n in ("30", "200"))
    show("every copy, 200 people against 30", large.wall / small.wall, RATIO, "x")
    pages = large.facts["halaman"] - small.facts["halaman"]
    show("bytes of a copy of a page", (large.size - small.size) / pages, BYTES, "B")
    named = run(root, module, "--expanded", "--participants", "200", "--names", names(root, 200))
    stamped = sum(row["salinan"] for row in named.facts["lembar"] if row["perorangan"])
    show("a named sheet", (named.wall - large.wall) / stamped, EACH, "s")
    few, many = (run(root, "1", "--participants", n, "--seed", f"ukur-{n}") for n in ("10", "110"))
    show("a game sheet", (many.wall - few.wall) / 100, EACH, "s")
    for label, item in (("cold", cold), ("warm", warm), ("200", large), ("named", named), ("games", many)):
        sys.stdout.write(f"  {label:8} {item.wall:6.2f} s, {item.size:,} bytes\n")


def main() -> None:
    """Measure on a copy, so that nothing kept from before counts."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_texts(PROJECT, Path(folder))
        loads = [os.getloadavg()[0]]
        measure(root, sys.argv[1] if len(sys.argv) > 1 else "3")
        loads.append(os.getloadavg()[0])
        sys.stdout.write("load " + ", ".join(f"{load:.1f}" for load in loads) + "\n")


if __name__ == "__main__":
    main()
