"""The running run-sheet reckons as the printed one does, also when it is late: on random modules and days."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
import yaml

from handbook.book.book import Book
from handbook.content.course_plan import CoursePlan, DayPlan, ModuleItem
from handbook.content.stage import Needs
from handbook.course.day_clock import DayClock
from handbook.course.read import read_plan
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.running import of_day
from handbook.packs.clock import Break, minutes_of, shown
from handbook.packs.options import parse_options
from handbook.packs.running import RunningSheet, of_session
from handbook.packs.session import Session
from handbook.packs.timetable import LEAST_PIECE, TeachingUnit, slots
from handbook.strings import load
from tests.classroom.reckoning import Piece, pieces, reckoned

END = "selesai"
Left = list[tuple[str, int]]
"""Units by their ids, each with the minutes that it still needs."""


def unit(id_: str, minutes: int) -> TeachingUnit:
    return TeachingUnit(id_, id_, id_, minutes, (), "kelas", Needs())


@dataclass
class Case:
    """A module with usual and firm pauses, which do not meet; and a way to go through it."""

    units: dict[str, int]
    pauses: list[Break]
    loose: list[Break]
    start: int
    minutes: list[int] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)
    short: list[dict[str, int]] = field(default_factory=list)

    @property
    def items(self) -> list[dict[str, Any]]:
        """As the page has them."""
        taught = [
            {"id": id_, "kind": "teach", "minutes": minutes, "least": minutes, "fixed": None}
            for id_, minutes in self.units.items()
        ]
        return [*taught, *(self._pause(pause) for pause in self.pauses)]

    def _pause(self, pause: Break) -> dict[str, Any]:
        own = {"id": name(pause), "kind": "pause", "minutes": pause.minutes, "least": pause.minutes}
        return {**own, "fixed": pause.start, "loose": pause in self.loose, "optional": True}


def name(pause: Break) -> str:
    return f"jeda {shown(pause.start)}"


def random_case(number: int) -> Case:
    """A module of up to five hours, stages of odd lengths too; delays and short cuts on the way."""
    rng = random.Random(number)
    units = {f"tahap-{n}": rng.choice([5, 7, 10, 15, 20, 25, 40, 60, 75]) for n in range(rng.randint(1, 8))}
    start, pauses, now = rng.randrange(420, 600, 5), [], 0
    now = start
    for _ in range(rng.randint(0, 4)):
        now += rng.randint(1, 110)
        pauses.append(Break(now, rng.choice([5, 15, 60])))
        now = pauses[-1].end
    case = Case(units, pauses, [pause for pause in pauses if rng.random() < 0.6], start)
    minute = start + rng.choice([0, 0, -5, 12])
    for _ in range(rng.randint(1, len(units) + len(pauses) + 2)):
        case.minutes.append(minute)
        case.extra.append(rng.choice([0, 0, 0, 12]))
        left = [id_ for id_ in units if rng.random() < 0.15]
        case.short.append({id_: max(1, units[id_] * 3 // 4) for id_ in left})
        minute += rng.choice([1, 4, 10, 15, 25, 40, 60, 90])
    return case


def planned(units: Left, pauses: list[Break], loose: list[Break], start: int) -> list[Piece]:
    """The rows of the printed run-sheet."""
    whole = [unit(id_, minutes) for id_, minutes in units]
    named = iter(pause for pause in pauses if pause.start > start)
    return [
        (slot.unit.id if slot.unit else name(next(named)), slot.start, slot.end, slot.continued)
        for slot in slots(whole, start, pauses, loose)
    ]


class Walk:
    """A session as Python follows it: by the slots of what is left, from the minute that it is."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.left = dict(case.units)
        self.waiting = list(case.pauses)
        self.extra: dict[str, int] = {}
        self.short: dict[str, int] = {}
        self.running: tuple[str, int] | None = None
        self.taught: set[str] = set()
        self.is_over = False

    def future(self, now: int) -> list[Piece]:
        """All that is left from now on; its first piece is what runs, unless the time of that is over."""
        if self.running is None:
            begin = self.begin(now)
            pauses = [pause for pause in self.waiting if pause.start > begin]
            return planned(self.units(now), pauses, self.case.loose, begin)
        id_, begun = self.running
        if id_.startswith("jeda"):
            length = next(pause.minutes for pause in self.case.pauses if name(pause) == id_)
            end = max(now, begun + length + self.extra.get(id_, 0))
            return self.rest(self.units(now), self.waiting, end, is_first=False)
        return self.rest(self.units(now), self.waiting, now, is_first=True)

    def begin(self, now: int) -> int:
        case = self.case
        plan = planned(list(case.units.items()), case.pauses, case.loose, case.start)
        told = case.start + self.extra.get("", 0)
        return now if told < now < plan[-1][2] else told

    def units(self, now: int) -> Left:
        """The minutes that each stage still needs; the running one comes first."""
        found = []
        for id_, left in self.left.items():
            spent = self.case.units[id_] - left
            need = self.short.get(id_, self.case.units[id_]) + self.extra.get(id_, 0) - spent
            elapsed = now - self.running[1] if self.running and self.running[0] == id_ else 0
            if need - elapsed > 0:
                found.append((id_, need - elapsed))
        return sorted(found, key=lambda pair: not (self.running and pair[0] == self.running[0]))

    def rest(
        self, units: list[tuple[str, int]], pauses: list[Break], now: int, *, is_first: bool
    ) -> list[Piece]:
        """By the slots of what is left; a pause that is late comes before, or at the near end of a stage."""
        if units and pauses and pauses[0].start <= now:
            pause, (id_, left) = pauses[0], units[0]
            own = (name(pause), now, now + pause.minutes, False)
            if pause in self.case.loose and 0 < now + left - pause.start < LEAST_PIECE:
                piece, end = (id_, now, now + left, False), now + left
                if not units[1:]:
                    return [piece]
                held = (name(pause), end, end + pause.minutes, False)
                return [piece, held, *self.rest(units[1:], pauses[1:], held[2], is_first=False)]
            return [own, *self.rest(units, pauses[1:], own[2], is_first=False)]
        if is_first:
            return planned(units, pauses, self.case.loose, now)
        return planned([("", 1), *units], pauses, self.case.loose, now - 1)[1:]  # a stage has been before

    def step(self, now: int) -> str:
        """Go on to what comes next."""
        future = self.future(now)
        before = self.running
        others = [piece for piece in future if not (before and future[0] == piece and piece[0] == before[0])]
        next_ = others[0][0] if others else END
        if before and before[0] in self.left:
            if any(piece[0] == before[0] for piece in others):
                self.left[before[0]] -= now - before[1]
            else:
                del self.left[before[0]]
        if before is None:
            self.waiting = [pause for pause in self.waiting if pause.start > now]
        self.waiting = [pause for pause in self.waiting if name(pause) != next_]
        self.running = (next_, now)
        return next_


