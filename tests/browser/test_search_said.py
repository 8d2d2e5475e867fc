"""The search says what is not in the book and what it shows instead; it counts truly, and helps on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.products.making import Products

pytestmark = pytest.mark.browser

ASKED = yaml.safe_load(Path(__file__).with_name("search").joinpath("said.yml").read_text(encoding="utf-8"))
FIELD, SAID, RESULTS = "input.md-search__input", ".search-said", ".md-search-result__list > li"
COUNTED = """text => {
  const store = HandbookSearch.makeStore(HandbookIndex), query = HandbookSearch.parse(text, store);
  const words = option => option.map(term => [...term.words.keys()]);
  const options = query.groups.map(group => group.options.map(words));
  const pages = HandbookIndex.halaman.map(() => ({any: false, all: new Set()}));
  store.sections.forEach(section => {
    const here = new Set([...section.titleWords, ...section.words, ...section.pageWords]);
    const page = pages[section.page];
    const has = term => term.some(word => here.has(word));
    options.forEach((group, number) => {
      if (group.some(option => option.every(has))) page.all.add(number);
      if (group[0].some(has) || page.all.has(number)) page.any = true;
    });
  });
  const full = pages.filter(page => page.all.size === options.length);
  return [pages.filter(page => page.any).length, full.length];
}"""

PAGES = """words => {
  const find = HandbookSearch.open(HandbookIndex);
  return words.map(text => find(text).items.length);
}"""
TEXT = "() => HandbookIndex.bagian.map(row => row[3] + ' ' + row[4]).join(' ')"


@pytest.fixture
def dialog(page: Page) -> Page:
    """A page with the search open."""
    page.goto("/")
    page.locator(FIELD).click()
    return page


def ask(page: Page, words: str) -> Locator:
    """Put words into the field without a key, as voice and the clipboard do; gives what the search says."""
    page.locator(FIELD).fill(words)
    return page.locator(SAID)


def test_it_waits_for_words(dialog: Page) -> None:
    expect(dialog.locator(SAID)).to_contain_text("IK 2.1")


def test_a_missing_word_is_said_and_what_is_shown_instead(dialog: Page) -> None:
    for entry in ASKED:
        said = ask(dialog, entry["cari"])
        shown = ", ".join(f"“{word}”" for word in entry.get("tampil", []))
        if shown:
            expect(said).to_contain_text(f"Tidak ada “{entry['cari']}” dalam buku ini. Menampilkan {shown}.")
        expect(said).to_contain_text("halaman ditemukan")
        expect(dialog.locator(RESULTS)).not_to_have_count(0)


def test_what_is_quite_another_word_is_offered_and_not_shown(dialog: Page) -> None:
    said = ask(dialog, "xamat")
    expect(said).to_contain_text("Tidak ada “xamat” dalam buku ini. Maksud Anda camat")
    expect(dialog.locator(RESULTS)).to_have_count(0)
    said.get_by_role("link", name="camat").click()
    expect(dialog.locator(FIELD)).to_have_value("camat")
    expect(dialog.locator(FIELD)).to_be_focused()
    expect(dialog.locator(RESULTS)).not_to_have_count(0)


def test_the_words_that_are_there_are_named_when_another_is_not(dialog: Page) -> None:
    said = ask(dialog, "akta qwxzqwxz")
    expect(said).to_contain_text("Tidak ada “qwxzqwxz” dalam buku ini. Menampilkan “akta”.")
    expect(dialog.locator(RESULTS)).not_to_have_count(0)


def test_without_a_result_it_tells_where_to_look(dialog: Page) -> None:
    said = ask(dialog, "qwxzqwxz")
    expect(said.get_by_role("link", name="Daftar istilah")).to_be_visible()
    dialog.keyboard.press("Enter")
    expect(dialog).to_have_url("/")
    said.get_by_role("link", name="Daftar istilah").click()
    expect(dialog).to_have_url(re.compile("/lampiran/istilah/$"))


def test_enter_leads_to_the_first_result(dialog: Page) -> None:
    ask(dialog, "ik21")
    expect(dialog.locator(RESULTS)).not_to_have_count(0)
    dialog.keyboard.press("Enter")
    expect(dialog).to_have_url(re.compile("/modul-02/ik-2-1/"))


def test_enter_takes_the_word_that_may_have_been_meant(dialog: Page) -> None:
    expect(ask(dialog, "xamat").get_by_role("link", name="camat")).to_be_visible()
    dialog.keyboard.press("Enter")
    expect(dialog.locator(FIELD)).to_have_value("camat")


@pytest.mark.parametrize("words", ["akta", "tugas camat", "kordinasi desa", "ik 2.1"])
def test_totals_are_true(dialog: Page, words: str) -> None:
    """Counted again in the index, page by page."""
    expect(ask(dialog, words)).to_contain_text("halaman ditemukan")
    for name in ("index.js", "search.js"):
        dialog.add_script_tag(url=f"/search/{name}")
    pages, full = dialog.evaluate(COUNTED, words)
    said = dialog.locator(SAID).inner_text()
    assert f"{pages} halaman ditemukan" in said
    assert full == pages or f"{full} memuat semua kata" in said
    assert pages <= 20 or "20 teratas ditampilkan" in said


@pytest.mark.own_browser
def test_a_search_that_cannot_be_loaded_says_so(page: Page) -> None:
    page.goto("/")
    page.context.route("**/search/index.js", lambda route: route.abort())
    page.locator(FIELD).click()
    expect(page.locator(SAID)).to_contain_text("belum dapat dimuat")


def test_from_a_disk(page: Page, products: Products) -> None:
    page.goto(f"{(products.site / 'index.html').as_uri()}")
    page.locator(FIELD).click()
    expect(ask(page, "bumil")).to_contain_text("Menampilkan “ibu hamil”")


def test_every_synonym_leads_to_a_page(engine: Page, products: Products) -> None:
    """The words that an editor expects stand in the page that the site shows."""
    entries = products.source("lampiran/sinonim.yml")["sinonim"]
    typed = [words for entry in entries for words in entry["kata"]]
    found = engine.evaluate(PAGES, typed)
    assert [words for words, count in zip(typed, found, strict=True) if not count] == []
    text = engine.evaluate(TEXT).lower()
    leads = [words.lower() for entry in entries for words in entry["menuju"]]
    assert [words for words in leads if not re.search(rf"\b{re.escape(words)}\b", text)] == []
