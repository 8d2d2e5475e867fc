"""There are enough people for the groups; nobody leads, and no room holds, two things at once."""

from collections.abc import Iterator, Sequence

from handbook.content.course_plan import AnyItem
from handbook.course.reading import PlanReading
from handbook.packs.people import People
from handbook.packs.timetable import TeachingUnit
from handbook.problem import Kind, Problem, Problems, nearest, problem, repeated
from handbook.source.yamltext import Step

Named = Iterator[tuple[str, tuple[Step, ...]]]
"""Words of the plan with their paths."""


def check(reading: PlanReading, people: People) -> Problems:
    """Everything about facilitators, rooms and participants; `people` are those of the list of names."""
    plan = reading.plan
    ids, rooms = [one.id for one in plan.facilitators], plan.rooms
    yield from repeated((id_, reading.place("fasilitator", n, "id")) for n, id_ in enumerate(ids))
    yield from repeated((room, reading.place("ruang", n)) for n, room in enumerate(rooms))
    for item, path in reading.items:
        yield from _named(reading, "fasilitator", [*_leaders(item, path)], ids)
        yield from _named(reading, "ruang", [*_rooms(item, path)], rooms)
    yield from _groups(reading)
    if len(people.participants) > plan.participants:
        numbers = {"nama": len(people.participants), "peserta": plan.participants}
        said = reading.s("paket.tolak.nama_lebih", **numbers)
        yield problem(reading.place("peserta"), Kind.PLAN_NAMES, kata=said)


def _leaders(item: AnyItem, path: tuple[Step, ...]) -> Named:
    """Everyone who leads an item."""
    for index, id_ in enumerate(item.leaders):
        yield id_, (*path, "fasilitator", index)
    for number, one in enumerate(item.classes):
        for index, id_ in enumerate(one.leaders):
            yield id_, (*path, "kelas", number, "fasilitator", index)


def _rooms(item: AnyItem, path: tuple[Step, ...]) -> Named:
    """Every room of an item."""
    if item.room:
        yield item.room, (*path, "ruang")
    for number, one in enumerate(item.classes):
        yield one.room, (*path, "kelas", number, "ruang")


def _named(
    reading: PlanReading, key: str, found: Sequence[tuple[str, tuple[Step, ...]]], known: Sequence[str]
) -> Problems:
    """Of one item, a facilitator or a room that the plan does not list, or that is there twice."""
    seen: set[str] = set()
    for name, path in found:
        words = reading.s(f"pelatihan.{key}", kata=name)
        if name not in known:
            hints, boleh = nearest(name, known, 0.5), ", ".join(known)
            yield problem(reading.place(*path), Kind.PLAN_UNKNOWN, hints, kata=words, boleh=boleh)
        elif name in seen:
            yield problem(reading.place(*path), Kind.PLAN_DOUBLED, kata=words)
        seen.add(name)


def _groups(reading: PlanReading) -> Problems:
    """The first stage that wants more groups than a class has people."""
    for item, event_module, unit in _in_groups(reading):
        people = reading.plan.participants // max(1, len(item.classes))
        groups = unit.needs.groups or -(-people // reading.plan.groups.people)
        if groups > people:
            yield _too_few(reading, event_module, unit, groups, people)
            return


def _in_groups(reading: PlanReading) -> Iterator[tuple[AnyItem, int, TeachingUnit]]:
    """The units held in groups, with their items and modules; those of most groups first."""
    found = []
    for day, event in reading.events:
        if event.unit and event.module and event.unit.grouping == "kelompok":
            found.append((reading.plan.days[day.number - 1].items[event.item], event.module, event.unit))
    yield from sorted(found, key=lambda trio: -(trio[2].needs.groups or 0))


def _too_few(reading: PlanReading, module: int, unit: TeachingUnit, groups: int, people: int) -> Problem:
    name = reading.unit_name(module, unit.number)
    return problem(reading.place("peserta"), Kind.PLAN_GROUPS, kata=name, kelompok=groups, peserta=people)
