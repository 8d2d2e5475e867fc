"""The checks notice what an editor may break: one thing at a time, in the real chapters.

Mentions are broken without exception. What passes all the same is listed with a reason in
mutations/missed.yml, which can only shrink: what is caught must leave the list.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from handbook import checks
from handbook.checks import Check, laws, links, mentions, references, succession
from tests.checks.mutations import run
from tests.checks.mutations.kinds import Mutant
from tests.checks.mutations.spots import ENGLISH, INDONESIAN
from tests.conftest import ENGLISH_BOOK, PROJECT

SEED = 2026
ARGUED: set[str] = set()
"""Kinds of which a mutant may survive, with the reason beside it."""
READERS: tuple[Check, ...] = (mentions.check, references.check, laws.check, links.check, succession.check)
"""The checks that read mentions: the others are left out where thousands of mentions are broken."""


def listed() -> Counter[str]:
    """The mentions that may pass."""
    groups = yaml.safe_load(
        Path(__file__).with_name("mutations").joinpath("missed.yml").read_text(encoding="utf-8")
    )
    found = Counter(line for group in groups for line in group["sebutan"])
    assert all(group["alasan"].strip() for group in groups)
    assert found.total() <= 9
    return found


def lines(survivors: list[Mutant]) -> Counter[str]:
    return Counter(f"{mutant.path}: {mutant.change}" for mutant in survivors)


@pytest.mark.parametrize("count", [110, pytest.param(500, marks=pytest.mark.slow)])
def test_every_broken_thing_is_reported_at_its_line(tmp_path: Path, count: int) -> None:
    tally = run.run(PROJECT, tmp_path, run.choose(PROJECT, count, SEED))
    print("\n" + tally.table())  # noqa: T201
    assert len(tally.made) >= 25
    assert tally.made.total() >= 100
    assert [m for m in tally.survivors if m.kind not in ARGUED] == []


def test_mentions_that_point_to_nothing(tmp_path: Path) -> None:
    mutants = run.mentions(PROJECT, INDONESIAN, 250, SEED)
    tally = run.run_in_rounds(PROJECT, tmp_path, run.rounds(mutants), READERS)
    print("\n" + tally.table())  # noqa: T201
    assert tally.made.total() == 250
    assert lines(tally.survivors) <= listed()


@pytest.mark.slow
def test_all_mentions_that_point_to_nothing(tmp_path: Path) -> None:
    """One by one: no other mutant of a round can have answered for them."""
    tally = run.run(PROJECT, tmp_path, run.mentions(PROJECT, INDONESIAN, None, SEED), READERS)
    print("\n" + tally.table())  # noqa: T201
    assert tally.made.total() >= 1869
    assert lines(tally.survivors) == listed()


def test_all_mentions_of_the_english_book(tmp_path: Path) -> None:
    mutants = run.mentions(ENGLISH_BOOK, ENGLISH, None, SEED)
    tally = run.run_in_rounds(ENGLISH_BOOK, tmp_path, run.rounds(mutants), READERS)
    print("\n" + tally.table())  # noqa: T201
    assert tally.made.total() >= 55
    assert lines(tally.survivors) == Counter()


def test_a_book_read_again_in_part_is_the_book_read_anew(tmp_path: Path) -> None:
    """The shortcut of the tests above finds what all checks find in a book read from its files."""
    copy = run.copy_of(PROJECT, tmp_path)
    sample = run.mentions(PROJECT, INDONESIAN, 8, SEED + 1)
    for [mutant], problems in run.checked(copy, ([mutant] for mutant in sample), READERS):
        anew = checks.run(copy)[1]
        assert {item for item in problems if item in anew} == set(problems), mutant.change
        due = [item for item in anew if (item.place.path, item.place.line) == mutant.due]
        assert bool(due) == bool([item for item in problems if item in due]), mutant.change
