"""Menu and search of narrow screens are buttons with a state, the menu is a dialog; no key alone acts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STAGE = "/modul-02/tahap-3/"
MENU, SEARCH = "Buka navigasi", "Buka pencarian"
IN_MENU = "() => document.querySelector('.md-sidebar--primary').contains(document.activeElement)"


@pytest.mark.parametrize("width", [360, 800, 1100])
def test_the_menu_is_a_dialog(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(STAGE)
    button, dialog = page.get_by_role("button", name=MENU), page.get_by_role("dialog", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Tutup menu")).to_be_focused()
    assert page.locator(".menu-button").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_focus_stays_in_the_menu(phone: Page, key: str) -> None:
    """Longer than round: the browser's own frame may take it, nothing behind the menu does."""
    phone.goto(STAGE)
    phone.get_by_role("button", name=MENU).click()
    places = phone.locator(".menu :is(a, button):visible").count()
    inside = 0
    for _ in range(places + 4):
        phone.keyboard.press(key)
        inside += phone.evaluate(IN_MENU)
        assert phone.evaluate(f"() => document.activeElement === document.body || ({IN_MENU})()")
    assert inside >= places


def test_the_menu_closes_by_its_button_and_beside_it(phone: Page) -> None:
    phone.goto(STAGE)
    button, dialog = phone.get_by_role("button", name=MENU), phone.get_by_role("dialog", name="Menu")
    button.click()
    dialog.get_by_role("button", name="Tutup menu").click()
    expect(button).to_be_focused()
    button.click()
    phone.mouse.click(350, 400)
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
    phone.locator("article a").first.click()
    expect(phone).not_to_have_url(STAGE)


def test_the_menu_shows_where_the_reader_is(phone: Page) -> None:
    phone.goto(STAGE)
    phone.get_by_role("button", name=MENU).click()
    dialog = phone.get_by_role("dialog", name="Menu")
    expect(dialog.locator("[aria-current=page]")).to_contain_text("Tahap 3")
    dialog.get_by_role("link", name="Tahap 4").click()
    expect(phone).to_have_url("/modul-02/tahap-4/")


def test_the_search_is_a_button_with_a_state(phone: Page) -> None:
    phone.goto(STAGE)
    button = phone.get_by_role("button", name=SEARCH)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(phone.locator("input.md-search__input")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_a_wide_screen_needs_neither(page: Page) -> None:
    page.goto(STAGE)
    for name in (MENU, SEARCH):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_role("navigation", name="Navigasi")).to_be_visible()


@pytest.mark.parametrize("place", ["body", "input[type=radio]"])
def test_no_key_alone_acts(page: Page, place: str) -> None:
    page.goto("/modul-02/kuis-2/")
    if place != "body":
        page.locator(place).first.focus()
    for key in ("n", "p", ".", ",", "f", "s", "/"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    expect(page).to_have_url("/modul-02/kuis-2/")
    expect(page.locator("input.md-search__input")).not_to_be_focused()


def test_letters_still_reach_the_search(page: Page) -> None:
    """Its results have the focus, the reader types on."""
    page.goto(STAGE)
    field = page.locator("input.md-search__input")
    field.click()
    field.press_sequentially("akta")
    page.locator(".md-search-result__list a").first.focus()
    page.keyboard.press("n")
    expect(field).to_be_focused()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_menu_opens(phone: Page) -> None:
    phone.goto(STAGE)
    expect(phone.get_by_role("button", name=MENU)).to_have_count(0)
    phone.locator("header label[for=__drawer]").click()
    phone.locator(".menu").get_by_role("link", name="Buku kerja saya").click()
    expect(phone).to_have_url("/buku-kerja/")
