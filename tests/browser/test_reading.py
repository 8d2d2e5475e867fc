"""Reading: stages, terms, dark mode, downloads, paper, forms that are not kept, no JavaScript."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.forms_on_screen import BOOK, UNKEPT, fill_all, kept, menu, open_form, status
from tests.products.making import Products

pytestmark = pytest.mark.browser

READING = "/modul-02/bacaan-2-1/"


def test_a_stage_is_marked_as_done(page: Page) -> None:
    page.goto("/modul-02/tahap-3/")
    page.get_by_role("button", name="Tandai tahap ini selesai").click()
    pressed = page.get_by_role("button", name="Tahap selesai")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    page.goto("/modul-02/")
    done = page.locator(".timeline-stage").filter(has_text="Selesai")
    expect(done.locator(".timeline-done")).to_have_count(1)
    expect(done.locator(".timeline-number")).to_have_text("3")
    page.goto("/modul-02/tahap-3/")
    pressed.click()
    page.goto("/modul-02/")
    expect(page.locator(".timeline-done")).to_have_count(0)


def test_a_term_says_its_meaning_to_the_mouse_and_the_keyboard(page: Page) -> None:
    page.goto(READING)
    term = page.locator("a.term", has_text="HAM").first
    term.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("Hak asasi manusia.")
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    page.mouse.move(0, 0)
    page.locator("a.term").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(tip).to_be_visible()
    expect(page.locator("a.term").first).to_have_accessible_description(tip.inner_text().strip())


def test_a_tap_shows_the_meaning_and_another_opens_the_glossary(
    browser: Browser, browser_context_args: dict[str, Any], base_url: str
) -> None:
    screen = {"width": 360, "height": 740}
    options = {**browser_context_args, "base_url": base_url, "viewport": screen, "has_touch": True}
    with browser.new_context(**options) as context:
        page = context.new_page()
        page.goto(READING)
        term = page.locator("a.term", has_text="HAM").first
        term.tap()
        tip = page.get_by_role("tooltip")
        expect(tip).to_contain_text("Hak asasi manusia.")
        box = tip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= screen["width"]
        expect(page).to_have_url(READING)
        tip.get_by_role("link").tap()
        expect(page).to_have_url("/lampiran/istilah/#istilah-ham")


@pytest.mark.own_browser
def test_a_form_that_is_not_kept_leaves_nothing_on_the_device(page: Page) -> None:
    """IK 6.1 asks for potential conflicts."""
    form = open_form(page, UNKEPT)
    expect(status(page)).to_have_text("Isian tidak disimpan.")
    expect(page.locator(".privacy")).to_contain_text("tidak dikirim dan tidak disimpan")
    typed = fill_all(form)
    page.wait_for_timeout(700)
    more = menu(page)
    for name in ("Unduh berkas isian", "Muat berkas isian", "Bagikan", "Excel dengan isian"):
        expect(more.get_by_role("button", name=name)).to_have_count(0)
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.reload()
    assert asked == ["beforeunload"]
    values = "names => names.map(name => document.querySelector('form.instrument').elements[name].value)"
    assert set(page.evaluate(values, list(typed))) == {""}
    assert kept(page, UNKEPT) is None
    assert page.evaluate("book => Object.keys(localStorage).filter(key => key.startsWith(book))", BOOK) == []
    page.goto("/buku-kerja/")
    expect(page.locator(f'[data-record="{UNKEPT}"]')).to_contain_text("tidak disimpan")


def test_stages_lead_to_the_next_and_back(page: Page) -> None:
    page.goto("/modul-02/tahap-2/")
    turn = page.get_by_role("navigation", name="Halaman sebelum dan sesudah")
    turn.get_by_role("link", name="Tahap 3").click()
    expect(page).to_have_url("/modul-02/tahap-3/")
    turn.get_by_role("link", name="Tahap 2").click()
    expect(page).to_have_url("/modul-02/tahap-2/")


def test_the_timeline_leads_to_every_stage(page: Page, products: Products) -> None:
    """In the order of the session, with minutes that add up to the module's lesson hours."""
    for plan in products.settings["modul"]:
        folder = f"modul-{int(plan['nomor']):02}"
        page.goto(f"/{folder}/")
        stages = page.locator(".timeline-stage")
        links = stages.locator(".timeline-title").evaluate_all("links => links.map(link => link.pathname)")
        assert links == [f"/{folder}/tahap-{number}/" for number in range(1, len(links) + 1)]
        minutes = stages.locator(".timeline-head .timeline-minutes").all_inner_texts()
        assert sum(int(text.split()[0]) for text in minutes) == int(plan["jp"]) * 45


def test_dark_mode_is_chosen_and_kept(page: Page) -> None:
    page.goto(READING)
    lightness = "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    assert min(page.evaluate(lightness)) > 200
    for _ in range(2):
        page.locator("label[for^=__palette]:visible").click()
    assert max(page.evaluate(lightness)) < 60
    page.goto("/modul-03/")
    assert max(page.evaluate(lightness)) < 60


def test_dark_mode_follows_the_device(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(READING)
    expect(page.locator("body")).to_have_css("background-color", "rgb(20, 24, 29)")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "buku-peserta.pdf"),
        ("/modul-02/", "modul/modul-02.pdf"),
        ("/modul-02/ik-2-1/", "instrumen/ik-2-1.pdf"),
    ],
)
def test_downloads_say_their_size(page: Page, products: Products, address: str, name: str) -> None:
    page.goto(address)
    link = page.locator(f"article a[href$='{name}']")
    size = (products.root / "dist" / name).stat().st_size
    words = f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{round(size / 1000)} KB"
    expect(link).to_contain_text(words)
    with page.expect_download(timeout=5000) as found:
        link.click()
    assert Path(found.value.path()).stat().st_size == size


PRINTED = [
    *("/", "/modul-02/", "/modul-02/tahap-3/", READING, "/modul-02/kuis-2/", "/modul-02/rangkuman/"),
    *("/lampiran/peraturan/", "/lampiran/istilah/", "/sebelum-berangkat/", "/buku-kerja/"),
]
# What belongs to the screen alone.
CONTROLS = [
    *("Usulkan perbaikan", "Tandai tahap", "Material for", "Unduh PDF", "Unduh buku", "Unduh semua"),
    *("Unduh DOCX", "Unduh EPUB", "Ketuk alinea", "Simpan Modul", "Periksa\n"),
]


@pytest.mark.parametrize("address", PRINTED)
def test_pages_print_clean(page: Page, address: str) -> None:
    page.goto(address)
    title = page.locator("h1").first.inner_text().split("\n")[-1]
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
        sizes = {tuple(round(side / 72 * 25.4) for side in sheet.get_size()) for sheet in document}
    assert sizes == {(210, 297)}
    assert " ".join(title.split())[:40] in " ".join(texts[0].split())
    assert [words for words in CONTROLS if words in "\n".join(texts)] == []
    assert min(len(text.split()) for text in texts) > 5


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_everything_can_be_reached(page: Page) -> None:
    page.goto("/buku-kerja/")
    expect(page.locator(".workbook-note")).to_contain_text("JavaScript")
    page.locator(".workbook-link", has_text="IK 2.1").click()
    expect(page).to_have_url("/modul-02/ik-2-1/")
    page.goto("/modul-05/ik-5-7/")
    page.locator(".carries summary").click()
    expect(page.locator(".carry").get_by_role("link", name="IK 2.1")).to_be_visible()
    page.goto(READING)
    page.locator("a.term", has_text="HAM").first.click()
    expect(page).to_have_url("/lampiran/istilah/#istilah-ham")
