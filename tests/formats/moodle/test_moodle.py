"""Quizzes as files for Moodle, read by another reader: nothing is lost, what cannot be said is listed."""

from __future__ import annotations

from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.commands import moodle
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.formats.moodle import files
from handbook.formats.moodle.bank import bank, limits
from handbook.formats.moodle.kinds import KINDS
from handbook.html import Audience
from handbook.products.inspection.secrets import secrets
from handbook.products.moodle_quizzes import MoodleQuizzes
from handbook.products.moodle_tests import MoodleTests
from handbook.products.product import Finished
from tests.conftest import CopyOf
from tests.formats.moodle.reading import by_book, by_file


def all_of(book: Book) -> list[tuple[Page, Quiz]]:
    return [*files.self_checks(book, None), *files.test_banks(book, None)]


def test_every_kind_of_question_has_one_of_moodle() -> None:
    classes = get_args(get_args(AnyQuestion)[0])
    kinds = {kind for one in classes for kind in get_args(one.model_fields["kind"].annotation)}
    assert {*KINDS} == kinds


def test_all_that_is_written_is_read_back(project_book: Book) -> None:
    s = project_book.settings.strings
    seen = set()
    for page, quiz in all_of(project_book):
        found = by_file(bank(project_book, page, quiz))
        assert found == [by_book(question, page.id, s) for question in quiz.questions]
        seen |= {question.kind for question in quiz.questions}
    assert seen == {*KINDS}


def test_ids_are_one_of_a_kind_and_stay_when_questions_move(project_book: Book) -> None:
    [(page, quiz), *_] = files.self_checks(project_book, 3)
    turned = quiz.model_copy(update={"questions": quiz.questions[::-1]})
    one, other = ([said["id"] for said in by_file(bank(project_book, page, item))] for item in (quiz, turned))
    assert other == one[::-1]
    every = [
        said["id"] for page, quiz in all_of(project_book) for said in by_file(bank(project_book, page, quiz))
    ]
    assert len({*every}) == len(every)
    assert all(len(id_) <= 100 for id_ in every)


def test_an_edition_has_a_category_of_its_own(book: Book) -> None:
    page, quiz = files.self_checks(book, None)[0]
    root = ElementTree.fromstring(bank(book, page, quiz))
    [category] = root.findall("question[@type='category']")
    own = book.settings.book
    path = f"$course$/top/{own.short_title} {own.edition}/{quiz.title.replace('/', '//')}"
    assert category.findtext("category/text") == path


def test_what_cannot_be_said_is_listed(project_book: Book) -> None:
    s = project_book.settings.strings
    for page, quiz in all_of(project_book):
        words = "\n".join(limits(page, quiz, s))
        half = [question.id for question in quiz.questions if question.half]
        assert [id_ for id_ in half if id_ not in words] == []
    page, quiz = files.self_checks(project_book, 3)[0]
    odd = quiz.questions[0].model_copy(update={"kind": "gambar", "id": "peta-tangan"})
    more = quiz.model_copy(update={"questions": [odd, *quiz.questions], "pass_mark": 70})
    assert len(by_file(bank(project_book, page, more))) == len(quiz.questions)
    lines = limits(page, more, s)
    assert any("Moodle tidak punya jenisnya" in line and "peta-tangan" in line for line in lines)
    assert "70%" in lines[-1]


def test_the_command_writes_a_module_or_all(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_of()
    assert moodle.main(["2", "--root", str(root)]) == 0
    assert {path.name for path in (root / "dist/moodle/kuis").iterdir()} == {"kuis-2.xml", "kuis-2.txt"}
    first = {path: path.read_bytes() for path in (root / "dist/moodle").rglob("*.*")}
    assert moodle.main(["all", "--root", str(root)]) == 0
    assert {path: path.read_bytes() for path in first} == first
    said = capsys.readouterr()
    for line in (root / "dist/moodle/kuis/kuis-2.txt").read_text(encoding="utf-8").splitlines():
        assert line in said.out + said.err
    for wrong in ("9", "dua", "0"):
        assert moodle.main([wrong, "--root", str(root)]) == 2


def test_files_of_tests_are_for_facilitators_and_no_test_is_in_the_others(
    project_book: Book, tmp_path: Path
) -> None:
    quizzes, tests = MoodleQuizzes(), MoodleTests()
    assert {product.audience for product in (quizzes, tests)} == {Audience.FACILITATOR}
    assert not any(product.is_offered for product in (quizzes, tests))
    made = Finished(project_book, tmp_path, (quizzes, tests))
    files.write(project_book, files.self_checks(project_book, None), tmp_path / quizzes.path, lambda _: None)
    files.write(project_book, files.test_banks(project_book, None), tmp_path / tests.path, lambda _: None)
    assert list(quizzes.check(made)) == []
    assert list(tests.check(made)) == []
    hidden = next(item for item in secrets(project_book) if item.everywhere and "/tes-" in item.path)
    file = tmp_path / quizzes.path / "kuis-3.xml"
    text = file.read_text(encoding="utf-8").replace("</quiz>", f"{hidden.words}</quiz>")
    file.write_text(text, encoding="utf-8")
    assert {found.words["kata"] for found in quizzes.check(made)} == {hidden.words}
    test_file = next((tmp_path / tests.path).glob("*.xml"))
    assert list(made.leaks(test_file, has_answers=True))


def test_words_are_no_markup(book: Book) -> None:
    page, quiz = files.self_checks(book, None)[0]
    odd = quiz.questions[0].model_copy(update={"ask": 'Apa arti "<b>" & *]]>*?'})
    [said] = by_file(bank(book, page, quiz.model_copy(update={"questions": [odd]})))
    assert said["asked"].startswith("Apa arti “<b>” & ]]>?")
