"""A reader proposes a correction: the message names edition and page, and carries the paragraph tapped."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.forms_on_screen import GRID, open_form, place
from tests.browser.waiting import until
from tests.products.making import Products

pytestmark = pytest.mark.browser

READING = "/modul-02/bacaan-2-1/"
MAILBOX = "mailto:usul@contoh.go.id?subject=Usul&body={pesan}"
SHARED = """navigator.canShare = sheet => !sheet.files;
navigator.share = async sheet => { window.shared = sheet; };"""
NO_SHEET = "delete Navigator.prototype.share; delete Navigator.prototype.canShare;"
COPIED = NO_SHEET + "navigator.clipboard.writeText = async words => { window.copied = words; };"
REFUSED = NO_SHEET + "navigator.clipboard.writeText = async () => { throw new DOMException('no'); };"


def button(page: Page) -> Callable[[], None]:
    return page.get_by_role("button", name="Usulkan perbaikan").click


def test_every_page_says_its_edition_and_how_to_propose(products: Products) -> None:
    edition = products.settings["buku"]["edisi"]
    for file in products.pages:
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        assert f"Edisi {edition}" in text, file
        assert text.count('class="proposal md-grid"') == 1, file


@pytest.mark.own_browser
def test_without_an_address_the_message_is_shared(page: Page) -> None:
    page.add_init_script(SHARED)
    page.goto(READING)
    paragraph = page.locator("article h2 ~ p").first
    paragraph.click()
    heading = page.locator("article h2").first.inner_text()
    words = " ".join(paragraph.inner_text().split())[:60]
    expect(page.locator(".proposal-about")).to_contain_text(words)
    button(page)()
    sheet = until(page, "window.shared")
    assert sheet["title"].startswith("Usulan perbaikan: Bahan Bacaan 2.1")
    assert re.search(r"Edisi \d{4}\.\d+", sheet["text"])
    assert "(modul-02/bacaan-2-1/)" in sheet["text"]
    assert words in sheet["text"]
    assert heading in sheet["text"]


def test_an_option_that_is_tapped_is_an_answer_and_no_paragraph(page: Page) -> None:
    page.goto("/modul-02/kuis-2/")
    about = page.locator(".proposal-about")
    before = about.inner_text()
    page.locator(".question .options label").first.click()
    expect(about).to_have_text(before)


@pytest.mark.own_browser
def test_where_there_is_no_sheet_it_is_copied(page: Page) -> None:
    page.add_init_script(COPIED)
    page.goto(READING)
    button(page)()
    expect(page.locator(".proposal-status")).to_contain_text("disalin")
    assert "modul-02/bacaan-2-1/" in page.evaluate("window.copied")


@pytest.mark.own_browser
def test_where_nothing_may_be_copied_the_reader_copies(page: Page) -> None:
    page.add_init_script(REFUSED)
    page.goto(READING)
    button(page)()
    field = page.get_by_role("textbox", name="Usulan untuk disalin")
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile("modul-02/bacaan-2-1/"))


def test_a_selected_sentence_is_carried(page: Page) -> None:
    page.goto(READING)
    page.evaluate(
        """() => { const text = document.querySelector('article h2 ~ p').firstChild;
          document.getSelection().setBaseAndExtent(text, 0, text, 12); }"""
    )
    words = page.evaluate("document.querySelector('article h2 ~ p').firstChild.data.slice(0, 12).trim()")
    expect(page.locator(".proposal-about")).to_have_text(f"Alinea yang terbawa: “{words}”")


def test_what_a_reader_wrote_is_never_carried(page: Page) -> None:
    form = open_form(page, GRID)
    field = place(form, "kisi.jumlah.akta")
    field.fill("rahasia kecamatan")
    field.click()
    field.select_text()
    page.locator("#ik-2-1-baris-i").click()
    expect(page.locator(".proposal-about")).to_contain_text("Jumlah warga Anda")
    expect(page.locator(".proposal")).not_to_contain_text("rahasia")


@pytest.mark.own_browser
def test_with_an_address_the_link_writes_the_message(page: Page) -> None:
    """As the page is built when handbook.yml names a mailbox."""

    def with_address(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace('data-template=""', f'data-template="{MAILBOX}"')
        there = '<p><a class="proposal-link" href="mailto:usul@contoh.go.id">Usulkan perbaikan</a></p>'
        body = re.sub(r'<p class="proposal-nowhere">[^<]*</p>', there, body)
        route.fulfill(response=answer, body=body)

    page.route(f"**{READING}", with_address)
    page.goto(READING)
    page.locator("article h2 ~ p").first.click()
    link = page.get_by_role("link", name="Usulkan perbaikan")
    address = urlsplit(str(link.get_attribute("href")))
    [message] = parse_qs(address.query)["body"]
    assert (address.scheme, address.path) == ("mailto", "usul@contoh.go.id")
    assert message.startswith("Buku: Buku Pegangan Camat")
    assert " ".join(page.locator("article h2 ~ p").first.inner_text().split())[:60] in message
