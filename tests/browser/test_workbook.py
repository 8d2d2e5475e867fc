"""The workbook: how far everything is, one file and one document of all, the way to another device."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.forms_on_screen import BOOK, GRID, PAIRS, REPEATABLE, kept, put
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

NOW = 1_790_000_000_000
RECORDS = {
    GRID: {"schema": 3, "time": NOW, "fields": {"nama": "Sri", "kisi.jumlah.akta": "128 anak"}},
    REPEATABLE: {
        "schema": 3,
        "time": NOW,
        "fields": {"instrumen.7.hasil": "baris ketujuh"},
        "rows": {"instrumen.4": "-", "instrumen.7": "+"},
    },
    PAIRS: {"schema": 3, "time": NOW, "fields": {f"kebiasaan.p{n}.a": "ya" for n in range(1, 11)}},
    "kuis-2": {"schema": 3, "time": NOW, "outcomes": {"x": "right", "y": "wrong"}, "scores": {"best": 4}},
    "kuis-7": {"schema": 3, "time": NOW, "fields": {"mekanisme-inovatif": "rapat tiga bulanan"}},
    "tahap": {"schema": 3, "time": NOW, "done": {"tahap-2-1": NOW, "tahap-2-3": NOW}},
}
WRITTEN = ("Kuis 7: ", "Tulis satu mekanisme BinWas", "rapat tiga bulanan")
"""A reflection in the printed document: its quiz, the question, the reader's answer."""


@pytest.fixture
def workbook(page: Page) -> Page:
    """The workbook of a reader who has been at work."""
    page.goto("/buku-kerja/")
    for id_, record in RECORDS.items():
        put(page, id_, record)
    page.reload()
    return page


def item(page: Page, id_: str) -> Locator:
    return page.locator(f'[data-record="{id_}"]')


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def export(page: Page) -> str:
    with page.expect_download(timeout=5000) as found:
        button(page, "Unduh semua (JSON)").click()
    assert found.value.suggested_filename.startswith(f"buku-kerja-{BOOK}-")
    return Path(found.value.path()).read_text(encoding="utf-8")


