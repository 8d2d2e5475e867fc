"""Groups: everybody in one, sizes even, people who are alike apart, the same for the same seed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.course.read import plan_of
from handbook.course.sheets import groups
from handbook.course.sheets.occasion import CourseOccasion
from handbook.packs.people import People, Person
from tests.conftest import CopyOf
from tests.course.sample import NAME, PLAN, small_book


@pytest.fixture
def occasion(copy_of: CopyOf) -> CourseOccasion:
    book = small_book(copy_of)
    text = PLAN.replace("peserta: 12", "peserta: 23\nbenih: kebun\nkelompok: {menurut: kabupaten, orang: 5}")
    course, problems = plan_of(NAME, text, book)
    assert course, problems
    people = [Person(f"Rekaan {n}", district=f"Kabupaten {n // 5}", sex="LP"[n % 2]) for n in range(23)]
    return CourseOccasion(book, replace(course, people=People(tuple(people))))


@pytest.mark.parametrize("number", [2, 4, 5, 6, 23])
def test_everybody_is_in_one_group(occasion: CourseOccasion, number: int) -> None:
    found = groups.divided(occasion, number)
    assert sorted(index for group in found for index in group) == list(range(23))
    assert max(map(len, found)) - min(map(len, found)) <= 1


def test_people_of_a_district_come_apart(occasion: CourseOccasion) -> None:
    for group in groups.divided(occasion, 5):
        districts = [index // 5 for index in group]
        assert len(set(districts)) == len(districts)


def test_the_seed_decides(occasion: CourseOccasion) -> None:
    def divided(seed: str) -> list[tuple[int, ...]]:
        plan = occasion.course.plan.model_copy(update={"seed": seed})
        return groups.divided(CourseOccasion(occasion.book, replace(occasion.course, plan=plan)), 5)

    assert divided("kebun") == divided("kebun") == groups.divided(occasion, 5)
    assert divided("kebun") != divided("ladang")
