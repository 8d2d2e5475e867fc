"""Groups by name: the same for the same plan and seed, mixed as the plan says."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


def formations(course: CourseOccasion) -> Iterator[Formation]:
    """The divisions in the order of use; those of equal number are one, unless the plan mixes them anew."""
    found: dict[int, list[Event]] = defaultdict(list)
    for event in course.taught:
        if event.unit and event.module and event.unit.grouping == "kelompok":
            found[course.session(event.module).groups(event.unit)].append(event)
    for number, events in found.items():
        yield Formation(tuple(divided(course, number)), tuple(events))


def divided(course: CourseOccasion, number: int) -> list[tuple[int, ...]]:
    """The participants in a number of groups, dealt out like cards after a shuffle.

    With names, those who are alike in what the plan mixes by are dealt one after the other, so that they
    come into groups as different as possible.
    """
    people = course.options.people.participants
    order = list(range(course.options.participants))
    random.Random(f"{course.options.seed} {number}").shuffle(order)
    if attribute := APART.get(course.course.plan.groups.by):
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
