"""Answers that are chosen: by finger and keyboard, emptied, kept as text, with older texts beside them."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.forms_on_screen import BOOK, click, download, kept, open_form, place, put, status
from tests.browser.test_form_sheets import sheets, texts
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

FORM, CELL = "ik-8-1", "saring-izin.1.kecil"


@pytest.fixture(params=[360, 1280])
def form(page: Page, request: pytest.FixtureRequest) -> Locator:
    page.set_viewport_size({"width": request.param, "height": 740})
    return open_form(page, FORM)


def button(form: Locator, words: str, path: str = CELL) -> Locator:
    group = place(form, path).locator("xpath=..").get_by_role("radiogroup")
    return group.get_by_role("radio", name=words, exact=True)


def tap(form: Locator, words: str, path: str = CELL) -> None:
    """Where its word stands, as a finger does."""
    button(form, words, path).click(timeout=3000)


def fields(page: Page) -> dict[str, str]:
    record = kept(page, FORM)
    return record["fields"] if record else {}


def test_one_is_chosen_and_kept_as_text(form: Locator) -> None:
    tap(form, "ya")
    tap(form, "tidak")
    expect(button(form, "tidak")).to_be_checked()
    expect(button(form, "ya")).not_to_be_checked()
    expect(status(form.page)).to_contain_text("Tersimpan")
    until(form.page, f"() => (localStorage.getItem('{BOOK}/{FORM}') || '').includes('tidak')")
    assert fields(form.page) == {CELL: "tidak"}
    form.page.reload()
    expect(button(form, "tidak")).to_be_checked()
    expect(place(form, CELL)).to_be_hidden()


def test_choosing_again_empties(form: Locator) -> None:
    tap(form, "?")
    expect(button(form, "?")).to_be_checked()
    tap(form, "?")
    expect(button(form, "?")).not_to_be_checked()
    until(form.page, f"() => !JSON.parse(localStorage.getItem('{BOOK}/{FORM}') || '{{}}').fields?.['{CELL}']")
    tap(form, "ya")
    expect(button(form, "ya")).to_be_checked()


def test_the_keyboard_chooses_moves_and_empties(form: Locator) -> None:
    page = form.page
    place(form, "saring-izin.1.calon").focus()
    page.keyboard.press("Tab")
    expect(button(form, "ya", "saring-izin.1.sederhana")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(button(form, "tidak", "saring-izin.1.sederhana")).to_be_checked()
    page.keyboard.press("Tab")
    expect(button(form, "ya")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Delete")
    expect(button(form, "tidak", "saring-izin.1.sederhana")).not_to_be_checked()
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(form.get_by_role("radio", checked=True)).to_have_count(0)
    until(page, f"() => !(localStorage.getItem('{BOOK}/{FORM}') || '').includes('tidak')")


def test_a_group_says_row_and_column(form: Locator) -> None:
    group = place(form, "saring-izin.2.kecil").locator("xpath=..").get_by_role("radiogroup")
    words = "Baris {}, kolom Kriteria Pasal 11 ayat (3) PP 17/2018: Objek berskala kecil"
    expect(group).to_have_accessible_name(words.format(2))
    form.page.get_by_role("button", name="Hapus baris 1").first.click()
    expect(group).to_have_accessible_name(words.format(1))


OLD = {
    "ya": ("ya", True),
    "Tidak ": ("tidak", True),
    "ya: 210": ("ya", False),
    "belum jelas\ntanya bagian hukum": ("?", False),
}


@pytest.mark.parametrize("old", OLD)
def test_what_was_written_before_opens_and_nothing_is_lost(page: Page, old: str) -> None:
    words, is_choice = OLD[old]
    form = open_form(page, FORM)
    put(page, FORM, {"schema": 2, "time": 1, "fields": {CELL: old}})
    page.reload()
    expect(button(form, words)).to_be_checked(checked=is_choice)
    expect(place(form, CELL)).to_have_value(old)
    expect(place(form, CELL)).to_be_visible(visible=not is_choice)
    place(form, "nama").fill("Sri")
    expect(status(page)).to_contain_text("Tersimpan")
    assert fields(page)[CELL] == old
    tap(form, "ya")
    expect(place(form, CELL)).to_have_value("ya" if old != "ya" else "")


def test_a_row_of_ones_own_has_its_own_buttons(form: Locator) -> None:
    tap(form, "ya", "saring-izin.1.siap")
    form.page.get_by_role("button", name="Tambah baris").first.click()
    expect(button(form, "ya", "saring-izin.5.siap")).not_to_be_checked()
    tap(form, "tidak", "saring-izin.5.siap")
    expect(button(form, "ya", "saring-izin.1.siap")).to_be_checked()
    until(form.page, f"() => (localStorage.getItem('{BOOK}/{FORM}') || '').includes('saring-izin.5.siap')")
    assert fields(form.page) == {"saring-izin.1.siap": "ya", "saring-izin.5.siap": "tidak"}


@pytest.mark.own_browser
def test_what_is_chosen_before_the_script_is_there_is_kept(page: Page) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    page.route("**/assets/form.js*", late)
    page.goto("/modul-08/ik-8-1/", wait_until="commit")
    form = page.locator("form.instrument")
    tap(form, "tidak")
    expect(status(page)).to_contain_text("Tersimpan")
    assert fields(page) == {CELL: "tidak"}


def test_without_scripts_one_can_choose_and_print(browser: Browser, base_url: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=base_url) as context:
        page = context.new_page()
        form = open_form(page, FORM)
        tap(form, "ya")
        expect(button(form, "ya")).to_be_checked()
        expect(place(form, CELL)).to_be_hidden()


@pytest.mark.own_browser
def test_another_tab_shows_what_was_chosen(page: Page) -> None:
    form = open_form(page, FORM)
    other = page.context.new_page()
    there = open_form(other, FORM)
    tap(form, "tidak")
    expect(button(there, "tidak")).to_be_checked()


def test_chosen_answers_go_into_the_spreadsheet(page: Page) -> None:
    form = open_form(page, FORM)
    tap(form, "tidak")
    place(form, "saring-izin.1.calon").fill("Izin lapak")
    _, path = download(page, click(page, "Excel dengan isian"))
    row = next(row for row in texts(sheets(path)[0]) if row[1] == "Izin lapak")
    assert row[:4] == ["1", "Izin lapak", "", "tidak"]


def test_chosen_answers_are_printed_as_ticked_boxes(page: Page) -> None:
    """From the screen: every word of the choice with its box, a tick in one of them; own words beside."""
    form = open_form(page, FORM)
    tap(form, "tidak")
    place(form, "saring-izin.2.kecil").evaluate(
        "field => { field.value = 'ya: 210'; field.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    page.emulate_media(media="print")
    boxes = form.locator(".pick label").evaluate_all(
        "labels => labels.map(label => getComputedStyle(label, '::before').content)"
    )
    ticks = [box for box in boxes if "✓" in box]
    assert len(ticks) == 1
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        words = document[0].get_textpage().get_text_range()
    assert words.count("ya: 210") == 1
    assert words.count("tidak") >= 44
