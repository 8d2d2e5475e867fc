"""The quiz by keyboard alone: reached with the tab key, answered, checked, tried again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.question import QUIZ, Question, first_of
from tests.products.making import Products
from tests.products.words import like

pytestmark = pytest.mark.browser
FAR = 120


@pytest.fixture
def quiz(page: Page) -> Page:
    """The quiz, opened."""
    page.goto(QUIZ)
    return page


def tab_to(place: Locator) -> None:
    """Press the tab key until a place has the focus."""
    for _ in range(FAR):
        if place.evaluate("element => element === document.activeElement"):
            return
        place.page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {place}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def check(question: Question) -> None:
    tab_to(question.button)
    press(question.page, "Enter")


def test_single_choice(quiz: Page, products: Products) -> None:
    """From the top of the page; the arrow keys move among the options."""
    question = first_of(quiz, products, "pilihan-tunggal")
    places = [option.get("benar") == "ya" for option in question.words["pilihan"]]
    radios = question.box.locator("input")
    tab_to(radios.first)
    press(quiz, "Space" if not places[0] else "ArrowDown")
    check(question)
    question.expect_wrong()
    press(quiz, "Enter")
    expect(radios.first).to_be_focused()
    press(quiz, "Space", *["ArrowDown"] * places.index(True))
    expect(radios.nth(places.index(True))).to_be_checked()
    press(quiz, "Enter")
    question.expect_right()


def test_multiple_choice(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "pilihan-jamak")
    for option in question.options(right=True):
        tab_to(question.option(option["teks"]))
        press(quiz, "Space")
    check(question)
    question.expect_right()


def test_true_or_false(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "benar-salah")
    tab_to(question.box.locator("input").first)
    press(quiz, "Space", *["ArrowDown"] * (question.words["benar"] == "tidak"))
    check(question)
    question.expect_right()


def test_match(quiz: Page, products: Products) -> None:
    """In a list of choices a typed beginning chooses."""
    question = first_of(quiz, products, "menjodohkan")
    for pair in question.words["pasangan"]:
        tab_to(question.select(pair["kiri"]))
        quiz.keyboard.type(pair["kanan"])
        expect(question.select(pair["kiri"]).locator("option:checked")).to_have_text(like(pair["kanan"]))
    check(question)
    question.expect_right()


def test_order(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "mengurutkan")
    for place, words in enumerate(question.words["langkah"]):
        question.lift(place, words, press_up)
    check(question)
    question.expect_right()


def press_up(button: Locator) -> None:
    """Press a step's button by keyboard; afterwards the focus is still on one of the step's buttons."""
    tab_to(button)
    press(button.page, "Enter")
    expect(button.locator("..").locator(":focus")).to_have_count(1)


def test_short_answer(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "isian-singkat")
    tab_to(question.box.locator("input"))
    quiz.keyboard.type(f" {question.words['jawaban'][0].title()} ")
    press(quiz, "Enter")
    question.expect_right()


def test_the_focus_can_be_seen(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "pilihan-tunggal")
    tab_to(question.box.locator("input").first)
    tab_to(question.button)
    expect(question.button).not_to_have_css("outline-style", "none")