def plain(found: list[Piece]) -> list[tuple[str, int, int]]:
    return [piece[:3] for piece in found]


def follow(case: Case, told: list[dict[str, Any]]) -> None:
    """Compare each moment of a walk."""
    walk = Walk(case)
    for now, extra, short, one in zip(case.minutes, case.extra, case.short, told, strict=True):
        if walk.is_over:
            assert one["state"]["isOver"]
            continue
        id_ = walk.running[0] if walk.running else ""
        walk.extra[id_] = walk.extra.get(id_, 0) + extra
        walk.short |= short
        future, state = plain(walk.future(now)), one["state"]
        ahead = plain(pieces(state["ahead"]))
        if walk.running:
            current = state["current"]
            assert (current["id"], current["start"]) == walk.running
            if not id_.startswith("jeda") and current["end"] > now:
                ahead.insert(0, (id_, now, current["end"]))
        assert ahead == future, (case, now)
        next_ = walk.step(now)
        assert one["run"]["steps"][-1]["id"] == next_, (case, now)
        walk.is_over = next_ == END


MODULES = pytest.mark.parametrize(
    "numbers", [range(300), pytest.param(range(300, 10_000), marks=pytest.mark.slow)], ids=["some", "many"]
)


@MODULES
def test_a_plan_is_that_of_the_printed_run_sheet(numbers: range) -> None:
    cases = [random_case(number) for number in numbers]
    found = reckoned([("schedule", [case.items, case.start]) for case in cases])
    for case, told in zip(cases, found, strict=True):
        expected = planned(list(case.units.items()), case.pauses, case.loose, case.start)
        assert pieces(told) == expected, case


@MODULES
def test_what_is_left_of_a_late_session_is_reckoned_as_a_session_of_its_own(numbers: range) -> None:
    cases = [random_case(number) for number in numbers]
    calls = [("walk", [case.items, case.start, case.minutes, case.extra, case.short]) for case in cases]
    found = reckoned([(name_, list(arguments)) for name_, arguments in calls])
    for case, told in zip(cases, found, strict=True):
        follow(case, told)


HEAD = """
judul: x
tempat: x
penyelenggara: x
mulai: "08.00"
sampai: "23.00"
peserta: 5
fasilitator: [{id: a, nama: A}]
ruang: [x]
buku: {edisi: "1", menit: {}}
"""
KINDS: dict[str, dict[str, Any]] = {
    "modul 1": {"jenis": "modul", "nomor": 1},
    "modul 2": {"jenis": "modul", "nomor": 2},
    "istirahat": {"jenis": "istirahat", "menit": 10},
    "makan": {"jenis": "makan", "menit": 45},
    "tes": {"jenis": "tes", "bentuk": "A", "menit": 30},
    "lain": {"jenis": "lain", "judul": "x", "menit": 25},
}


