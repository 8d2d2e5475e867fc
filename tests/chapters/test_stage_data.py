"""Data for session packs: every stage or part says what to prepare and what to shorten."""

from __future__ import annotations

import pytest

from handbook.book.book import Book
from handbook.content.stage import Needs
from handbook.settings import read_settings
from tests.conftest import PROJECT

SETTINGS = read_settings(PROJECT)[0]
assert SETTINGS
WRITTEN = [plan.number for plan in SETTINGS.modules if not plan.planned]
LONGEST = 22
"""Words that fit one line of a run-sheet."""


@pytest.mark.parametrize("number", WRITTEN)
def test_every_stage_says_what_to_prepare_and_to_shorten(project_book: Book, number: int) -> None:
    needs: list[tuple[int, Needs]] = []
    for stage in project_book.stages(number):
        needs += [(stage.number, part) for part in stage.parts] or [(stage.number, stage)]
    assert [where for where, need in needs if not need.prepare or not need.shorten] == []
    assert [need.shorten for _, need in needs if len((need.shorten or "").split()) > LONGEST] == []
