"""One participant's way through the book on a phone: two days, a quiz, then without a network a plan made
from earlier answers, on paper and into a file and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser.forms_on_screen import GRID, open_form, open_taking, place, type_and_wait
from tests.browser.question import QUIZ, answer, questions
from tests.products.making import Products

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
DAY_ONE = {
    "nama": "Camat rekaan",
    "kisi.jumlah.akta": "128 anak tanpa akta",
    "kisi.penyebab.akta": "ongkos ke kota",
    "catatan.pendapatan": "415 pekerja harian",
}
DAY_TWO = {"catatan.bawaan": "mengundang dinas tiap tiga bulan"}
PLAN, CARRIED = "ik-10-1", "bekal.hak.isi"
PLANNED = {"kepala.kegiatan": "Pesisir Tercatat", "rencana.1.output": "enam hari pelayanan"}
SAVED = (2, 10)
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
        save_modules(page)
        lose_network(page)
        carry_over(page)
        text = printed(page)
        assert text.startswith("IK 10.1 Rencana Aksi")
        typed = [*DAY_TWO.values(), *PLANNED.values()]
        assert [words for words in typed if words not in text] == []
        move_everything(page)
        expect_all(page, right)


def read_stage(page: Page) -> None:
    page.goto("/modul-02/")
    page.get_by_role("link", name="Bagian B: Praktik Analisis Pemenuhan Hak").click()
    expect(page.locator("#tahap-2-3b")).to_be_in_viewport()
    page.get_by_role("button", name="Tandai tahap ini selesai").click()
    page.locator(".instrument-card").get_by_role("link").first.click()
    expect(page).to_have_url("/modul-02/ik-2-1/")


def fill(page: Page, texts: dict[str, str], id_: str = GRID) -> None:
    form = open_form(page, id_)
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


def save_modules(page: Page) -> None:
    """Save the modules that the reader opens without a connection."""
    for number in SAVED:
        page.goto(f"/modul-{number:02}/")
        page.get_by_role("button", name=re.compile(rf"Simpan Modul {number} .*MB")).tap()
        expect(page.locator(".offline-status")).to_contain_text("tersimpan di perangkat ini", timeout=60_000)


def lose_network(page: Page) -> None:
    """From here on nothing but the device answers."""
    page.context.set_offline(True)
    page.goto("/modul-04/")
    expect(page.locator("h1")).to_have_text("Tidak ada sambungan")


def carry_over(page: Page) -> None:
    """The plan of Modul 10 starts from what was written in IK 2.1; without the network."""
    form = open_taking(page, PLAN)
    box = page.locator('.carry[data-from="ik-2-1"]')
    expect(box.locator(".carry-texts dt")).to_contain_text("Satu dukungan yang saya bawa ke rencana aksi")
    expect(box.locator(".carry-texts dd")).to_have_text(DAY_TWO["catatan.bawaan"])
    box.get_by_role("button", name="Salin ke formulir ini").tap()
    expect(place(form, CARRIED)).to_have_value(DAY_TWO["catatan.bawaan"])
    fill(page, PLANNED, PLAN)


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
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith(HandbookData.book))") == []
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
    plan = open_form(page, PLAN)
    for path, text in {**PLANNED, CARRIED: DAY_TWO["catatan.bawaan"]}.items():
        expect(place(plan, path)).to_have_value(text)
