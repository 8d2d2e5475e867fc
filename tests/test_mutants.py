"""The checks notice what an editor may break: one thing at a time, in the real chapters."""

from pathlib import Path

import pytest

from tests.mutasi.run import run

ROOT = Path(__file__).parent.parent
ARGUED: set[str] = set()
"""Kinds of which a mutant may survive, with the reason beside it."""


@pytest.mark.parametrize("count", [140, pytest.param(500, marks=pytest.mark.slow)])
def test_every_broken_thing_is_reported_at_its_line(tmp_path: Path, count: int) -> None:
    tally = run(ROOT, tmp_path, count, seed=2026)
    print("\n" + tally.table())  # noqa: T201
    assert len(tally.made) >= 25
    assert tally.made.total() >= 100
    assert [m for m in tally.survivors if m.kind not in ARGUED] == []
