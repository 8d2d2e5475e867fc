"""Random plans through the command: refused with nothing written, or printed with true times and totals.

The finished PDFs are read by pdftotext and pdfinfo, the calendar by icalendar.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import icalendar
import pytest
import yaml

from handbook.book import Book
from handbook.commands import course as course_command
from handbook.course.read import read_plan
from handbook.course.timetable import Course
from handbook.packs.clock import shown
from tests.conftest import ENGLISH_BOOK, MINIBOOK, keeping_together, whole
from tests.course.printed import PrintedCourse, add_displays
from tests.course.sample import written
from tests.course.test_random_plans import assert_true, plan

pytestmark = pytest.mark.pdf
ZONES = {"wib": 7, "wita": 8, "wit": 9}
FOOT = r"(?:Jumlah|Total)"
NUMBER = r"(\d[\d.,]*)"


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A small book in Indonesian with everything that can be printed, and one in English."""
    folder = tmp_path_factory.mktemp("acak")
    small = keeping_together(shutil.copytree(MINIBOOK, folder / "buku"))
    add_displays(small)
    return [small, keeping_together(shutil.copytree(ENGLISH_BOOK, folder / "book"))]


def wished(text: str, chance: random.Random) -> str:
    """A plan with random wishes for paper, copies, cost, groups and what is held besides teaching."""
    found = yaml.load(text, Loader=yaml.BaseLoader)
    found |= {
        "zona": chance.choice([*ZONES]),
        "kertas": chance.choice(("a4", "f4", "letter")),
        "bolak_balik": chance.choice(("ya", "tidak")),
        "cadangan": chance.choice((0, 0, 2)),
        "salinan_fasilitator": chance.choice((0, 1, 3)),
        "harga": chance.choice((150, 300)),
        "benih": str(chance.random()),
        "kelompok": {"menurut": chance.choice(("kabupaten", "kelamin", "acak")), "orang": 4},
    }
    for day in found["hari"]:
        for item in day["acara"]:
            if item["jenis"] == "modul" and chance.random() < 0.2:
                item["kelompok_baru"] = chance.choice(("kabupaten", "kelamin", "acak"))
        if chance.random() < 0.5:
            day["acara"].append({"jenis": "evaluasi-hari", "menit": 10})
    if chance.random() < 0.5:
        found["hari"][-1]["acara"].append({"jenis": "evaluasi-akhir", "menit": 5})
    return yaml.safe_dump(found, sort_keys=False, allow_unicode=True)


def number(words: str) -> int:
    """`1.620` or `1,620`."""
    return int(re.sub(r"[.,]", "", words))


