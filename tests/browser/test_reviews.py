"""A question that is asked again is answered anew: neither of the two quizzes knows the other's answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import kept, put

pytestmark = pytest.mark.browser

REVIEW, ID = "/lampiran/ulang-hari-7/", "ulang-hari-7"
QUIZ, QUESTION = "kuis-2", "penghasilan-cukup"


def test_answers_are_kept_apart_from_those_of_the_quiz(page: Page) -> None:
    page.goto(REVIEW)
    before = {"schema": 3, "time": 1, "outcomes": {QUESTION: "right"}, "scores": {"best": 1}}
    put(page, QUIZ, before)
    page.reload()
    box = page.locator(f'[data-question="{QUIZ}-{QUESTION}"]')
    expect(box.locator(".question-kept")).to_have_count(0)
    box.locator("label").filter(has_text="Benar").locator("input").check()
    box.locator(".question-actions button").click()
    expect(box.locator("[aria-live]")).to_contain_text("Belum tepat.")
    page.reload()
    expect(box.locator(".question-kept")).to_have_text("Jawaban terakhir Anda: belum tepat.")
    record = kept(page, ID)
    assert record is not None
    assert record["outcomes"] == {f"{QUIZ}-{QUESTION}": "wrong"}
    assert kept(page, QUIZ) == before
