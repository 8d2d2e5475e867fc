"""The last thing that a person typed into a field is what that field holds: each fault once seen, by name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.forms_on_screen import (
    BOOK,
    CARRYING,
    GRID,
    PAIRS,
    REPEATABLE,
    UNKEPT,
    clear,
    kept,
    kept_fields,
    open_form,
    place,
    put,
    status,
    type_and_wait,
)
from tests.browser.waiting import hold_back, let_through, until

pytestmark = pytest.mark.browser

YES_NO, NAMES = "ik-7-5", "ik-9-2"
COPIES = """async () => {
  const open = await new Promise(given => {
    const asked = indexedDB.open('buku-kerja');
    asked.onsuccess = () => given(asked.result);
  });
  const shelves = Array.from(open.objectStoreNames);
  const rows = shelves.length === 0 ? [] : await new Promise(given => {
    const asked = open.transaction(shelves[0]).objectStore(shelves[0]).getAll();
    asked.onsuccess = () => given(asked.result);
  });
  open.close();
  return JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }]);
}"""
"""Everything that this device holds of the site."""
PLACES = """fields => {
  const top = element => element.getBoundingClientRect().top;
  return fields.map(field => Math.round(top(field) - top(document.querySelector('article'))));
}"""
"""Where fields are in the page's text; the theme's header has its own ways."""
WITHOUT_JOURNAL = "Object.defineProperty(window, 'indexedDB', { value: undefined })"


def tab(context: BrowserContext, id_: str) -> tuple[Page, Locator]:
    """Another tab with a form."""
    page = context.new_page()
    return page, open_form(page, id_)


def settle(page: Page, words: str = "Tersimpan") -> None:
    """Wait until everything typed on a page is kept."""
    expect(page.locator(".keep-bar.is-waiting")).to_have_count(0)
    expect(status(page)).to_contain_text(words)


def boxes(form: Locator) -> Locator:
    return form.locator("input[type=checkbox]")


def test_a_changed_mind_is_kept(page: Page) -> None:
    form = open_form(page, PAIRS)
    boxes(form).nth(0).check()
    settle(page)
    boxes(form).nth(1).check()
    page.reload()
    expect(boxes(form).nth(0)).not_to_be_checked()
    expect(boxes(form).nth(1)).to_be_checked()
    expect(form.locator(".line-total input").nth(0)).to_have_value("0")


@pytest.mark.parametrize("act", ["touches another field", "types on", "sees the other reloaded"])
def test_a_forgotten_tab_brings_nothing_back(page: Page, context: BrowserContext, act: str) -> None:
    """The cursor stays in the first tab's field while the other tab goes on with it."""
    form = open_form(page, GRID)
    cell = place(form, "kisi.jumlah.akta")
    type_and_wait(page, cell, "128 anak")
    other, second = tab(context, GRID)
    type_and_wait(other, place(second, "kisi.jumlah.akta"), "128 anak, 12 belum")
    if act == "sees the other reloaded":
        other.reload()
    other.close()
    expect(cell).to_have_value("128 anak, 12 belum")
    if act == "types on":
        cell.press_sequentially("!")
    else:
        place(form, "nama").fill("Sri")
    settle(page)
    held = kept_fields(page, GRID)["kisi.jumlah.akta"]
    assert held in ("128 anak, 12 belum", "128 anak, 12 belum!", "!128 anak, 12 belum")


def test_a_field_with_the_cursor_follows_the_other_tab(page: Page, context: BrowserContext) -> None:
    form = open_form(page, GRID)
    place(form, "nama").focus()
    other, second = tab(context, GRID)
    type_and_wait(other, place(second, "nama"), "Sri")
    expect(place(form, "nama")).to_have_value("Sri")
    expect(place(form, "nama")).to_be_focused()


def test_what_was_emptied_stays_empty(page: Page, context: BrowserContext) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    other, second = tab(context, GRID)
    place(second, "nama").fill("")
    settle(other)
    expect(place(form, "nama")).to_have_value("")
    type_and_wait(page, place(form, "kecamatan"), "Tirtamaju")
    assert kept_fields(page, GRID) == {"kecamatan": "Tirtamaju"}


