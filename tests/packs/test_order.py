"""Copies and sheets of paper, counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.content.instrument import Duplication
from handbook.packs.order import OrderRow, Sheet, paper_of, shares, sizes


@pytest.mark.parametrize(
    ("people", "groups", "found"),
    [(30, 5, [6, 6, 6, 6, 6]), (32, 5, [7, 7, 6, 6, 6]), (3, 5, [1, 1, 1, 0, 0]), (1, 1, [1])],
)
def test_groups_differ_by_one_at_most(people: int, groups: int, found: list[int]) -> None:
    assert sizes(people, groups) == found


@pytest.mark.parametrize(
    ("wanted", "filled_by", "number"),
    [
        ({}, "perorangan", 32),
        ({}, "berpasangan", 16),
        ({}, "kelompok", 5),
        ({}, "kelas", 1),
        ({"jumlah": 2}, "perorangan", 64),
        ({"per": ["kelompok", "orang"]}, "kelompok", 37),
        ({"per": ["kelompok-lain"]}, "kelompok", 20),
        ({"per": ["dinding"]}, "perorangan", 1),
        ({"per": ["orang"], "kelompok": [1, 2, 3, 4]}, "perorangan", 26),
        ({"kelompok": [5]}, "kelompok", 1),
        ({"kelompok": [5], "jumlah": 3}, "kelompok", 3),
        ({"kelompok": [9]}, "kelompok", 0),
    ],
)
def test_copies_for_32_people_in_5_groups(wanted: dict[str, object], filled_by: str, number: int) -> None:
    found = shares(Duplication.model_validate(wanted), filled_by, 32, 5)
    assert sum(copies for _, copies in found) == number


def test_copies_of_groups_lie_before_those_of_people() -> None:
    wanted = Duplication.model_validate({"per": ["kelompok", "orang"], "jumlah": 2})
    assert shares(wanted, "kelompok", 32, 5) == [("kelompok", 10), ("orang", 64)]


def sheet(*, masters: int = 1, number: int = 1, one_sided: bool = False) -> Sheet:
    return Sheet("x", "X", "", "", number, ["<p></p>"] * masters, "s", one_sided=one_sided)


@pytest.mark.parametrize(("pages", "one", "both"), [(1, 1, 1), (2, 2, 1), (3, 3, 2), (4, 4, 2)])
def test_paper_for_pages(pages: int, one: int, both: int) -> None:
    assert (paper_of(pages, one_sided=True), paper_of(pages, one_sided=False)) == (one, both)


def test_paper_of_rows() -> None:
    assert OrderRow(sheet(number=30), range(4, 7), (4,)).total == 60
    assert OrderRow(sheet(number=30, one_sided=True), range(4, 7), (4,)).total == 90
    game = OrderRow(sheet(masters=3, one_sided=True), range(2, 6), (2, 3, 5))
    assert [list(pages) for pages in game.leaves()] == [[2], [3, 4], [5]]
    assert game.total == 4


def test_game_sheets_on_halves_lie_side_by_side_the_longer_one_to_the_left() -> None:
    half = replace(sheet(masters=4, one_sided=True), halved=True)
    game = OrderRow(half, range(2, 7), (2, 3, 5, 6))
    assert [(own.variants, list(own.pages), list(own.beside)) for own in game.together()] == [
        ((1, 0), [3, 4], [2, None]),
        ((2, 3), [5], [6]),
    ]
    assert (game.masters, game.total) == (3, 3)
    assert OrderRow(replace(half, one_sided=False), game.pages, game.starts).total == 2


def test_two_copies_of_half_a_page_share_a_sheet() -> None:
    form = OrderRow(replace(sheet(number=33), halved=True), range(2), (0,))
    assert (form.masters, form.total) == (2, 17)
