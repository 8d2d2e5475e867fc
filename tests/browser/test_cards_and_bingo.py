"""Sheets that are no forms to type: cards to read keep nothing, the names on a game sheet are kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import kept_fields, open_form, place, type_and_wait

pytestmark = pytest.mark.browser

TO_READ = ("ik-3-5", "ik-4-3", "ik-4-4")


@pytest.mark.own_browser
@pytest.mark.parametrize("id_", TO_READ)
def test_cards_without_a_field_offer_nothing_but_print(page: Page, id_: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    form = open_form(page, id_)
    expect(form.locator("input, textarea")).to_have_count(0)
    expect(page.locator(".privacy, .keep-bar, .fill-now")).to_have_count(0)
    expect(page.locator(".instrument-actions button")).to_have_count(1)
    expect(page.get_by_role("button", name="Cetak formulir")).to_be_visible()
    assert wrong == []


def test_a_name_found_in_the_game_is_kept(phone: Page) -> None:
    form = open_form(phone, "ik-1-1")
    expect(form.locator(".bingo-name input")).to_have_count(16)
    type_and_wait(phone, place(form, "bingo.a1"), "Ani Rekaan")
    assert kept_fields(phone, "ik-1-1")["bingo.a1"] == "Ani Rekaan"
    phone.reload()
    expect(place(form, "bingo.a1")).to_have_value("Ani Rekaan")
    square = form.locator('td:has([name="ik-1-1.bingo.a1"])')
    assert square.evaluate("cell => cell.scrollWidth <= cell.clientWidth + 1")


def test_a_quiz_that_is_not_begun_is_not_called_empty(page: Page) -> None:
    page.goto("/buku-kerja/")
    expect(page.locator('[data-record="kuis-2"] .workbook-state')).to_have_text("belum dikerjakan")
    expect(page.locator('[data-record="ik-2-1"] .workbook-state')).to_have_text("kosong")
