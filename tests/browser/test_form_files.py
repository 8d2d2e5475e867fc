"""Files that a form saves and loads: the reader's own file, the share sheet."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import (
    BOOK,
    GRID,
    clear,
    click,
    download,
    kept,
    menu,
    open_form,
    place,
    type_and_wait,
)
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

SHARE = """navigator.canShare = sheet => sheet.files[0].type === 'text/plain';
navigator.share = async sheet => {
  const [file] = sheet.files;
  window.shared = [sheet.title, file.name, await file.text()];
};"""


def a_file(**changes: Any) -> str:
    """A reader's file with one form, changed as asked."""
    record = {"schema": 2, "time": 1_700_000_000_000, "fields": {"nama": "Adi", "kisi.jumlah.air": "210"}}
    file = {"format": "buku-kerja", "schema": 2, "book": BOOK, "edition": "2026.1", "records": {GRID: record}}
    return json.dumps({**file, **changes})


def load(page: Page, text: str) -> None:
    """Choose a file with this text."""
    menu(page).locator("input[type=file]").set_input_files(
        {"name": "isian.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_the_file_holds_the_form(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri “Émé”")
    name, path = download(page, click(page, "Unduh berkas isian"))
    file = json.loads(path.read_text(encoding="utf-8"))
    assert name.startswith(f"{GRID}-{BOOK}-")
    assert name.endswith(".json")
    assert (file["format"], file["schema"], file["book"]) == ("buku-kerja", 3, BOOK)
    assert "times" not in file["records"][GRID]
    assert file["records"][GRID]["fields"] == {"nama": "Sri “Émé”"}


def test_loading_shows_first_what_it_would_replace(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    type_and_wait(page, place(form, "kecamatan"), "Tirtamaju")
    load(page, a_file())
    preview = page.locator(".preview")
    expect(preview).to_be_focused()
    expect(preview).to_contain_text("Baru 1, menimpa 1, sama 0.")
    expect(place(form, "nama")).to_have_value("Sri")
    preview.locator("summary").click()
    expect(preview.locator("del")).to_have_text("Sri")
    expect(preview.locator("ins")).to_have_text("Adi")
    preview.get_by_role("button", name="Muat").click()
    expect(place(form, "nama")).to_have_value("Adi")
    expect(place(form, "kecamatan")).to_have_value("Tirtamaju")
    expect(place(form, "kisi.jumlah.air")).to_have_value("210")
    page.get_by_role("button", name="Urungkan").click()
    expect(place(form, "nama")).to_have_value("Sri")
    expect(place(form, "kisi.jumlah.air")).to_have_value("")
    record = kept(page, GRID)
    assert record is not None
    assert record["fields"] == {"nama": "Sri", "kecamatan": "Tirtamaju"}


def test_a_loaded_file_ends_the_undo_of_a_clearing(page: Page) -> None:
    """Found by the model: after a reload the clearing was offered to be undone again."""
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "kecamatan"), "Tirtamaju")
    clear(page)
    load(page, a_file())
    page.locator(".preview").get_by_role("button", name="Muat").click()
    expect(place(form, "nama")).to_have_value("Adi")
    assert "Tirtamaju" not in page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    page.reload()
    expect(place(form, "nama")).to_have_value("Adi")
    expect(page.get_by_role("button", name="Urungkan")).to_have_count(0)


BAD = {
    "not-json": ("{rusak", "rusak"),
    "half": (a_file()[:-30], "rusak"),
    "list": ("[]", "bukan berkas isian buku ini"),
    "foreign": ('{"halo": 1}', "bukan berkas isian buku ini"),
    "other-book": (a_file(book="buku-kebun"), "buku lain"),
    "newer": (a_file(schema=99), "edisi yang lebih baru"),
    "empty": (a_file(records={}), "tidak berisi isian apa pun"),
    "other-form": (a_file(records={"ik-2-2": {"schema": 2, "fields": {"nama": "x"}}}), "Buku kerja"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_gives_clear_words_and_loses_nothing(page: Page, case: str) -> None:
    text, words = BAD[case]
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    load(page, text)
    expect(page.get_by_role("alert")).to_contain_text(words)
    expect(place(form, "nama")).to_have_value("Sri")
    record = kept(page, GRID)
    assert record is not None
    assert record["fields"] == {"nama": "Sri"}


def test_markup_in_a_file_stays_text(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    evil = "<img src=x onerror=window.evil=1>"
    load(page, a_file(records={GRID: {"schema": 2, "fields": {"nama": evil, "kisi": {"a": 1}}, "rows": 5}}))
    page.locator(".preview summary").click()
    page.locator(".preview").get_by_role("button", name="Muat").click()
    expect(place(form, "nama")).to_have_value(evil)
    assert page.evaluate("window.evil") is None


@pytest.mark.own_browser
def test_sharing_uses_the_phones_sheet(page: Page) -> None:
    page.add_init_script(SHARE)
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    click(page, "Bagikan")()
    title, name, text = until(page, "window.shared")
    assert (title, name.endswith(".txt")) == (GRID, True)
    assert json.loads(text)["records"][GRID]["fields"] == {"nama": "Sri"}


@pytest.mark.own_browser
def test_sharing_downloads_where_there_is_no_sheet(page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.canShare; delete Navigator.prototype.share;")
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    _, path = download(page, click(page, "Bagikan"))
    assert json.loads(path.read_text(encoding="utf-8"))["records"][GRID]["fields"] == {"nama": "Sri"}
