"""The keys of the columns are those of the printed papers."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from handbook.book import Book
from handbook.classroom.marks.columns import LETTERS, AnswerColumn
from handbook.classroom.marks.data import data
from handbook.content.questions.choice import Choice
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.questions.match import Match
from handbook.content.questions.order import Order
from handbook.content.questions.short import Short
from handbook.content.questions.truth import Truth
from handbook.html import Audience, Context, Medium, plain
from handbook.packs.exams import FORMS, banks, questions
from handbook.render.renderer import Renderer
from handbook.strings import part
from tests.conftest import ENGLISH_BOOK, whole


def printed(element: Element, css: str) -> list[str]:
    """The lines of a list on the printed paper, by its class."""
    found = next(item for item in element.iter() if css in item.get("class", "").split())
    return ["".join(item.itertext()).strip() for item in found]


def right(item: AnyQuestion, context: Context) -> str:
    """The right keys, found on the paper by the words of the answers."""
    paper = item.controls("", context)
    match item:
        case Choice():
            lines = printed(paper, "options")
            return "".join(
                LETTERS[lines.index(plain(option.text))] for option in item.options if option.right
            )
        case Match():
            lines = printed(paper, "match-options")
            return "".join(LETTERS[lines.index(plain(pair.right))] for pair in item.pairs)
        case Order():
            lines = printed(paper, "steps")
            return "".join(LETTERS[lines.index(plain(step))] for step in item.steps)
        case Truth():
            return "B" if item.right else "S"
        case Short():
            return "B"
        case _:
            return str(item.worth)


@pytest.mark.parametrize("module", range(1, 11))
def test_the_right_keys_are_where_the_right_words_are_printed(project_book: Book, module: int) -> None:
    [(page, quiz)] = banks(project_book, [module])
    context = Renderer(project_book, Audience.PARTICIPANT, Medium.PRINT).context(page)
    [bank] = data(project_book, [module], part("id", "nilai"))["modules"]
    for form in FORMS:
        items = questions(quiz, form)
        columns = bank["forms"][form]
        assert [column["right"] for column in columns] == [right(item, context) for item in items]
        assert [column["number"] for column in columns] == [str(n) for n in range(1, len(items) + 1)]
        assert sum(column["worth"] for column in columns) == sum(item.worth for item in items)
        assert all(fits(column) for column in columns)


def fits(column: AnswerColumn) -> bool:
    return len(column["right"]) == column["slots"] and set(column["right"]) <= set(column["letters"])


def test_the_self_check_has_what_devices_keep(project_book: Book) -> None:
    [bank] = data(project_book, [7], part("id", "nilai"))["modules"]
    [quiz] = [page.value for page in project_book.of_module(7) if page.id == bank["quiz"]]
    judged = [item.id for item in quiz.questions if item.judged]  # type: ignore[attr-defined]
    assert [column["id"] for column in bank["forms"]["K"]] == judged
    assert {column["right"] for column in bank["forms"]["K"]} == {"B"}


def test_the_action_plan_is_found_by_the_titles_of_its_columns(project_book: Book) -> None:
    plan = data(project_book, [1], part("id", "nilai"))["plan"]
    assert plan == {
        "form": "ik-10-1",
        "title": "IK 10.1 Rencana Aksi",
        "own": {"nama": "kepala.nama", "kecamatan": "kepala.kecamatan"},
        "part": "rencana",
        "shown": {"kegiatan": "kegiatan", "output": "output", "waktu": "waktu"},
    }


def test_a_book_without_tests_or_plans_has_none() -> None:
    found = data(whole(ENGLISH_BOOK), [1, 2], part("en", "nilai"))
    assert found["plan"] is None
    assert {sheet["id"] for sheet in found["evaluations"]} == {"harian", "fasilitator", "acara"}
