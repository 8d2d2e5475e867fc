"""The site leads: back to where the reader was, to the stages of a module, to the lists of the annex."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import BOOK, UNKEPT, open_form
from tests.products.making import Products

pytestmark = pytest.mark.browser

SCREEN = 740
TOP = "element => element.getBoundingClientRect().top + scrollY"
START = ".start-go a"


def test_a_new_reader_is_led_to_the_first_module_and_the_workbook(phone: Page) -> None:
    phone.goto("/")
    start = phone.locator(START)
    expect(start).to_have_text("Mulai Modul 1: Perkenalan dan Kontrak Belajar")
    book = phone.locator("article").get_by_role("link", name="Buku kerja saya").first
    for link in (start, book):
        assert link.evaluate(TOP) < SCREEN
    start.click()
    expect(phone).to_have_url("/modul-01/")


def test_home_leads_back_to_the_last_page(page: Page) -> None:
    page.goto("/modul-02/tahap-4/")
    page.goto("/lampiran/istilah/")
    page.goto("/")
    start = page.locator(START)
    expect(start).to_contain_text("Lanjutkan Modul 2 · Tahap 4: Melindungi Warga Miskin dan Rentan")
    start.click()
    expect(page).to_have_url("/modul-02/tahap-4/")


@pytest.mark.parametrize("note", ["{", '{"address": "https://example.org/", "title": "x"}', "7"])
def test_a_note_that_leads_elsewhere_is_not_followed(page: Page, note: str) -> None:
    page.goto("/")
    page.evaluate("([book, note]) => localStorage.setItem(`${book}:tempat`, note)", [BOOK, note])
    page.reload()
    expect(page.locator(START)).to_have_attribute("href", "modul-01/")


def test_home_counts_what_is_done(page: Page, products: Products) -> None:
    page.goto("/modul-02/tahap-3/")
    page.get_by_role("button", name="Tandai tahap ini selesai").click()
    open_form(page, "ik-2-1").locator("textarea").first.fill("128 anak")
    page.get_by_text("Tersimpan").wait_for()
    page.goto("/")
    stages = len(list((products.root / "docs").glob("modul-*/tahap-*.md")))
    progress = page.locator(".start-progress")
    expect(progress).to_contain_text(f"Tahap selesai 1 dari {stages}")
    expect(progress).to_contain_text("instrumen berisi 1 dari")
    meta = page.locator(".module-card .module-meta")
    expect(meta.nth(1)).to_contain_text("selesai 1 dari 6 tahap")
    expect(meta.nth(2)).not_to_contain_text("selesai")


def test_what_is_wiped_is_not_led_to(page: Page) -> None:
    page.goto("/modul-02/tahap-3/")
    page.get_by_role("button", name="Tandai tahap ini selesai").click()
    page.goto("/buku-kerja/")
    page.get_by_role("button", name="Hapus semua").click()
    page.get_by_role("button", name="Ya, hapus semua").click()
    assert page.evaluate("book => Object.keys(localStorage).filter(key => key.startsWith(book))", BOOK) == []
    page.goto("/")
    expect(page.locator(START)).to_contain_text("Mulai")


def test_a_form_of_which_nothing_is_kept_is_not_noted(page: Page) -> None:
    page.goto("/modul-02/")
    open_form(page, UNKEPT)
    page.goto("/")
    expect(page.locator(START)).to_contain_text("Modul 2")


@pytest.mark.parametrize("number", range(1, 11))
def test_the_stages_come_within_two_screens_of_a_phone(phone: Page, number: int) -> None:
    phone.goto(f"/modul-{number:02}/")
    assert phone.locator(".timeline-stage").first.evaluate(TOP) < 2 * SCREEN
    fact = phone.locator(".facts a", has_text="tahap")
    expect(fact).to_have_text(f"{phone.locator('.timeline-stage').count()} tahap")
    fact.click()
    expect(phone.locator(".timeline-stage").first).to_be_in_viewport()


def test_the_annex_opens_with_its_index(page: Page, products: Products) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Navigasi").get_by_role("link", name="Lampiran", exact=True).click()
    expect(page).to_have_url("/lampiran/")
    links = page.locator("article .annex-title a")
    names = [name.removesuffix(".md") for name in products.settings["lampiran"]]
    assert [link.get_attribute("href") for link in links.all()] == [
        f"{name.removeprefix('lampiran/')}/" for name in names
    ]
    links.first.click()
    path = page.get_by_role("navigation", name="Posisi halaman")
    path.get_by_role("link", name="Lampiran").click()
    expect(page).to_have_url("/lampiran/")


@pytest.mark.parametrize("address", ["/lampiran/rujukan/", "/lampiran/peraturan/"])
def test_a_stage_that_is_named_elsewhere_says_its_module(page: Page, address: str) -> None:
    page.goto(address)
    stages = page.locator("article :is(td:last-child, dd) a[href*='/tahap-']:not(.mention)").all_inner_texts()
    assert len(stages) > 10
    assert [words for words in stages if not words.startswith("Modul ")] == []