def load(page: Page, text: str) -> None:
    page.locator(".workbook input[type=file]").set_input_files(
        {"name": "buku-kerja.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def everything(page: Page) -> dict[str, dict[str, Any] | None]:
    return {id_: kept(page, id_) for id_ in RECORDS}


def contents(record: dict[str, Any] | None) -> dict[str, Any]:
    """The contents of a record without its times."""
    groups = ("fields", "rows", "outcomes", "done", "scores")
    return {group: (record or {}).get(group) or {} for group in groups}


def test_lists_every_form_and_quiz_and_no_test(page: Page, addresses: list[str]) -> None:
    page.goto("/buku-kerja/")
    links = page.locator(".workbook-link").evaluate_all("links => links.map(link => link.pathname)")
    assert sorted(links) == sorted(
        address for address in addresses if re.search(r"/(ik|kuis|ulang)-[^/]*/$", address)
    )
    assert not [link for link in links if "/tes-" in link]


def test_says_how_far_everything_is(workbook: Page) -> None:
    expect(item(workbook, "ik-2-2").locator(".workbook-state")).to_have_text("kosong")
    expect(item(workbook, GRID).locator(".workbook-state")).to_contain_text("sebagian (1 dari 32)")
    expect(item(workbook, PAIRS).locator(".workbook-state")).to_contain_text("terisi, 21 September 2026")
    expect(item(workbook, "kuis-2").locator(".workbook-state")).to_contain_text("benar 1 dari 12, terbaik 4")
    module = workbook.locator(".workbook-module").filter(has=item(workbook, GRID))
    expect(module.locator(".workbook-progress")).to_have_text(
        "Tahap selesai 2 dari 6 · Instrumen terisi 0 dari 2, sebagian 1"
    )


def test_export_wipe_import_and_all_is_there(workbook: Page) -> None:
    before, text = everything(workbook), export(workbook)
    button(workbook, "Hapus semua").click()
    assert everything(workbook) == before
    button(workbook, "Ya, hapus semua").click()
    expect(item(workbook, GRID).locator(".workbook-state")).to_have_text("kosong")
    assert [key for key in workbook.evaluate("Object.keys(localStorage)") if key.startswith(BOOK)] == []
    load(workbook, text)
    expect(workbook.locator(".preview-list > li")).to_have_count(len(RECORDS))
    button(workbook, "Muat").click()
    expect(item(workbook, GRID).locator(".workbook-state")).to_contain_text("sebagian (1 dari 32)")
    assert {id_: contents(record) for id_, record in everything(workbook).items()} == {
        id_: contents(record) for id_, record in before.items()
    }


def test_on_another_device(workbook: Page, browser: Browser, base_url: str) -> None:
    text = export(workbook)
    with browser.new_context(base_url=base_url, locale="id-ID") as context:
        other = context.new_page()
        other.goto("/buku-kerja/")
        load(other, text)
        button(other, "Muat").click()
        other.goto("/modul-02/ik-2-1/")
        expect(other.get_by_label("Nama", exact=True)).to_have_value("Sri")


def test_the_preview_lets_choose_and_undo(workbook: Page) -> None:
    file = json.loads(export(workbook))
    file["records"][GRID]["fields"] = {"nama": "Adi"}
    file["records"]["ik-2-2"] = {"schema": 2, "time": NOW, "fields": {"nama": "Adi"}}
    before = everything(workbook)
    load(workbook, json.dumps(file))
    entry = workbook.locator(".preview-list > li").filter(has_text="IK 2.1")
    expect(entry).to_contain_text("Baru 0, menimpa 1, sama 0.")
    workbook.locator(".preview-list > li").filter(has_text="IK 2.2").locator("input").uncheck()
    assert everything(workbook) == before
    button(workbook, "Muat").click()
    record = kept(workbook, GRID)
    assert record is not None
    assert record["fields"] == {"nama": "Adi", "kisi.jumlah.akta": "128 anak"}
    assert kept(workbook, "ik-2-2") is None
    button(workbook, "Urungkan").click()
    record = kept(workbook, GRID)
    assert record is not None
    assert record["fields"] == RECORDS[GRID]["fields"]


def test_a_file_of_an_older_schema(workbook: Page) -> None:
    stored = Path(__file__).with_name("buku-kerja-skema-1.json").read_text(encoding="utf-8")
    load(workbook, stored)
    button(workbook, "Muat").click()
    record = kept(workbook, "ik-2-2")
    assert record is not None
    assert (record["schema"], record["fields"]["nama"]) == (3, "Camat rekaan")
    workbook.goto("/modul-02/ik-2-2/")
    expect(workbook.get_by_label("Kecamatan", exact=True)).to_have_value("Tirtamaju")


def test_a_full_device_loads_nothing_by_halves(workbook: Page) -> None:
    file = json.loads(export(workbook))
    file["records"] = {
        "ik-1-2": {"schema": 2, "fields": {"nama": "kecil"}},
        "ik-2-2": {"schema": 2, "fields": {"nama": "x" * 6_000_000}},
    }
    before = everything(workbook)
    load(workbook, json.dumps(file))
    button(workbook, "Muat").click()
    expect(workbook.locator(".workbook-status")).to_contain_text("Tidak ada yang dimuat")
    expect(workbook.locator(".workbook-status")).to_contain_text("penuh")
    assert (kept(workbook, "ik-1-2"), everything(workbook)) == (None, before)


def test_a_broken_file_gives_clear_words(workbook: Page) -> None:
    before = everything(workbook)
    load(workbook, export(workbook)[:-40])
    expect(workbook.get_by_role("alert")).to_contain_text("rusak")
    assert everything(workbook) == before


@pytest.mark.own_browser
def test_blocked_storage_is_told(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
    )
    page.goto("/buku-kerja/")
    expect(page.locator(".workbook-status")).to_contain_text("tidak mengizinkan penyimpanan")


def test_one_document_of_all_that_is_filled_in(workbook: Page) -> None:
    workbook.evaluate("() => { window.print = () => { window.printed = true; }; }")
    button(workbook, "Cetak semua yang terisi").click()
    until(workbook, "window.printed")
    with pypdfium2.PdfDocument(workbook.pdf(prefer_css_page_size=True)) as document:
        sheets = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    text = " ".join(sheets)
    assert [words for words in ("Sri", "128 anak", "baris ketujuh") if words not in text] == []
    assert [code for code in ("IK 2.1 ", "IK 5.6 ", "IK 3.1 ") if code not in text] == []
    quizzes = text[text.index("Kuis 2: ") :]
    assert [words for words in ("benar 1 dari 12", *WRITTEN) if words not in quizzes] == []
    assert "IK 2.2 Pemetaan" not in text
    assert "Buku kerja saya" not in text
    assert sheets[0].startswith("IK 2.1 Diagnosis")
    workbook.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(workbook.locator(".workbook-print")).to_have_count(1)
    workbook.locator("h1").click()
    expect(workbook.locator(".workbook-print")).to_have_count(0)
    expect(item(workbook, GRID)).to_be_visible()


def test_nothing_to_print_or_save_is_told(page: Page) -> None:
    page.goto("/buku-kerja/")
    for name in ("Cetak semua yang terisi", "Unduh semua (JSON)", "Hapus semua"):
        button(page, name).click()
        expect(page.locator(".workbook-status")).to_have_text("Belum ada isian di perangkat ini.")
