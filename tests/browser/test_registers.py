"""Long registers: letters to jump to, a field that filters while one types; whole without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TERMS, LAWS = "/lampiran/istilah/", "/lampiran/peraturan/"
FIELD = "Saring daftar ini"


@pytest.mark.parametrize(
    ("address", "entry", "words"), [(TERMS, "dt", "Desa"), (LAWS, ".regulation", "pemerintahan daerah")]
)
def test_it_is_filtered_while_one_types(page: Page, address: str, entry: str, words: str) -> None:
    page.goto(address)
    every = page.locator(f".filtered {entry}")
    total = every.count()
    field = page.get_by_label(FIELD)
    field.press_sequentially(words.lower())
    shown = page.locator(f".filtered {entry}:visible")
    number = shown.count()
    assert 0 < number < total
    expect(page.get_by_role("status").filter(has_text="entri memuat")).to_have_text(
        f"{number} dari {total} entri memuat “{words.lower()}”."
    )
    field.fill("")
    expect(shown).to_have_count(total)


def test_each_shown_entry_has_every_word(page: Page) -> None:
    page.goto(LAWS)
    page.get_by_label(FIELD).fill("desa 2014")
    for text in page.locator(".regulation:visible").all_inner_texts():
        assert "desa" in text.lower()
        assert "2014" in text


def test_nothing_found_is_said(page: Page) -> None:
    page.goto(TERMS)
    page.get_by_label(FIELD).fill("qwxz")
    expect(page.locator(".filter-status")).to_have_text("Tidak ada entri yang memuat “qwxz”.")
    expect(page.locator(".glossary > :visible")).to_have_count(0)


def test_a_link_to_a_hidden_entry_shows_the_list(page: Page) -> None:
    page.goto(LAWS)
    field = page.get_by_label(FIELD)
    field.fill("uu 23/2014 pemerintahan daerah")
    page.evaluate("location.hash = '#uu-6-2014'")
    expect(page.locator("#uu-6-2014")).to_be_in_viewport()
    expect(field).to_have_value("")


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize(("address", "entry"), [(TERMS, "dt"), (LAWS, ".regulation")])
def test_without_scripts_it_is_whole_with_its_jumps(page: Page, address: str, entry: str) -> None:
    page.goto(address)
    expect(page.locator(".filter")).to_be_hidden()
    assert page.locator(f"{entry}:visible").count() > 80
    jump = page.get_by_role("navigation", name="Lompat ke").get_by_role("link").last
    target = (jump.get_attribute("href") or "")[1:]
    jump.click()
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
