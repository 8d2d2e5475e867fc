"""A test over all modules of a course: one booklet, and one answer sheet for each person."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from handbook.book.book import Book
from handbook.content.questions.kinds import AnyQuestion
from handbook.packs import evaluations, exams, papers
from handbook.packs.options import PackOptions, parse_options
from handbook.packs.order import Sheet
from handbook.products.inspection.secrets import squeezed
from handbook.strings import Strings
from tests.packs.test_real import MODULES, drawn, hidden, words
from tests.packs.test_real import book as book


@dataclass(frozen=True)
class Course:
    """An occasion that is no session of a module."""

    book: Book
    options: PackOptions
    number: int = 0
    label: str = "Pelatihan"
    title: str = "Pelatihan Rekaan"

    @property
    def s(self) -> Strings:
        return self.book.settings.strings


@pytest.fixture(scope="module")
def course(book: Book) -> Course:
    return Course(book, parse_options({"module": "all", "participants": "31"}, book.settings))


def both(course: Course, form: str, minutes: int = 80) -> tuple[exams.Exam, Sheet, Sheet]:
    exam = exams.exam(course.book, form, MODULES, minutes)
    booklet, answers = papers.sheets(course, exam)
    return exam, booklet, answers


@pytest.mark.parametrize("form", ["A", "B"])
def test_one_answer_sheet_has_room_for_every_question_of_all_modules(course: Course, form: str) -> None:
    exam, booklet, answers = both(course, form)
    numbers = [n for section in exam.sections for n, _ in section.items]
    assert numbers[:2] == ["1.1", "1.2"]
    assert len(numbers) == len({*numbers}) > 70
    assert drawn(booklet, "//*[@class='question-number']") == numbers
    rooms = drawn(answers, "//*[@class='answer-number']")
    assert sorted(rooms) == sorted(numbers)
    behind = [
        n for text in drawn(answers, "//*[@class='answer-behind']") for n in re.findall(r"[\d.]+", text)
    ]
    assert behind == [n for n, item in items(exam) if item.kind in ("refleksi", "isian-singkat")]
    assert rooms[-len(behind) :] == behind
    assert (booklet.copies, answers.copies, answers.people) == (31, 31, tuple(range(31)))
    assert (booklet.id, answers.id) == (f"tes-{form.lower()}", f"tes-{form.lower()}-jawab")


def items(exam: exams.Exam) -> list[tuple[str, AnyQuestion]]:
    return [pair for section in exam.sections for pair in section.items]


def test_the_points_of_the_modules_add_up(course: Course) -> None:
    exam, booklet, answers = both(course, "A")
    said = [int(n) for n in re.findall(r"Jumlahnya (\d+)\.", words(booklet.html[0]))]
    assert said == [section.total for section in exam.sections]
    assert f"Jumlah poin {sum(said)}." in words(booklet.html[0])
    assert "Waktu: 80 menit." in words(booklet.html[0])
    assert f"Poin, dari {sum(said)}" in words(answers.html[0])
    assert drawn(answers, "//*[@class='answer-points']") == [f"Poin: ……… dari {points}" for points in said]


def test_a_booklet_is_lent_and_half_a_page_large(course: Course) -> None:
    _, booklet, answers = both(course, "B")
    assert (booklet.halved, booklet.is_stock, booklet.prints) == (True, True, 16)
    assert (answers.halved, answers.is_stock, answers.prints) == (False, False, 31)
    assert "kembalikan sesudah tes" in words(booklet.html[0])


def test_a_test_of_one_module_has_plain_numbers(course: Course) -> None:
    exam = exams.exam(course.book, "A", [3], 15)
    booklet, answers = papers.sheets(course, exam)
    assert [n for n, _ in items(exam)] == [str(n) for n in range(1, len(items(exam)) + 1)]
    assert (booklet.id, answers.id, answers.halved) == ("tes-3-a", "tes-3-a-jawab", True)
    assert [*papers.sheets(course, exams.exam(course.book, "A", [], 15))] == []


def test_no_paper_of_a_course_tells_an_answer(course: Course) -> None:
    text = squeezed(" ".join(words(sheet.html[0]) for form in "AB" for sheet in both(course, form)[1:]))
    secrets = [secret for module in MODULES for secret in hidden(course.book, module)]
    assert len(secrets) > 100
    assert [secret for secret in secrets if secret in text] == []


def test_evaluations_of_a_day_and_of_the_event(course: Course) -> None:
    day, event = evaluations.of_day(course), evaluations.of_event(course)
    assert (day.when, event.when) == ("Akhir hari, sekali sehari", "Akhir pelatihan")
    assert (day.prints, event.prints) == (16, 16)
    assert "Evaluasi fasilitator" in words(day.html[0])
    assert not day.people
