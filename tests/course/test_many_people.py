"""A course for many people: what stands on every copy is laid out once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.packs.name_overlays import every
from handbook.packs.people import Person
from handbook.print.bookpages import PRINTED
from tests.conftest import PROJECT, keeping_together

RATIO = 1.5
"""Two hundred people to thirty."""
COMMAND = """\
import ctypes, os, resource, subprocess, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: the press's server of processes counts too
call = [sys.executable, "-I", "-X", "utf8", "-m", "handbook.commands", "course", *sys.argv[1:]]
subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
try:
    while True:
        os.wait()
except ChildProcessError:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime)
"""
HEAD = "Nama;NIP;Jabatan;Instansi;Kabupaten;Kelamin"


def test_names_are_laid_out_once_for_each_person() -> None:
    people = [Person(f"Rekaan {number}", office=f"Kali {number}") for number in range(200)]
    assert len(every(people)) == 400


@pytest.mark.slow
@pytest.mark.pdf
def test_two_hundred_people_take_half_as_long_again_as_thirty(tmp_path: Path) -> None:
    """Processor time of all processes when everything is kept, every copy printed with its name."""
    root = tmp_path / "buku"
    for name in ("docs", "pelatihan"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "handbook.yml", root)
    (root / PRINTED).parent.mkdir()
    shutil.copy(PROJECT / PRINTED, root / PRINTED)
    (keeping_together(root) / "peserta").mkdir()
    took: dict[int, list[float]] = {30: [], 200: []}
    for _ in range(2):
        for people, times in took.items():
            times.append(print_for(root, people))
    assert took[200][-1] <= RATIO * took[30][-1], took


def print_for(root: Path, people: int) -> float:
    """Print the example course for named people; seconds of processor time."""
    rows = (
        f"Peserta Rekaan {number};19850101201001{number:04d};Camat;Kali {number};Kabupaten {number % 6};L"
        for number in range(people)
    )
    names = f"peserta/{people}.csv"
    (root / names).write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    text = (PROJECT / "pelatihan/contoh.yml").read_text(encoding="utf-8")
    assert "\npeserta: 30\n" in text
    text = text.replace("\npeserta: 30\n", f"\npeserta: {people}\nnama: {names}\n")
    plan = root / f"pelatihan/uji-{people}.yml"
    plan.write_text(text, encoding="utf-8")
    call = [sys.executable, "-c", COMMAND, "--root", str(root), "print", str(plan), "--expanded"]
    return float(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
