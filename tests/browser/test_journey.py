"""One participant's way through the book on a phone: two days, a quiz, a plan made from earlier answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from tests.browser.forms_on_screen import BOOK, GRID, kept, open_form, place, type_and_wait
from tests.browser.question import QUIZ, answer, questions
from tests.browser.waiting import until
from tests.products.making import Products

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
DAY_ONE = {
    "nama": "Camat rekaan",
    "kisi.jumlah.akta": "128 anak tanpa akta",
    "kisi.penyebab.akta": "ongkos ke kota",
    "catatan.pendapatan": "415 pekerja harian",
}
DAY_TWO = {"kisi.dukungan.akta": "mengundang dinas tiap tiga bulan"}
Start = Callable[[], Any]


@pytest.fixture
def start(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    browser_context_args: dict[str, Any],
    base_url: str,
    tmp_path: Path,
) -> Start:
    """Starts the browser of one phone; closed and started again it still has what it kept."""

    @contextmanager
    def started() -> Iterator[Page]:
        options = {
            **browser_type_launch_args,
            **browser_context_args,
            "base_url": base_url,
            "viewport": PHONE,
        }
        options |= {"accept_downloads": True, "has_touch": True}
        with browser_type.launch_persistent_context(tmp_path / "ponsel", **options) as context:
            yield context.pages[0] if context.pages else context.new_page()

    return started


def test_two_days_with_the_book(start: Start, products: Products) -> None:
    with start() as page:
        read_stage(page)
        fill(page, DAY_ONE)
    with start() as page:
        continue_form(page)
        right = take_quiz(page, products)
        lose_network(page.context)
        texts = carry_over(page, products)
        assert [text for text in texts if text not in printed(page)] == []
        move_everything(page)
        expect_all(page, right)


def read_stage(page: Page) -> None:
    page.goto("/modul-02/")
    page.get_by_role("link", name="Bagian B: Praktik Analisis Pemenuhan Hak").click()
    expect(page.locator("#tahap-2-3b")).to_be_in_viewport()
    page.get_by_role("button", name="Tandai tahap ini selesai").click()
    page.locator(".instrument-card").get_by_role("link").first.click()
    expect(page).to_have_url("/modul-02/ik-2-1/")


def fill(page: Page, texts: dict[str, str]) -> None:
    form = open_form(page, GRID)
    for path, text in texts.items():
        type_and_wait(page, place(form, path), text)
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over == 0


def continue_form(page: Page) -> None:
    form = open_form(page, GRID)
    for path, text in DAY_ONE.items():
        expect(place(form, path)).to_have_value(text)
    fill(page, DAY_TWO)


def take_quiz(page: Page, products: Products) -> int:
    page.goto(QUIZ)
    found = questions(page, products)
    for question in found:
        answer(question)
        question.button.tap()
        question.expect_right()
    expect(page.locator(".quiz-score")).to_have_text(f"Benar {len(found)} dari {len(found)}")
    return len(found)


def lose_network(context: BrowserContext) -> None:
    """Where the phone goes offline, `context.set_offline(True)`, once modules can be kept for that."""
    assert context.pages


def carry_over(page: Page, products: Products) -> list[str]:
    """The plan of Modul 10, or while it is not written the form of Modul 5, gets what was written earlier."""
    plan = "ik-10-1" if (products.site / "modul-10" / "ik-10-1").is_dir() else "ik-5-7"
    open_form(page, plan)
    texts = page.locator(".carry-texts dd").all_inner_texts()
    assert texts
    assert set(texts) <= {*DAY_ONE.values(), *DAY_TWO.values()}
    for button in page.get_by_role("button", name="Salin ke formulir ini").all():
        button.tap()
    until(page, "key => localStorage.getItem(key) !== null", f"{BOOK}/{plan}")
    return texts


def printed(page: Page) -> str:
    """The words of the page's PDF."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        return " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document)


def move_everything(page: Page) -> None:
    """Into a file, away from the device, back from the file."""
    page.goto("/buku-kerja/")
    with page.expect_download() as found:
        page.get_by_role("button", name="Unduh semua (JSON)").tap()
    text = Path(found.value.path()).read_bytes()
    page.get_by_role("button", name="Hapus semua", exact=True).tap()
    page.get_by_role("button", name="Ya, hapus semua").tap()
    assert kept(page, GRID) is None
    page.locator(".workbook input[type=file]").set_input_files(
        {"name": "buku-kerja.json", "mimeType": "application/json", "buffer": text}
    )
    page.get_by_role("button", name="Muat", exact=True).tap()


def expect_all(page: Page, right: int) -> None:
    state = page.locator('[data-record="kuis-2"] .workbook-state')
    expect(state).to_contain_text(f"benar {right} dari {right}")
    expect(page.locator(".workbook-progress").nth(1)).to_contain_text(re.compile(r"^Tahap selesai 1 dari"))
    form = open_form(page, GRID)
    for path, text in {**DAY_ONE, **DAY_TWO}.items():
        expect(place(form, path)).to_have_value(text)
