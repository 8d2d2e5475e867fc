"""The list of names of a plan: read as packs read it, kept out of the repository, every NIP once."""

import subprocess
from pathlib import Path

from handbook.course.reading import PlanReading
from handbook.packs.namefile import rows_of
from handbook.packs.people import People, people_of
from handbook.problem import Kind, Problem, RefusedError, problem

DOUBLED = ("nip_ganda", "nama_ganda")
"""Warnings of a pack that a plan refuses: marks and certificates would go to the wrong person."""


def people_in(reading: PlanReading) -> tuple[People, list[Problem]]:
    """The people of the list that the plan names, none without one; and the reasons to refuse it."""
    if reading.plan.names is None:
        return People(), []
    path = reading.book.root / reading.plan.names
    if is_tracked(path):
        return People(), [_refused(reading, reading.s("pelatihan.nama.dilacak", berkas=path.name))]
    try:
        people = people_of(rows_of(path), reading.s)
    except RefusedError as refusal:
        return People(), [_refused(reading, reading.s(f"paket.tolak.{refusal.key}", **refusal.words))]
    doubled = [warning for warning in people.warnings if warning[0] in DOUBLED]
    return people, [_refused(reading, reading.s(f"paket.awas.{key}", **words)) for key, words in doubled]


def is_tracked(path: Path) -> bool:
    """Whether git keeps a file; False where there is no git."""
    call: list[str | Path] = ["git", "-C", path.parent, "ls-files", "--error-unmatch", "--", path.name]
    try:
        return subprocess.run(call, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _refused(reading: PlanReading, words: str) -> Problem:
    return problem(reading.place("nama"), Kind.PLAN_NAMES, kata=words)
