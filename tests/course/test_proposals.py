"""A proposal can be held; a frame that is too small is refused with frames that are not."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from handbook.book import Book
from handbook.content.course_plan import EventKind, ModuleItem
from handbook.content.stage import Needs
from handbook.course.layout import Block, DayLayout, UsualBreak
from handbook.course.proposing import Wish, propose, refuse_missing
from handbook.course.read import plan_of
from handbook.course.sums import sums
from handbook.course.timetable import Course
from handbook.course.written import text_of
from handbook.packs.clock import Break, minutes_of, shown
from handbook.packs.timetable import TeachingUnit
from handbook.problem import RefusedError
from tests.conftest import ENGLISH_BOOK, CopyOf, whole
from tests.course.sample import NAME, lines, small_book

MONDAY = datetime.date(2026, 12, 7)
FIVE = Wish(5, "08.00", "16.30", MONDAY, 30)


def held(book: Book, wish: Wish) -> Course:
    """The course of a proposal, which must be a plan without problems."""
    proposal = propose(book, wish)
    assert not proposal.missing
    course, problems = plan_of(NAME, text_of(proposal, book, wish.participants), book)
    assert lines(problems, book) == []
    assert course
    return course


FRAMES = [(5, "08.00", "16.30"), (6, "07.30", "15.30"), (6, "13.00", "20.00"), (11, "08.00", "12.00")]


@pytest.mark.parametrize(("days", "start", "until"), FRAMES)
@pytest.mark.parametrize("first", [0, 2, 4], ids=["Monday", "Wednesday", "Friday"])
def test_a_proposal_is_a_plan(project_book: Book, days: int, start: str, until: str, first: int) -> None:
    course = held(project_book, Wish(days, start, until, MONDAY + datetime.timedelta(days=first), 30))
    assert len(course.days) == days
    assert sums(course.events)[0] == ("mengajar", 36 * 45)
    assert not {day.date.weekday() for day in course.days} & {5, 6}


def test_the_week_of_the_issue(project_book: Book) -> None:
    course = held(project_book, FIVE)
    assert [day.date.day for day in course.days] == [7, 8, 9, 10, 11]
    assert {row.key: row.minutes for row in sums(course.events)} == {
        "mengajar": 1620,
        "istirahat": 500,
        "tes": 160,
        "pembukaan": 60,
        "tinjauan": 110,
        "evaluasi": 65,
    }
    kinds = [[event.kind for event in day.events] for day in course.days]
    assert kinds[0][:2] == [EventKind.OPENING, EventKind.TEST]
    assert kinds[4][-1] is EventKind.CLOSING
    assert [(day.number, event.form) for day in course.days for event in day.events if event.form] == [
        (1, "A"),
        (5, "B"),
    ]
    for day in kinds:
        noon = day.index(EventKind.FRIDAY if EventKind.FRIDAY in day else EventKind.LUNCH)
        assert day[noon + 1] is EventKind.ENERGISER
        assert EventKind.DAY_EVALUATION in day
    assert [day[0] for day in kinds[1:]] == [EventKind.REVIEW] * 4
    assert not any(event.continued for event in course.events)
    latest = max(day.end for day in course.days)
    assert latest - min(day.end for day in course.days) <= 15
    assert latest <= minutes_of("16.30")


SMALL = [
    (replace(FIVE, days=4), 325),
    (replace(FIVE, start="13.00", until="20.00"), 45),
    (replace(FIVE, days=1), 1460),
]


@pytest.mark.parametrize(("wish", "missing"), SMALL, ids=["four days", "afternoons", "one day"])
def test_a_small_frame_is_refused_with_frames_that_do(project_book: Book, wish: Wish, missing: int) -> None:
    with pytest.raises(RefusedError) as refused:
        refuse_missing(project_book, propose(project_book, wish))
    words = project_book.settings.strings("pelatihan.tolak.kerangka", **refused.value.words)
    assert f": {missing} menit tidak mendapat tempat." in words
    days = re.search(r"(\d+) hari[.;]", words)
    assert days
    held(project_book, replace(wish, days=int(days[1])))
    if end := re.search(r"selesai pukul ([\d.]+\d)", words):
        held(project_book, replace(wish, until=end[1]))
        sooner = shown(minutes_of(end[1]) - 5)
        assert propose(project_book, replace(wish, until=sooner)).missing


def test_what_each_of_the_frames_offers(project_book: Book) -> None:
    wish = replace(FIVE, start="13.00", until="20.00")
    with pytest.raises(RefusedError) as refused:
        refuse_missing(project_book, propose(project_book, wish))
    assert refused.value.words["muat"] == (
        "selesai pukul 20.05; 6 hari; dengan --shorten, 1 tahap dipersingkat seperti tertulis pada "
        "persingkat: Tahap 4 Modul 4 60 → 45"
    )
    shorter = held(project_book, replace(wish, shorten=True))
    assert [
        dict(item.shortened)
        for day in shorter.plan.days
        for item in day.items
        if isinstance(item, ModuleItem) and item.shortened
    ] == [{"4": 45}]
    assert sums(shorter.events)[0].minutes == 36 * 45 - 15


def test_no_stage_is_shortened_without_need(project_book: Book) -> None:
    assert propose(project_book, replace(FIVE, shorten=True)) == propose(project_book, FIVE)


def test_books_without_tests_and_breaks(book: Book) -> None:
    for other in (book, whole(ENGLISH_BOOK)):
        course = held(other, Wish(1, "08.00", "16.30", MONDAY, 7))
        kinds = {event.kind for event in course.events}
        assert EventKind.LUNCH not in kinds
        assert EventKind.TEACHING in kinds


def test_only_modules_with_questions_are_tested(copy_of: CopyOf) -> None:
    course = held(small_book(copy_of), Wish(1, "08.00", "16.30", MONDAY, 7))
    assert [(event.form, event.modules) for event in course.events if event.form] == [
        ("A", (2,)),
        ("B", (2,)),
    ]


LUNCH = UsualBreak(Break(720, 60), EventKind.LUNCH)
FRIDAY = UsualBreak(Break(690, 90), EventKind.FRIDAY)
UNIT = TeachingUnit("tahap-1-1", "1", "Rekaan", 0, (), "kelas", Needs())


def laid(minutes: list[int], pause: UsualBreak, start: int) -> list[tuple[str, int, int | None]]:
    """Kind, minutes and fixed time of the blocks of a day of some stages and a break."""
    blocks = [Block(EventKind.TEACHING, length, 1, UNIT) for length in minutes]
    return [(str(one.kind), one.minutes, one.at) for one in DayLayout(blocks, [pause], start).placed]


def test_a_break_moves_to_the_border_that_is_nearest() -> None:
    assert laid([100, 50, 60], LUNCH, 600) == [
        ("modul", 100, None),
        ("makan", 60, None),
        ("penyegar", 5, None),
        ("modul", 50, None),
        ("modul", 60, None),
    ]


def test_a_stage_that_is_longer_than_two_hours_is_cut() -> None:
    assert laid([180, 30], LUNCH, 640) == [
        ("modul", 80, None),
        ("makan", 60, 720),
        ("modul", 100, None),
        ("penyegar", 5, None),
        ("modul", 30, None),
    ]


def test_friday_prayers_begin_in_time_with_a_stage_cut_rather_than_a_long_wait() -> None:
    assert laid([60, 30], FRIDAY, 650) == [
        ("modul", 40, None),
        ("jumat", 90, 690),
        ("modul", 20, None),
        ("penyegar", 5, None),
        ("modul", 30, None),
    ]
    assert laid([60, 30], FRIDAY, 675) == [
        ("jumat", 105, None),
        ("penyegar", 5, None),
        ("modul", 60, None),
        ("modul", 30, None),
    ]
