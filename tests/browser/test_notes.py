"""Notes around the fields of a form: a browser that clears, forms that have nothing to take over."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import GRID, UNKEPT, open_form, place, type_and_wait

pytestmark = pytest.mark.browser

WEBKIT = "Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' });"
PERSISTED = "navigator.storage.persisted = async () => true;"
INSTALLED = "Object.defineProperty(Navigator.prototype, 'standalone', { get: () => true });"
WORDS = "tidak dibuka selama tujuh hari"


@pytest.mark.own_browser
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


@pytest.mark.own_browser
@pytest.mark.parametrize("script", ["", WEBKIT + PERSISTED, WEBKIT + INSTALLED])
def test_other_browsers_are_not_warned(page: Page, script: str) -> None:
    page.add_init_script(script)
    open_form(page, GRID)
    expect(page.get_by_role("link", name="Langsung isi")).to_be_visible()
    page.wait_for_timeout(100)
    expect(page.get_by_text(WORDS)).to_have_count(0)


@pytest.mark.own_browser
def test_what_is_not_kept_cannot_be_cleared(page: Page) -> None:
    page.add_init_script(WEBKIT)
    open_form(page, UNKEPT)
    page.wait_for_timeout(100)
    expect(page.get_by_text(WORDS)).to_have_count(0)


def test_what_can_be_taken_over_takes_the_same_room_whether_it_is_there_or_not(phone: Page) -> None:
    open_form(phone, "ik-10-1")
    folded = phone.locator(".carries summary")
    expect(folded).to_contain_text("IK 2.1, IK 2.2, IK 3.2, IK 4.1, IK 5.7, IK 6.2, IK 7.4, IK 8.1, IK 9.1")
    expect(folded).to_contain_text("Belum ada isian di perangkat ini.")
    before = folded.bounding_box()
    form = open_form(phone, GRID)
    type_and_wait(phone, place(form, "catatan.bawaan"), "pelayanan keliling")
    open_form(phone, "ik-10-1")
    expect(folded).to_contain_text("1 isian dapat diambil")
    assert folded.bounding_box() == before
    assert before
    assert before["height"] < 80
    folded.click()
    expect(phone.locator(".carry").first).to_contain_text("pelayanan keliling")
    expect(phone.locator(".carry").get_by_role("link", name="IK 5.7")).to_be_visible()
