"""Two hundred random plans: each is refused with a place, or held so that the hours are true."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from handbook.book import Book
from handbook.content.course_plan import EventKind
from handbook.course.read import plan_of
from handbook.course.timetable import Course
from tests.conftest import ENGLISH_BOOK, MINIBOOK, whole
from tests.course.sample import NAME

PLANS = 200
PAUSES = ("istirahat", "makan", "salat")


def minutes(text: object) -> int:
    """Minutes since midnight of a time as a plan has it."""
    hours, rest = str(text).split(".")
    return int(hours) * 60 + int(rest)


def units(book: Book) -> dict[tuple[int, str], int]:
    """The minutes of every stage or part, from the book."""
    found = {}
    for plan in book.settings.modules:
        for stage in book.stages(plan.number):
            for part in stage.parts:
                found[plan.number, f"{stage.number}{part.letter}"] = part.minutes
            if not stage.parts:
                found[plan.number, str(stage.number)] = stage.minutes or 0
    return found


def clock(time: int) -> str:
    """A time as a plan has it."""
    return f"{time // 60:02d}.{time % 60:02d}"


def plan(book: Book, chance: random.Random) -> str:
    """A plan that may be one, or may be wrong in any of the ways in which plans are."""
    truth = units(book)
    stages = list(truth)
    if chance.random() < 0.2:
        moved = chance.choice(stages)
        others = [one for one in stages if one != moved]
        stages = chance.choice(([*stages, moved], [*others, moved], others))
    days = chance.randint(1, 4)
    cuts = sorted(chance.randint(0, len(stages)) for _ in range(days - 1))
    runs = [stages[a:b] for a, b in zip([0, *cuts], [*cuts, len(stages)], strict=True)]
    planned: dict[int, list[int]] = {}
    for (module, _), length in truth.items():
        planned.setdefault(module, []).append(length)
    start, first = chance.randint(400, 700), chance.randint(7, 11)
    head = {
        "judul": "Rekaan",
        "tempat": "Rekaan",
        "penyelenggara": "Rekaan",
        "mulai": clock(start),
        "sampai": clock(start + chance.choice((60, 240, 480, 480))),
        "jumat": chance.choice(("ya", "tidak")),
        "peserta": chance.choice((1, 3, 7, 23, 30, 120)),
        "fasilitator": [{"id": "a", "nama": "A"}, {"id": "b", "nama": "B"}],
        "ruang": ["Satu", "Dua"],
        "buku": {"edisi": "2026.1", "menit": planned},
        "hari": [
            {
                "tanggal": f"2026-12-{number + first - (chance.random() < 0.1):02d}",
                "acara": items({stage: truth[stage] for stage in run}, start, chance),
            }
            for number, run in enumerate(runs)
        ],
    }
    return yaml.safe_dump(head, sort_keys=False, allow_unicode=True)


def items(run: dict[tuple[int, str], int], now: int, chance: random.Random) -> list[dict[str, Any]]:
    """The stages of a day one by one, with pauses at borders, within stages or too early."""
    found: list[dict[str, Any]] = [{"jenis": "lain", "menit": chance.randint(1, 40)}]
    now += found[0]["menit"]
    for (module, number), length in run.items():
        found.append({"jenis": "modul", "nomor": module, "tahap": [number]})
        if chance.random() < 0.15:
            pair = chance.choice(("ab", "ba", "ab", "aa"))
            rooms = zip(("Satu", "Dua"), pair, strict=True)
            found[-1]["kelas"] = [{"ruang": room, "fasilitator": [leader]} for room, leader in rooms]
        now += length
        if chance.random() < 0.4:
            found.append({"jenis": chance.choice(PAUSES), "menit": chance.choice((5, 15, 60))})
            if chance.random() < 0.6:
                found[-1]["jam"] = clock(now - chance.choice((-20, 0, 0, 8, 15, 15, 20)))
            now += found[-1]["menit"]
    return found


def events(course: Course) -> Iterator[tuple[int, int, int]]:
    """Day, start and end of every event."""
    for day in course.days:
        yield from ((day.number, event.start, event.end) for event in day.events)


def assert_true(course: Course, text: str, book: Book) -> None:
    """The truth, from the text of the plan and the stages of the book alone."""
    written = yaml.load(text, Loader=yaml.BaseLoader)
    held: Counter[tuple[int, str]] = Counter()
    for event in course.events:
        if event.unit:
            held[event.module or 0, event.unit.number] += event.minutes
    assert dict(held) == units(book)
    for (number, start, end), (other, begin, _) in zip(events(course), [*events(course)][1:], strict=False):
        assert start < end
        assert end == begin or other > number
    for day, plan_ in zip(course.days, written["hari"], strict=True):
        assert day.start == minutes(written["mulai"])
        assert day.end <= minutes(written["sampai"])
        fixed = {minutes(item["jam"]) for item in plan_["acara"] if "jam" in item}
        assert fixed <= {event.start for event in day.events}
    others = sum(int(item["menit"]) for day in written["hari"] for item in day["acara"] if "menit" in item)
    free = sum(event.minutes for event in course.events if event.kind is EventKind.FREE)
    whole_days = sum(day.end - day.start for day in course.days)
    assert whole_days == sum(units(book).values()) + others + free


def test_random_plans_are_refused_with_a_place_or_true() -> None:
    books = [whole(MINIBOOK), whole(ENGLISH_BOOK)]
    chance = random.Random(21)
    kinds: Counter[str] = Counter()
    for number in range(PLANS):
        book = books[number % 2]
        text = plan(book, chance)
        course, problems = plan_of(NAME, text, book)
        kinds.update({str(item.kind) for item in problems} or {"true"})
        assert (course is None) == bool(problems)
        if course:
            assert_true(course, text, book)
        rows = text.split("\n")
        for item in problems:
            assert item.place.path == NAME
            assert item.place.column <= len(rows[item.place.line - 1])
        kinds["cut"] += any(event.continued for event in course.events) if course else 0
    assert kinds["true"] >= PLANS // 5, kinds
    assert kinds["cut"] >= PLANS // 50, kinds
    assert len(kinds) >= 10, kinds
