"""The search finds words of the book and not the answers of the quiz; the book can be downloaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from handbook.source.files import book_files
from tests.products.making import Products
from tests.products.words import answers

pytestmark = pytest.mark.browser


def search(page: Page, words: str) -> Locator:
    """Type words into the search; gives the list of pages found."""
    page.goto("/")
    field = page.locator("input.md-search__input")
    field.click()
    field.press_sequentially(words)
    return page.locator(".md-search-result__list > li")


def test_finds_pages(page: Page) -> None:
    found = search(page, "akta")
    expect(found.first).to_be_visible()
    expect(found.filter(has_text="IK 2.1")).not_to_have_count(0)
    expect(page.locator(".search-said")).to_contain_text("halaman ditemukan")


def test_leads_to_a_page_that_has_the_word(page: Page) -> None:
    search(page, "akta").first.get_by_role("link").first.click()
    expect(page).not_to_have_url("/")
    expect(page.locator("article")).to_contain_text(re.compile("akta", re.IGNORECASE))


def test_on_a_phone(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("button", name="Buka pencarian").click()
    phone.locator("input.md-search__input").press_sequentially("akta")
    expect(phone.locator(".md-search-result__list > li").first).to_be_visible()


def test_does_not_find_answers(page: Page, products: Products) -> None:
    word = word_of_answers(products)
    found = search(page, word)
    said = page.locator(".search-said")  # words of the same family may stand elsewhere
    expect(said).to_contain_text(re.compile("Tidak ada|ditemukan"))
    expect(found.locator("a[href*='kuis-2']")).to_have_count(0)
    expect(found.filter(has_text=re.compile(rf"\b{word}\b", re.IGNORECASE))).to_have_count(0)


def test_says_when_there_is_nothing(page: Page) -> None:
    found = search(page, "qwxzqwxz")
    expect(page.locator(".search-said")).to_contain_text("Tidak ada “qwxzqwxz” dalam buku ini.")
    expect(found).to_have_count(0)


def test_a_form_by_its_number_comes_first(page: Page) -> None:
    first = search(page, "ik 2.1").first
    expect(first.locator("h1")).to_have_text("IK 2.1: Diagnosis Pemenuhan Hak di Kecamatan")


def test_marks_what_it_found_here_and_there(page: Page) -> None:
    """Words of the same family are marked in the results and on the page that one leads to."""
    found = search(page, "mengoordinasikan")
    expect(found.locator("mark").filter(has_text=re.compile("oordinasi")).first).to_be_visible()
    found.first.get_by_role("link").first.click()
    expect(
        page.locator("article mark").filter(has_text=re.compile("oordinasi", re.IGNORECASE)).first
    ).to_be_attached()


def test_a_section_opens_at_its_place(page: Page) -> None:
    found = search(page, "hambatan pelaksanaan paten")
    found.first.locator("a[href$='#hambatan-paten']").click()
    expect(page).to_have_url(re.compile(r"/modul-08/bacaan-8-1/.*#hambatan-paten$"))


def test_a_question_in_the_address(page: Page) -> None:
    page.goto("/?q=akta")
    expect(page.locator(".md-search-result__list > li").first).to_be_visible()


def word_of_answers(products: Products) -> str:
    """The longest word that stands in feedback and, as its beginning or whole, nowhere else in the book."""
    sources = [path for path in book_files(products.root) if path.suffix in (".md", ".yml")]
    texts = [source.read_text(encoding="utf-8") for source in sources if source.name != "kuis-2.yml"]
    questions = re.findall(r"(?:tanya|teks): (.*?)(?:, (?:benar|umpan_balik):|$)", quiz_text(products), re.M)
    public = words_in(" ".join(texts + questions))
    secret = words_in(" ".join(answers(products)))
    own = (word for word in secret if not any(known.startswith(word) for known in public))
    return max(own, key=lambda word: (len(word), word))


def quiz_text(products: Products) -> str:
    return (products.root / "docs" / "modul-02" / "kuis-2.yml").read_text(encoding="utf-8")


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{5,}", text.lower()))


def test_the_front_page_gives_the_book(page: Page, products: Products) -> None:
    page.goto("/")
    link = page.locator("article").get_by_role("link", name=re.compile(r"PDF, [\d,]+ [KM]B"))
    with page.expect_download(timeout=5000) as download:
        link.click()
    assert Path(download.value.path()).read_bytes() == products.pdf.read_bytes()
    assert download.value.suggested_filename == "buku-peserta.pdf"
