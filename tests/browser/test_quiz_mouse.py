"""The quiz by mouse: wrong and right answers, feedback, another try, the score."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.question import QUIZ, Question, answer, first_of, questions
from tests.products.making import Products
from tests.products.words import like

pytestmark = pytest.mark.browser


@pytest.fixture
def quiz(page: Page) -> Page:
    """The quiz, opened."""
    page.goto(QUIZ)
    return page


def score(page: Page, right: int, total: int) -> None:
    expect(page.locator(".quiz-score")).to_have_text(f"Benar {right} dari {total}")


def test_wrong_then_right(quiz: Page, products: Products) -> None:
    question, total = first_of(quiz, products, "pilihan-tunggal"), len(questions(quiz, products))
    wrong = question.options(right=False)[0]
    question.option(wrong["teks"]).click()
    question.button.click()
    question.expect_wrong()
    expect(question.box.locator(".feedback")).to_have_text(like(wrong["umpan_balik"]))
    score(quiz, 0, total)
    question.button.click()
    expect(question.button).to_have_text("Periksa")
    expect(question.box.locator("input:checked, .mark, .feedback")).to_have_count(0)
    answer(question)
    question.button.click()
    question.expect_right()
    score(quiz, 1, total)


def test_nothing_is_given_away_before(quiz: Page, products: Products) -> None:
    for question in questions(quiz, products):
        expect(question.box.locator(".answer")).to_be_hidden()
        expect(question.result).to_have_text("")


def test_asks_for_an_answer_first(quiz: Page, products: Products) -> None:
    for kind in ("pilihan-tunggal", "pilihan-jamak", "benar-salah", "menjodohkan", "isian-singkat"):
        question = first_of(quiz, products, kind)
        question.button.click()
        expect(question.result).to_have_text("Jawab dahulu, lalu periksa.")


def test_everything_right(quiz: Page, products: Products) -> None:
    found = questions(quiz, products)
    for number, question in enumerate(found, 1):
        answer(question)
        question.button.click()
        question.expect_right()
        score(quiz, number, len(found))


def test_a_changed_answer_takes_the_verdict_back(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "pilihan-tunggal")
    answer(question)
    question.button.click()
    question.expect_right()
    question.option(question.options(right=False)[0]["teks"]).click()
    expect(question.result).to_have_text("")
    score(quiz, 0, len(questions(quiz, products)))


def test_right_but_not_all(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "pilihan-jamak")
    question.option(question.options(right=True)[0]["teks"]).click()
    question.button.click()
    expect(question.result).to_contain_text("Belum lengkap.")


def test_short_answer_in_odd_spelling(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "isian-singkat")
    accepted = question.words["jawaban"][-1]
    question.box.locator("input").fill(f"  {accepted.upper().replace(' ', '   ')}. ")
    question.button.click()
    question.expect_right()


def test_short_answer_that_is_another_word(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "isian-singkat")
    question.box.locator("input").fill("kura-kura")
    question.button.click()
    question.expect_wrong()


def test_order_says_each_move(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "mengurutkan")
    step = question.steps.nth(1)
    text = step.locator(".step-text").inner_text()
    step.locator(".step-up").click()
    expect(question.steps.first.locator(".step-text")).to_have_text(text)
    spoken = question.box.locator("[role=status]").first
    expect(spoken).to_have_text(f"{text}: sekarang urutan 1 dari {question.steps.count()}.")
    expect(question.steps.first.locator(".step-up")).to_be_disabled()


def test_order_marks_each_step(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "mengurutkan")
    question.button.click()
    question.expect_wrong()
    expect(question.box.locator(".mark")).to_have_count(question.steps.count())


def test_match_marks_each_pair(quiz: Page, products: Products) -> None:
    question = first_of(quiz, products, "menjodohkan")
    first, second, *rest = question.words["pasangan"]
    swapped = [(first, second), (second, first), *((pair, pair) for pair in rest)]
    for left, right in swapped:
        question.choose(left["kiri"], right["kanan"])
    question.button.click()
    question.expect_wrong()
    expect(question.box.locator(".mark.is-wrong")).to_have_count(2)
    expect(question.box.locator(".mark.is-right")).to_have_count(len(rest))


def test_leads_to_the_passage(quiz: Page, products: Products) -> None:
    question: Question = first_of(quiz, products, "pilihan-tunggal")
    answer(question)
    question.button.click()
    question.result.get_by_role("link").click()
    page, anchor = question.words["bagian"].split("#")
    expect(quiz).to_have_url(f"/modul-02/{page}/#{anchor}")
    expect(quiz.locator(f"#{anchor}")).to_be_in_viewport()
