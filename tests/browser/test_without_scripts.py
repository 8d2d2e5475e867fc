"""Without JavaScript: the quiz shows its answers on demand, the form can be filled in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.question import QUIZ, questions
from tests.products.making import Products
from tests.products.words import like

pytestmark = [pytest.mark.browser, pytest.mark.browser_context_args(java_script_enabled=False)]


def test_answers_open_one_by_one(page: Page, products: Products) -> None:
    page.goto(QUIZ)
    for question in questions(page, products):
        explanation = question.box.locator(".explanation")
        expect(explanation).to_have_text(like(question.words["pembahasan"]))
        expect(explanation).to_be_hidden()
        question.box.get_by_text("Lihat jawaban").click()
        expect(explanation).to_be_visible()
        expect(question.box.locator(".answer-key")).to_be_visible()


def test_no_dead_buttons(page: Page) -> None:
    for address in (QUIZ, "/modul-02/ik-2-1/"):
        page.goto(address)
        expect(page.locator("article button")).to_have_count(0)


def test_the_form_takes_text(page: Page) -> None:
    page.goto("/modul-02/ik-2-1/")
    field = page.get_by_label("Baris I, kolom (2) Mendapatkan dokumen akta lahir", exact=True)
    field.fill("128 anak")
    expect(field).to_have_value("128 anak")
