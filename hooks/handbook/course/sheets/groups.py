"""Groups by name: the same for the same plan and seed, mixed as the plan says."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handbook.content.course_plan import Mixing, ModuleItem
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.timetable import Event
from handbook.packs.order import sizes
from handbook.packs.people import Person

APART = {"kabupaten": "district", "kelamin": "sex"}
"""The attribute of a person by which groups are mixed."""


class Formation(NamedTuple):
    """A division of the class: its groups by the indices of participants, the stretches that work in it."""

    groups: tuple[tuple[int, ...], ...]
    events: tuple[Event, ...]


class Mixed(NamedTuple):
    """A way to mix the class for some time: by what, and which division of the course it is (from 0)."""

    by: Mixing
    which: int


def formations(course: CourseOccasion) -> Iterator[Formation]:
    """The divisions in the order of use; those of equal number are one until the plan mixes anew."""
    found: dict[tuple[Mixed, int], list[Event]] = defaultdict(list)
    for mixed, event in _mixed(course):
        if event.unit and event.module and event.unit.grouping == "kelompok":
            found[mixed, course.session(event.module).groups(event.unit)].append(event)
    for (mixed, number), events in found.items():
        yield Formation(tuple(divided(course, number, mixed)), tuple(events))


def _mixed(course: CourseOccasion) -> Iterator[tuple[Mixed, Event]]:
    """Everything that is taught, with the way in which the class is mixed by then."""
    mixed, last = _usual(course), None
    for day in course.course.days:
        for event in course.on(day).taught:
            item = course.course.plan.days[day.number - 1].items[event.item]
            if item is not last and isinstance(item, ModuleItem) and item.regrouped:
                mixed = Mixed(item.regrouped, mixed.which + 1)
            last = item
            yield mixed, event


def _usual(course: CourseOccasion) -> Mixed:
    return Mixed(course.course.plan.groups.by, 0)


def divided(course: CourseOccasion, number: int, mixed: Mixed | None = None) -> list[tuple[int, ...]]:
    """The participants in a number of groups, dealt out like cards after a shuffle.

    With names, those who are alike in what they are mixed by are dealt one after the other, so that they
    come into groups as different as possible.
    """
    by, which = mixed or _usual(course)
    people = course.options.people.participants
    order = list(range(course.options.participants))
    seed = f"{course.options.seed} {number}"
    random.Random(f"{seed} {which}" if which else seed).shuffle(order)
    if attribute := APART.get(by):
        order.sort(key=lambda index: _of(people, index, attribute))
    room = sizes(len(order), number)
    dealt: list[list[int]] = [[] for _ in room]
    turn = 0
    for index in order:
        while len(dealt[turn % number]) >= room[turn % number]:
            turn += 1
        dealt[turn % number].append(index)
        turn += 1
    return [tuple(sorted(group)) for group in dealt]


def _of(people: Sequence[Person], index: int, attribute: str) -> str:
    """An attribute of somebody, in one spelling; those without a name come last."""
    return str(getattr(people[index], attribute, "")).casefold() if index < len(people) else "\uffff"
