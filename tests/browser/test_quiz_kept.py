"""The score of a quiz stays on the device: last and best result, reflections, another try."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import kept, put
from tests.browser.question import QUIZ, answer, first_of, questions
from tests.products.making import Products

pytestmark = pytest.mark.browser

ID = "kuis-2"


def test_the_score_is_there_again(page: Page, products: Products) -> None:
    page.goto(QUIZ)
    found = questions(page, products)
    for question in found[:2]:
        answer(question)
        question.button.click()
        question.expect_right()
    expect(page.locator(".quiz-kept")).to_contain_text("Tersimpan")
    page.reload()
    expect(page.locator(".quiz-score")).to_have_text(f"Benar 2 dari {len(found)}")
    expect(found[0].box.locator(".question-kept")).to_have_text("Jawaban terakhir Anda: benar.")
    expect(found[0].box.locator(".answer")).to_be_hidden()
    expect(found[2].box.locator(".question-kept")).to_have_count(0)


def test_the_best_result_stays_when_starting_over(page: Page, products: Products) -> None:
    page.goto(QUIZ)
    question = first_of(page, products, "pilihan-tunggal")
    answer(question)
    question.button.click()
    page.get_by_role("button", name="Mulai lagi dari awal").click()
    total = len(questions(page, products))
    expect(page.locator(".quiz-score")).to_have_text(f"Benar 0 dari {total}")
    expect(page.locator(".quiz-kept")).to_contain_text(f"Hasil terbaik: benar 1 dari {total}.")
    expect(page.locator(".question input:checked")).to_have_count(0)
    record = kept(page, ID)
    assert record is not None
    assert (record.get("outcomes", {}), record["scores"]["best"]) == ({}, 1)


def test_a_new_answer_replaces_the_kept_one(page: Page, products: Products) -> None:
    page.goto(QUIZ)
    question = first_of(page, products, "pilihan-tunggal")
    id_ = question.words["id"]
    put(page, ID, {"schema": 2, "time": 1, "outcomes": {id_: "right", "dari-edisi-lain": "right"}, "best": 9})
    page.reload()
    expect(page.locator(".quiz-score")).to_contain_text("Benar 1 dari")
    question.option(question.options(right=False)[0]["teks"]).click()
    question.button.click()
    question.expect_wrong()
    expect(question.box.locator(".question-kept")).to_have_count(0)
    record = kept(page, ID)
    assert record is not None
    assert record["outcomes"] == {id_: "wrong", "dari-edisi-lain": "right"}
    assert record["scores"]["best"] == 9


@pytest.mark.own_browser
def test_works_without_storage(page: Page, products: Products) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
    )
    page.goto(QUIZ)
    question = first_of(page, products, "pilihan-tunggal")
    answer(question)
    question.button.click()
    question.expect_right()
    expect(page.locator(".quiz-score")).to_contain_text("Benar 1 dari")
    expect(page.locator(".quiz-kept")).to_contain_text("tidak mengizinkan")


@pytest.mark.own_browser
def test_each_tab_changes_only_what_was_answered_in_it(page: Page, products: Products) -> None:
    """A tab that was open all the time does not put back what was known when it was opened."""
    page.goto(QUIZ)
    here = questions(page, products)
    other = page.context.new_page()
    other.goto(QUIZ)
    there = questions(other, products)
    answer(there[0])
    there[0].button.click()
    there[0].expect_right()
    expect(here[0].box.locator(".question-kept")).to_have_text("Jawaban terakhir Anda: benar.")
    expect(page.locator(".quiz-score")).to_contain_text("Benar 1 dari")
    other.get_by_role("button", name="Mulai lagi dari awal").click()
    answer(here[1])
    here[1].button.click()
    record = kept(page, ID)
    assert record is not None
    assert record["outcomes"] == {here[1].words["id"]: "right"}


@pytest.mark.own_browser
def test_a_reflection_is_kept_while_it_is_typed(page: Page) -> None:
    """The last of two tabs to type has it; a tab that is only looked at follows."""
    address = "/modul-07/kuis-7/"
    page.goto(address)
    other = page.context.new_page()
    other.goto(address)
    field = "[data-kind=refleksi] textarea"
    page.locator(field).first.press_sequentially("rapat")
    expect(other.locator(field).first).to_have_value("rapat")
    other.locator(field).first.fill("rapat tiga bulanan")
    other.close()
    page.locator(field).first.blur()
    page.reload()
    expect(page.locator(field).first).to_have_value("rapat tiga bulanan")