def test_a_change_that_changes_nothing_writes_nothing(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    before = kept(page, GRID)
    place(form, "nama").dispatch_event("change")
    place(form, "kecamatan").dispatch_event("input")
    place(form, "kecamatan").blur()
    page.wait_for_timeout(600)
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert kept(page, GRID) == before


@pytest.mark.own_browser
def test_what_is_typed_before_the_script_is_kept(page: Page) -> None:
    """The form is there after seconds, its script later: what was stored and what was typed are joined."""
    page.goto("/")
    record = {"nama": "Sri", "kecamatan": "Tirtamaju"}
    put(page, GRID, {"schema": 2, "time": 1, "fields": record})
    held = hold_back(page, "**/assets/form.js*")
    page.goto(f"/modul-02/{GRID}/", wait_until="commit")
    form = page.locator(f'form[data-instrument="{GRID}"]')
    cell = place(form, "kisi.jumlah.akta")
    cell.fill("128 anak")
    place(form, "kecamatan").fill("Ujung")
    before = cell.bounding_box()
    page.wait_for_timeout(200)
    let_through(page, held)
    expect(place(form, "nama")).to_have_value("Sri")
    settle(page)
    assert cell.bounding_box() == before
    expect(cell).to_have_value("128 anak")
    assert kept_fields(page, GRID) == {
        "nama": "Sri",
        "kecamatan": "Ujung",
        "kisi.jumlah.akta": "128 anak",
    }
    expect(page.locator(".keep-offer")).to_contain_text("1 isian lama diganti")
    page.get_by_role("button", name="Urungkan").click()
    expect(place(form, "kecamatan")).to_have_value("Tirtamaju")


@pytest.mark.own_browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("id_", [GRID, REPEATABLE, PAIRS, NAMES, CARRYING])
def test_nothing_moves_when_the_script_comes(page: Page, id_: str, width: int) -> None:
    """Buttons, notices and what can be carried over have their room from the start."""
    page.set_viewport_size({"width": width, "height": 740})
    held = hold_back(page, "**/assets/form.js*")
    page.goto(f"/modul-{int(id_.split('-')[1]):02}/{id_}/", wait_until="commit")
    fields = page.locator("form.instrument textarea, form.instrument input")
    until(page, "() => document.fonts.status === 'loaded' && document.querySelector('.md-footer')")
    page.evaluate("document.fonts.ready")
    before = fields.evaluate_all(PLACES)
    let_through(page, held)
    expect(page.get_by_role("button", name="Cetak formulir")).to_be_visible()
    moved = [
        shift for old, new in zip(before, fields.evaluate_all(PLACES), strict=True) if (shift := new - old)
    ]
    assert moved == []


def test_yes_and_no_exclude_each_other_and_can_be_emptied(page: Page) -> None:
    form = open_form(page, YES_NO)
    row = form.locator("table.criteria tbody tr").first.locator("input[type=checkbox]")
    row.nth(0).check()
    row.nth(1).focus()
    page.keyboard.press("Space")
    expect(row.nth(0)).not_to_be_checked()
    expect(row.nth(1)).to_be_checked()
    expect(form.get_by_role("status").filter(has_text="Dikosongkan")).to_have_text(
        re.compile(r"^Dikosongkan: .*Ya\.$")
    )
    page.keyboard.press("Space")
    expect(form.locator("input:checked")).to_have_count(0)
    row.nth(0).check()
    settle(page)
    page.reload()
    expect(row.nth(0)).to_be_checked()
    expect(form.locator("input:checked")).to_have_count(1)


def test_one_of_two_also_when_each_tab_chose_one(page: Page, context: BrowserContext) -> None:
    """Neither tab has heard of the other's choice when it is made."""
    _, first = page, open_form(page, YES_NO)
    other, second = tab(context, YES_NO)
    boxes(first).nth(0).evaluate("box => box.click()")
    boxes(second).nth(1).evaluate("box => box.click()")
    for one, form in ((page, first), (other, second)):
        settle(one)
        expect(boxes(form).nth(0)).not_to_be_checked()
        expect(boxes(form).nth(1)).to_be_checked()


def test_names_to_choose_are_counted_and_told(page: Page) -> None:
    form = open_form(page, NAMES)
    sheet = form.locator(".name-sheet").first
    line = sheet.locator(".choice-count").first
    expect(line).to_have_text("Putaran 1: 0 dari 8 dipilih")
    ticks = sheet.locator('input[name$=".satu"]')
    for number in range(9):
        ticks.nth(number).check()
        if number == 7:
            expect(line).to_have_text("Putaran 1: 8 dari 8 dipilih")
    expect(line).to_have_text("Putaran 1: 9 dipilih, padahal paling banyak 8. Kosongkan 1.")
    expect(line).to_have_attribute("role", "status")
    settle(page)
    page.reload()
    expect(line).to_contain_text("9 dipilih")


def test_clearing_asks_first_and_apart_from_the_spreadsheets(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    page.locator(".more-actions summary").click()
    button = page.locator(".more-list").get_by_role("button", name="Kosongkan", exact=True)
    expect(button.locator("xpath=preceding-sibling::*")).to_have_count(0)
    button.click()
    dialog = page.get_by_role("dialog", name="Kosongkan formulir ini?")
    expect(dialog.get_by_role("button", name="Batal")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(place(form, "nama")).to_have_value("Sri")


def test_clearing_can_be_undone_after_keys_and_a_reload(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    type_and_wait(page, place(form, "kecamatan"), "Tirtamaju")
    clear(page)
    place(form, "nama").fill("Adi")
    settle(page)
    page.reload()
    expect(place(form, "kecamatan")).to_have_value("")
    page.get_by_role("button", name="Urungkan").click()
    expect(place(form, "kecamatan")).to_have_value("Tirtamaju")
    expect(place(form, "nama")).to_have_value("Adi")
    page.reload()
    assert kept_fields(page, GRID) == {"nama": "Adi", "kecamatan": "Tirtamaju"}


def test_a_row_that_was_written_in_since_outlives_the_undo_of_a_clearing(page: Page) -> None:
    """Found by the model: the row, removed before the clearing, was removed again with the new words."""
    form = open_form(page, REPEATABLE)
    type_and_wait(page, place(form, "instrumen.2.hasil"), "Tirtamaju")
    form.get_by_role("button", name="Hapus baris 1").click()
    clear(page)
    place(form, "instrumen.1.hasil").fill("Ujung")
    settle(page)
    page.locator(".keep-offer").get_by_role("button", name="Urungkan").click()
    expect(place(form, "instrumen.1.hasil")).to_have_value("Ujung")
    expect(place(form, "instrumen.2.hasil")).to_have_value("Tirtamaju")


def test_what_was_cleared_is_nowhere_once_undo_is_over(page: Page, context: BrowserContext) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Rahasia 17")
    assert page.evaluate(COPIES).count("Rahasia 17") == 2  # what is read, and the journal
    clear(page)
    settle(page, "")
    page.goto("/")
    assert "Rahasia 17" not in page.evaluate(COPIES)
    page.goto(f"/modul-02/{GRID}/")
    expect(page.get_by_role("button", name="Urungkan")).to_have_count(0)
    _, second = tab(context, GRID)
    expect(place(second, "nama")).to_have_value("")


def test_what_is_wiped_cannot_be_undone_in_another_tab(page: Page, context: BrowserContext) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Rahasia 17")
    clear(page)
    other = context.new_page()
    other.goto("/buku-kerja/")
    other.get_by_role("button", name="Hapus semua").click()
    other.get_by_role("button", name="Ya, hapus semua").click()
    expect(page.get_by_role("button", name="Urungkan")).to_have_count(0)
    until(page, f"async () => !(await ({COPIES})()).includes('Rahasia')")


@pytest.mark.own_browser
def test_undo_ends_after_ten_minutes(page: Page) -> None:
    page.clock.install()
    form = open_form(page, GRID)
    place(form, "nama").fill("Rahasia 17")
    page.clock.run_for(1000)
    clear(page)
    page.clock.run_for(9 * 60_000)
    expect(page.get_by_role("button", name="Urungkan")).to_be_visible()
    page.clock.run_for(2 * 60_000)
    expect(page.get_by_role("button", name="Urungkan")).to_have_count(0)
    assert "Rahasia 17" not in page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")


LOSE = "key => localStorage.removeItem(key)"


def test_what_a_killed_browser_did_not_write_comes_back(page: Page) -> None:
    """The journal is newer than what is read: it wins, field by field."""
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    older = page.evaluate("key => localStorage.getItem(key)", f"{BOOK}/{GRID}")
    type_and_wait(page, place(form, "nama"), "Sri Rahayu")
    settle(page)
    page.goto("/peraturan/", wait_until="commit")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{BOOK}/{GRID}", older])
    form = open_form(page, GRID)
    expect(place(form, "nama")).to_have_value("Sri Rahayu")
    page.goto("/404.html")
    page.evaluate(LOSE, f"{BOOK}/{GRID}")
    form = open_form(page, GRID)
    expect(place(form, "nama")).to_have_value("Sri Rahayu")


def test_what_was_deleted_does_not_come_back_after_a_restart(page: Page) -> None:
    """The browser wrote the record to the disk, but not that it was cleared, or that all was wiped."""
    for wipe in (False, True):
        form = open_form(page, GRID)
        type_and_wait(page, place(form, "nama"), "Rahasia 17")
        settle(page)
        older = page.evaluate("({ ...localStorage })")
        if wipe:
            page.goto("/buku-kerja/")
            page.get_by_role("button", name="Hapus semua").click()
            page.get_by_role("button", name="Ya, hapus semua").click()
            until(page, f"async () => !(await ({COPIES})()).includes('Rahasia')")
        else:
            clear(page)
            settle(page, "")
        page.goto("/404.html")
        page.evaluate("all => { localStorage.clear(); Object.assign(localStorage, all); }", older)
        form = open_form(page, GRID)
        until(page, "key => !(localStorage.getItem(key) || '').includes('Rahasia')", f"{BOOK}/{GRID}")
        expect(place(form, "nama")).to_have_value("")


def test_a_form_that_is_not_kept_leaves_no_copy_anywhere(page: Page) -> None:
    form = open_form(page, UNKEPT)
    form.locator("textarea, input[type=text]").first.fill("Rahasia 17")
    page.wait_for_timeout(600)
    clear(page)
    page.get_by_role("button", name="Urungkan").click()
    expect(form.locator("textarea, input[type=text]").first).to_have_value("Rahasia 17")
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert "Rahasia 17" not in page.evaluate(COPIES)


@pytest.mark.own_browser
def test_where_there_is_no_journal_that_is_said(page: Page) -> None:
    page.add_init_script(WITHOUT_JOURNAL)
    form = open_form(page, GRID)
    place(form, "nama").fill("Sri")
    expect(status(page)).to_contain_text("unduh berkasnya")
    page.reload()
    expect(place(form, "nama")).to_have_value("Sri")


STORED = Path(__file__).with_name("buku-kerja-skema-2.json")
"""A record from before fields had times: texts, rows added and removed, ticks, a quiz, a stage."""


def shows_the_stored_records(page: Page) -> None:
    form = open_form(page, REPEATABLE)
    rows = form.locator("table.repeatable tbody tr")
    expect(rows).to_have_count(4)
    assert rows.evaluate_all("rows => rows.map(row => row.dataset.row)") == ["1", "3", "4", "5"]
    expect(place(form, "instrumen.5.hasil")).to_have_value("baris kelima,\nbaris kedua")
    form = open_form(page, PAIRS)
    assert boxes(form).evaluate_all("all => all.map(box => box.checked)")[:6] == [
        *(True, False, False, True, True, False)
    ]
    expect(form.locator(".line-total input").nth(0)).to_have_value("2")
    expect(place(open_form(page, GRID), "nama")).to_have_value("Camat rekaan")
    page.goto("/modul-02/kuis-2/")
    expect(page.locator(".question-kept")).to_have_count(2)
    page.goto("/modul-02/tahap-1/")
    expect(page.get_by_role("button", name="Tahap selesai")).to_be_visible()


def test_what_the_second_schema_kept_is_there(page: Page) -> None:
    page.goto("/")
    records: dict[str, Any] = json.loads(STORED.read_text(encoding="utf-8"))["records"]
    for id_, record in records.items():
        put(page, id_, record)
    shows_the_stored_records(page)


def test_a_file_of_the_second_schema_is_loaded(page: Page) -> None:
    page.goto("/buku-kerja/")
    page.locator(".workbook input[type=file]").set_input_files(STORED)
    page.get_by_role("button", name="Muat", exact=True).click()
    expect(page.locator(".workbook-status")).to_contain_text("5 formulir atau kuis dimuat")
    shows_the_stored_records(page)