def random_day(number: int) -> tuple[CoursePlan, DayPlan, dict[int, list[TeachingUnit]]]:
    """A day with modules, pauses at fixed times and without, a test that may have to wait."""
    rng = random.Random(number)
    units = {n: [unit(f"tahap-{n}-{k}", rng.choice([10, 25, 40])) for k in range(3)] for n in (1, 2)}
    now, items = 480, []
    for kind in rng.sample(list(KINDS), rng.randint(2, 6)):
        now += rng.randint(0, 120)
        is_timed = "nomor" not in KINDS[kind] and rng.random() < 0.6
        items.append({**KINDS[kind], **({"jam": shown(now)} if is_timed else {})})
    day = {"tanggal": "2026-12-07", "acara": items}
    plan = CoursePlan.model_validate({**yaml.safe_load(HEAD), "hari": [day]})
    return plan, plan.days[0], units


def day_items(day: DayPlan, units: dict[int, list[TeachingUnit]]) -> list[dict[str, Any]]:
    """As the page of a day has them."""
    found: list[dict[str, Any]] = []
    for index, item in enumerate(day.items):
        if isinstance(item, ModuleItem):
            own = units[item.module]
            found += [{"id": one.id, "kind": "teach", "minutes": one.minutes, "fixed": None} for one in own]
            continue
        kind = "pause" if item.kind in ("istirahat", "makan") else "other"
        fixed = minutes_of(item.time) if item.time else None
        found.append({"id": f"acara-{index}", "kind": kind, "minutes": item.minutes, "fixed": fixed})
    return found


def test_a_day_is_that_of_the_course() -> None:
    cases = [random_day(number) for number in range(400)]
    found = reckoned([("schedule", [day_items(day, units), 480]) for _, day, units in cases])
    sound = 0
    for (plan, day, units), told in zip(cases, found, strict=True):
        events = DayClock(plan, units, load("id")).events(day)
        if any(later.start < earlier.end for earlier, later in pairwise(events)):
            continue  # no plan that passes: a fixed time before the end of what comes before
        sound += 1
        ids = ("" if one.kind == "luang" else f"acara-{one.item}" for one in events)
        expected = [
            (one.unit.id if one.unit else id_, one.start, one.end, one.continued)
            for one, id_ in zip(events, ids, strict=True)
        ]
        assert pieces(told) == expected, day
    assert sound > 150


@pytest.fixture(scope="module")
def sheets(project_book: Book) -> list[RunningSheet]:
    """Every module of the real book, then every day of its example course."""
    options = parse_options({"module": "all"}, project_book.settings)
    course, problems = read_plan("pelatihan/contoh.yml", project_book)
    assert course is not None, problems
    days = [of_day(CourseOccasion(project_book, course).on(day)) for day in course.days]
    return [*(of_session(Session(project_book, number, options)) for number in options.modules), *days]


def test_every_sheet_of_the_book_opens_with_the_times_that_are_printed(sheets: list[RunningSheet]) -> None:
    found = reckoned([("schedule", [[one.facts() for one in sheet.items], sheet.start]) for sheet in sheets])
    for sheet, told in zip(sheets, found, strict=True):
        printed = [(one.item, one.start, one.end, one.continued) for one in sheet.pieces]
        assert pieces(told) == printed, sheet.name


def test_short_cuts_are_proposed_until_the_time_is_made_up_and_no_more(sheets: list[RunningSheet]) -> None:
    """Twelve minutes late: those that give most, and without the last of them it is late still."""
    run: dict[str, Any] = {"day": "", "before": [], "steps": [], "extra": {"": 12}}
    data = [([one.facts() for one in sheet.items], sheet.start) for sheet in sheets]
    found = reckoned([("proposal", [items, {**run, "short": {}}, start, start]) for items, start in data])
    calls = [
        ("state", [items, {**run, "short": some}, start, start])
        for (items, start), short in zip(data, found, strict=True)
        for some in (short, dict(list(short.items())[:-1]))
    ]
    late = [state["late"] for state in reckoned(calls)]
    for sheet, short, ended, before in zip(sheets, found, late[::2], late[1::2], strict=True):
        gives = {one.id: one.minutes - one.least for one in sheet.items if one.least}
        others = (minutes for id_, minutes in gives.items() if id_ not in short)
        assert min((gives[id_] for id_ in short), default=99) >= max(others, default=0), sheet.name
        assert before > 0 or not short, sheet.name
        assert all(gives[id_] > 0 for id_ in short), sheet.name
        assert ended <= 0 or len(short) == sum(minutes > 0 for minutes in gives.values()), sheet.name
