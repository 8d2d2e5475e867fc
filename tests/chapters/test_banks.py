"""Every written module has questions to train with and questions to test with, and no key shows through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from handbook.book.book import Book
from handbook.content.questions.choice import Choice
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.html import Audience, Medium
from handbook.products.inspection.secrets import secrets, squeezed
from handbook.render.renderer import Renderer
from handbook.settings import read_settings
from tests.conftest import PROJECT, article

LEAST = {"kuis": 10, "tes": 8}
KINDS = {"kuis": 5, "tes": 2}
SETTINGS = read_settings(PROJECT)[0]
assert SETTINGS
WRITTEN = [plan.number for plan in SETTINGS.modules if not plan.planned]
written = pytest.mark.parametrize("number", WRITTEN)


@pytest.fixture(scope="module")
def book(project_book: Book) -> Book:
    """The real book."""
    return project_book


def questions(book: Book, name: str) -> list[AnyQuestion]:
    page = book.page_with(name)
    assert page, f"{name} is missing"
    assert isinstance(page.value, Quiz)
    return page.value.questions


def choices(book: Book, name: str) -> Iterator[Choice]:
    """The questions of a bank with one right option."""
    return (
        item for item in questions(book, name) if isinstance(item, Choice) and item.kind == "pilihan-tunggal"
    )


@written
@pytest.mark.parametrize("bank", LEAST)
def test_a_bank_has_enough_questions_of_several_kinds(bank: str, number: int, book: Book) -> None:
    found = questions(book, f"{bank}-{number}")
    assert len(found) >= LEAST[bank]
    assert len({question.kind for question in found}) >= KINDS[bank]


@written
def test_a_quiz_has_a_title_of_its_own(number: int, book: Book) -> None:
    """Its label comes before it: never Kuis 2: Kuis Modul 2."""
    page, sheet = book.page_with(f"kuis-{number}"), book.module(number)
    assert page
    assert sheet
    assert not {"kuis", "modul", str(number)} & {*page.title.casefold().split()}


@written
def test_a_test_has_two_forms_of_one_length(number: int, book: Book) -> None:
    found = questions(book, f"tes-{number}")
    count = Counter(question.form for question in found)
    assert set(count) == {"A", "B"}
    assert count["A"] == count["B"] >= LEAST["tes"] // 2
    kinds = {form: Counter(q.kind for q in found if q.form == form) for form in ("A", "B")}
    assert kinds["A"] == kinds["B"], "equally hard: the same kinds of questions"


@written
@pytest.mark.parametrize("bank", LEAST)
def test_the_right_option_does_not_give_itself_away(bank: str, number: int, book: Book) -> None:
    places, longest = Counter[int](), 0
    for question in choices(book, f"{bank}-{number}"):
        right = next(index for index, option in enumerate(question.options) if option.right)
        lengths = [len(option.text) for option in question.options]
        places[right] += 1
        longest += lengths[right] > 1.4 * max(lengths[:right] + lengths[right + 1 :])
    assert longest == 0, "the right option is much longer than the others"
    if places.total() > 2:
        assert len(places) > 1, "the right option always stands at the same place"


@written
def test_tests_do_not_ask_what_the_quiz_asks(number: int, book: Book) -> None:
    quiz, test = ({question.ask for question in questions(book, f"{bank}-{number}")} for bank in LEAST)
    assert quiz & test == set()


def test_no_sentence_of_a_test_stands_on_a_page_for_participants(book: Book) -> None:
    renderer = Renderer(book, Audience.PARTICIPANT, Medium.SITE)
    shown = {uri: squeezed(article(renderer, uri).text_content()) for uri in book.pages}
    hidden = [secret for secret in secrets(book) if secret.path.rsplit("/", 1)[-1].startswith("tes-")]
    leaks = [
        f"{secret.path}: {secret.words}"
        for secret in hidden
        if any(secret.needle in s for s in shown.values())
    ]
    assert "\n".join(leaks) == ""
