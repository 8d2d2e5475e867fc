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


def test_an_item_of_the_plan_mixes_anew(occasion: CourseOccasion) -> None:
    """From that item on, by what it says; the groups before it stay as they were."""
    book, plan = occasion.book, occasion.course.plan
    days = []
    for day in occasion.course.days:
        events = (
            replace(event, unit=event.unit and event.unit._replace(grouping="kelompok"))
            for event in day.events
        )
        days.append(replace(day, events=tuple(events)))
    before = [*groups.formations(CourseOccasion(book, replace(occasion.course, days=tuple(days))))]
    assert [len(formation.groups) for formation in before] == [5]
    items = plan.days[1].items
    anew = items[0].model_copy(update={"regrouped": "kelamin"})
    other = plan.days[1].model_copy(update={"items": [anew, *items[1:]]})
    mixed = plan.model_copy(update={"days": [plan.days[0], other]})
    course = replace(occasion.course, plan=mixed, days=tuple(days))
    first, second = groups.formations(CourseOccasion(book, course))
    assert first.groups == before[0].groups != second.groups
    assert {event.module for event in first.events} == {2}
    assert {event.module for event in second.events} == {3}
    for group in second.groups:
        assert 1 <= sum(index % 2 for index in group) <= len(group) - 1
    assert [*groups.formations(CourseOccasion(book, course))] == [first, second]


def test_the_seed_decides(occasion: CourseOccasion) -> None:
    def divided(seed: str) -> list[tuple[int, ...]]:
        plan = occasion.course.plan.model_copy(update={"seed": seed})
        return groups.divided(CourseOccasion(occasion.book, replace(occasion.course, plan=plan)), 5)

    assert divided("kebun") == divided("kebun") == groups.divided(occasion, 5)
    assert divided("kebun") != divided("ladang")
