"""A quiz says how far it is, and goes on after a reload where it was left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.question import QUIZ, answer, questions
from tests.products.making import Products

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_progress_and_score_are_in_sight(page: Page, products: Products, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(QUIZ)
    found = questions(page, products)
    answer(found[0])
    found[0].button.click()
    expect(page.locator(".quiz-progress")).to_have_text(f"Dijawab 1 dari {len(found)}")
    expect(page.locator(".quiz-progress")).to_be_in_viewport(ratio=1)
    expect(page.locator(".quiz-score")).to_be_in_viewport(ratio=1)


def test_one_goes_on_at_the_first_question_without_answer(page: Page, products: Products) -> None:
    page.goto(QUIZ)
    found = questions(page, products)
    go_on = page.locator(".quiz-bar button")
    expect(go_on).to_be_hidden()
    for question in (found[0], found[2]):
        answer(question)
        question.button.click()
    page.reload()
    expect(go_on).to_have_text("Lanjut ke soal 2")
    go_on.click()
    expect(found[1].box.locator("input, select, button").first).to_be_focused()
    expect(found[1].box.locator(".question-head")).to_be_in_viewport()


def test_every_kind_of_answer_is_there_again(page: Page, products: Products) -> None:
    """Also one that was not checked yet; starting over removes them."""
    page.goto(QUIZ)
    found = questions(page, products)
    for question in found:
        answer(question)
    for question in found[:-1]:
        question.button.click()
    page.reload()
    for question in found:
        question.button.click()
        question.expect_right()
    page.get_by_role("button", name="Mulai lagi dari awal").click()
    page.reload()
    expect(page.locator(".question input:checked")).to_have_count(0)
    expect(page.locator(".quiz-progress")).to_have_text(f"Dijawab 0 dari {len(found)}")


def test_a_quiz_that_was_not_begun_is_not_called_empty(page: Page) -> None:
    page.goto("/buku-kerja/")
    expect(page.locator('[data-record="kuis-2"] .workbook-state')).to_have_text("belum dikerjakan")
