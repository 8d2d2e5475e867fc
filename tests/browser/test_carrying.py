"""Answers of one form are shown in another and copied there on request."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import CARRYING, GRID, open_form, open_taking, place

pytestmark = pytest.mark.browser


def test_carrying_over(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    form = open_form(page, CARRYING)
    expect(page.locator(".carry")).to_contain_text("Belum ada isian")
    source = open_form(page, GRID)
    place(source, "catatan.pendapatan").fill("415 pekerja harian")
    form = open_taking(page, CARRYING)
    expect(page.locator(".carry-texts")).to_contain_text("415 pekerja harian")
    target = place(form, "pijakan.pendapatan")
    target.fill("Sudah ada.")
    page.get_by_role("button", name="Salin ke formulir ini").click()
    expect(target).to_have_value("Sudah ada.\n415 pekerja harian")
    page.get_by_role("button", name="Salin ke formulir ini").click()
    expect(page.locator(".carry-status")).to_contain_text("sudah ada")
    expect(target).to_have_value("Sudah ada.\n415 pekerja harian")
    page.reload()
    expect(target).to_have_value("Sudah ada.\n415 pekerja harian")


def test_several_answers_are_carried_with_their_columns(page: Page) -> None:
    source = open_form(page, GRID)
    place(source, "kisi.penyebab.akta").fill("ongkos ke kota")
    place(source, "kisi.penyebab.air").fill("sumur asin")
    form = open_taking(page, "ik-9-1")
    page.locator(f'.carry[data-from="{GRID}"] button').first.click()
    expect(place(form, "lembar.masalah")).to_have_value(
        "(2) Mendapatkan dokumen akta lahir: ongkos ke kota\nInfrastruktur dasar: (6) Air bersih: sumur asin"
    )


def test_a_copy_can_be_undone(page: Page) -> None:
    source = open_form(page, GRID)
    place(source, "catatan.pendapatan").fill("415 pekerja harian")
    form = open_taking(page, CARRYING)
    page.get_by_role("button", name="Salin ke formulir ini").click()
    page.get_by_role("button", name="Urungkan").click()
    expect(place(form, "pijakan.pendapatan")).to_have_value("")
