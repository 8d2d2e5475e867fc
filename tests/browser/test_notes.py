"""What a form says round its fields: a browser that clears, forms that have nothing to take over."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import GRID, UNKEPT, open_form, place, type_and_wait

pytestmark = pytest.mark.browser

WEBKIT = "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' });"
PERSISTED = "navigator.storage.persisted = async () => true;"
INSTALLED = "Object.defineProperty(Navigator.prototype, 'standalone', { get: () => true });"
WORDS = "tidak dibuka selama tujuh hari"


@pytest.mark.parametrize("address", ["/modul-02/ik-2-1/", "/buku-kerja/"])
def test_a_browser_that_clears_is_told_until_it_was_read(page: Page, address: str) -> None:
    page.add_init_script(WEBKIT)
    page.goto(address)
    note = page.get_by_role("note").filter(has_text=WORDS)
    expect(note).to_have_count(1)
    note.get_by_role("button", name="Saya mengerti").click()
    expect(note).to_have_count(0)
    page.goto("/modul-02/ik-2-2/")
    expect(page.locator(".keep-status")).to_be_attached()
    expect(page.get_by_role("note").filter(has_text=WORDS)).to_have_count(0)


@pytest.mark.parametrize("script", ["", WEBKIT + PERSISTED, WEBKIT + INSTALLED])
def test_other_browsers_are_not_warned(page: Page, script: str) -> None:
    page.add_init_script(script)
    open_form(page, GRID)
    expect(page.get_by_role("link", name="Langsung isi")).to_be_visible()
    page.wait_for_timeout(100)
    expect(page.get_by_text(WORDS)).to_have_count(0)


def test_what_is_not_kept_cannot_be_cleared(page: Page) -> None:
    page.add_init_script(WEBKIT)
    open_form(page, UNKEPT)
    page.wait_for_timeout(100)
    expect(page.get_by_text(WORDS)).to_have_count(0)


def test_forms_with_nothing_to_take_over_take_one_line(phone: Page) -> None:
    form = open_form(phone, GRID)
    type_and_wait(phone, place(form, "kisi.dukungan.akta"), "pelayanan keliling")
    open_form(phone, "ik-10-1")
    folded = phone.locator(".carries-empty")
    expect(folded.locator("summary")).to_have_text(
        "Belum ada isian untuk diambil: IK 2.2, IK 5.7, IK 7.4, IK 9.1"
    )
    expect(folded.locator(".carry").first).to_be_hidden()
    expect(phone.locator(".carries > .carry")).to_have_count(1)
    expect(phone.locator(".carries > .carry")).to_contain_text("pelayanan keliling")
    box = folded.bounding_box()
    assert box
    assert box["height"] < 80
    folded.locator("summary").click()
    expect(folded.get_by_role("link", name="IK 5.7")).to_be_visible()
