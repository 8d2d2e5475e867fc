"""The example course on paper: all that its plan wants, on at most 1,200 sheets for thirty people."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from handbook.book import Book
from handbook.course.read import plan_of
from handbook.course.sheets import day, schedule
from handbook.course.sheets.make import make
from handbook.course.sheets.occasion import CourseOccasion
from tests.conftest import PROJECT
from tests.course.printed import PrintedCourse

PLAN = "pelatihan/contoh.yml"
MOST = 1200
EVERYBODY = 33
"""Thirty participants and three copies to spare."""
FOR_EVERYBODY = """
    jadwal tes-a tes-a-jawab tes-b tes-b-jawab evaluasi-acara tahap-2-4-lembar-1 ik-1-4 ik-2-1 ik-2-2 ik-3-1
    ik-3-2 ik-3-3 ik-5-7 ik-6-2 ik-7-1 ik-8-1 ik-10-1 ik-10-2 ik-10-3 ik-10-4 ik-10-5
"""
WANTED = {
    **dict.fromkeys(FOR_EVERYBODY.split(), EVERYBODY),
    **{f"ik-5-{group}": 1 for group in range(1, 7)},
    **{f"tahap-6-4-lembar-{case}": copies for case, copies in enumerate((9, 9, 8, 8), 1)},
    "evaluasi-harian": 5 * EVERYBODY,
    "ik-1-1": 36,  # five to spare and one, for two share a page
    "ik-1-2-harapan": 6,  # cards, six to a page
    "ik-1-2-kontribusi": 6,
    "ik-1-3": 1,
    "tahap-2-3-lembar-1": 6,
    "tahap-3-5-lembar-1": 6,
    "ik-3-4": 30,  # six groups, for each of five others
    "ik-3-5-kartu": 6,
    "ik-4-1": 27,  # four of five groups
    "ik-4-2": 1,
    "ik-4-3-kartu": 6,
    "ik-4-4-kartu": 1,
    "tahap-6-3-lembar-1": 17,
    "ik-6-1": 4,
    "tahap-7-3-lembar-1": 11,
    "tahap-7-3-lembar-2": 11,
    "ik-7-2": 6,
    "ik-7-3": 6,
    "ik-7-4": 9,  # six groups; everybody has the sheet in the book, but for three
    "ik-7-5": 1,
    "ik-9-1": 8,
    "ik-9-2": 1,
}
"""Copies of each sheet by its id, counted by hand from what the stages hand out."""


def example(book: Book, *edits: tuple[str, str]) -> CourseOccasion:
    """The example course, with some of its words replaced."""
    text = (PROJECT / PLAN).read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    course, problems = plan_of(PLAN, text, book)
    assert course is not None, problems
    return CourseOccasion(book, course)


def test_nothing_that_the_plan_wants_is_missing(project_book: Book) -> None:
    course, found = example(project_book), Counter[str]()
    handout = [sheet for sheet in schedule.sheets(course) if sheet.id == "jadwal"]
    for sheet in (*handout, *(sheet for own in course.course.days for sheet in day.sheets(course.on(own)))):
        found[sheet.id] += sheet.copies * sheet.variants
    assert found.pop("alur") == 5 * 3
    assert dict(found) == WANTED


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_thirty_people_need_at_most_1200_sheets(project_book: Book, tmp_path: Path, paper: str) -> None:
    course = example(project_book, ("kertas: a4", f"kertas: {paper}"))
    made = make(course, None, tmp_path / "contoh", lambda _: None)
    assert made.problems == []
    assert made.paper <= MOST
    printed = PrintedCourse(tmp_path / "contoh")
    assert sum(count for _, count in printed.totals().values()) == made.paper
    rows = list(counted(printed.order))
    assert sum(total for *_, total in rows) == made.paper
    assert [row for row in rows if row[0] * row[1] != row[2]] == []
    forms = [row for file in made.printed for row in file.rows if row.sheet.halved and row.sheet.stage]
    assert {row.sheet.id for row in forms if row.masters > 2 * len(row.together())} == {"tahap-2-3-lembar-1"}


def counted(order: str) -> list[tuple[int, int, int]]:
    """Of each row of the order: copies, sheets of paper for one by pages and sides, the total."""
    row = re.compile(r" (\d+)(?: × \d+)? +(satu sisi|bolak-balik) .* (\d+)(?:–(\d+))? +(\d+)$", re.M)
    found = []
    for copies, sides, first, last, total in row.findall(order):
        pages = int(last or first) - int(first) + 1
        found.append((int(copies), pages if sides == "satu sisi" else -(-pages // 2), int(total)))
    return found