def assert_times(made: PrintedCourse, course: Course, *, expanded: bool) -> None:
    """The run-sheets and the calendar have the times of the plan, one after the other."""
    calendar = icalendar.Calendar.from_ical((made.folder / "jadwal.ics").read_bytes())
    found: list[tuple[datetime.datetime, datetime.datetime]] = sorted(
        (event.decoded("DTSTART"), event.decoded("DTEND")) for event in calendar.walk("VEVENT")
    )
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    shift = datetime.timedelta(hours=ZONES[course.plan.zone])
    hours: dict[datetime.date, set[str]] = {}
    for start, end in found:
        local = (start + shift, end + shift)
        hours.setdefault(local[0].date(), set()).update(f"{time:%H.%M}" for time in local)
    for day in course.days:
        held = [(shown(event.start), shown(event.end)) for event in day.events]
        if course.plan.facilitator_copies != 0:  # of none there is no run-sheet
            pages = made.text(f"hari-{day.number}").split("\f")
            sheet = "\n".join(page for page in pages if re.search(rf"No\. {day.number}\.1\b", page))
            times = re.findall(r"^ *(\d\d\.\d\d)–(\d\d\.\d\d) ", sheet, re.M)
            assert times == held * (len(times) // len(held) if expanded else 1)
            assert all(before[1] == after[0] for before, after in pairwise(times[: len(held)]))
        assert {held[0][0], held[-1][1]} <= hours[day.date] <= {clock for pair in held for clock in pair}


def pages_of(file: Path) -> int:
    """The number of pages that pdfinfo counts."""
    said = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
    return int(re.findall(r"^Pages: +(\d+)$", said, re.M)[0])


def assert_totals(made: PrintedCourse, course: Course, *, expanded: bool) -> None:
    """Every sum of the order, from the pages of the finished files."""
    totals = made.totals()
    files = {file.stem for file in made.folder.glob("*.pdf")}
    assert set(totals) == files - {"pesanan", "sertifikat", "arsip", "poster-a4", "poster-f4"}
    days = {f"hari-{day.number}" for day in course.days}
    assert (
        {"jadwal", "daftar", "ruang", "kunci"} <= set(totals) <= {"jadwal", "daftar", "ruang", "kunci", *days}
    )
    assert days <= set(totals) or course.plan.facilitator_copies == 0
    pages = {name: pages_of(made.folder / f"{name}.pdf") for name in totals}
    assert {name: found for name, (found, _) in totals.items()} == pages
    price, whole_paper = course.plan.price or 0, sum(paper for _, paper in totals.values())
    line = re.search(rf"^ *{FOOT} +{NUMBER} +{NUMBER} +Rp{NUMBER}$", made.order, re.M)
    assert line
    assert tuple(map(number, line.groups())) == (sum(pages.values()), whole_paper, price * whole_paper)
    tables = re.split(r"^ *(\S+)\.pdf – ", made.order, flags=re.M)[1:]
    for name, table in zip(tables[::2], tables[1::2], strict=True):
        foot = re.search(rf"^ *{FOOT}: {NUMBER} .* {NUMBER}$", table, re.M)
        assert foot
        assert (number(foot[1]), number(foot[2])) == totals[name]
        rows = re.findall(rf"^ *\d+(?:\.\d+)? +\S.* {NUMBER}$", table[: foot.start()], re.M)
        assert sum(map(number, rows)) == totals[name][1]
    if expanded:
        sides = 2 if course.plan.duplex else 1
        assert all(pages[name] == sides * paper for name, (_, paper) in totals.items())


def print_one(book: Book, text: str, name: str, *, expanded: bool) -> set[str]:
    """Give a plan to the command; the kinds of its faults, none if printed (which is judged, and deleted)."""
    path = written(book.root, text, f"pelatihan/{name}.yml")
    options = ["--expanded"] if expanded else []
    code = course_command.main(["--root", str(book.root), "print", str(book.root / path), *options])
    folder = book.root / "dist" / "pelatihan" / name
    course, problems = read_plan(path, book)
    assert (code, folder.exists()) == ((1, False) if problems else (0, True))
    if course:
        assert_true(course, text, book)
        made = PrintedCourse(folder)
        assert_times(made, course, expanded=expanded)
        assert_totals(made, course, expanded=expanded)
        shutil.rmtree(folder)
    left = {file.name for file in (book.root / "dist").rglob("*")} if (book.root / "dist").exists() else set()
    assert left <= {"pelatihan"}
    return {str(problem.kind) for problem in problems}


def print_many(books: list[Book], plans: int, seed: int) -> Counter[str]:
    """Give random plans to the command; how many were printed, expanded, refused, and by which kind."""
    chance, counts = random.Random(seed), Counter[str]()
    for turn in range(plans):
        book = books[turn % len(books)]
        text, expanded = wished(plan(book, chance), chance), chance.random() < 0.5
        faults = print_one(book, text, f"acak-{turn}", expanded=expanded)
        counts.update(faults)
        counts["refused" if faults else "printed"] += 1
        counts["expanded"] += expanded and not faults
    return counts


def test_a_dozen_random_plans_are_refused_or_printed(roots: list[Path]) -> None:
    counts = print_many([whole(root) for root in roots], plans=12, seed=3)
    assert counts["printed"] >= 2, counts
    assert counts["refused"] >= 2, counts


@pytest.mark.slow
def test_two_hundred_random_plans_are_refused_or_printed(roots: list[Path]) -> None:
    counts = print_many([whole(root) for root in roots], plans=200, seed=21)
    assert counts["printed"] >= 40, counts
    assert counts["expanded"] >= 10, counts
