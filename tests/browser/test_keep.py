"""Answers in a form stay on the device: over reloads, tabs, editions, and when storage fails."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.browser.forms_on_screen import (
    BOOK,
    FORMS,
    GRID,
    REPEATABLE,
    UNKEPT,
    clear,
    fill_all,
    kept,
    kept_fields,
    open_form,
    place,
    put,
    status,
    type_and_wait,
)
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

NEVER = """localStorage.setItem('lain', '1');
  Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"""
EVERY_OTHER = """ticks => ticks
  .filter((tick, n) => tick.dataset.one === undefined ? n % 2 === 0
    : tick === tick.closest("tr").querySelector("[data-one]"))
  .map(tick => tick.name)"""
"""The names of every other box; of boxes that exclude each other the first."""
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"


def test_says_when_it_was_kept_and_brings_it_back(page: Page) -> None:
    form = open_form(page, GRID)
    expect(status(page)).to_have_text("")
    place(form, "kisi.jumlah.akta").press_sequentially("128 anak")
    expect(status(page)).to_have_text(re.compile(r"^Tersimpan \d\d\.\d\d$"))
    expect(status(page)).to_have_attribute("aria-live", "polite")
    page.reload()
    expect(place(form, "kisi.jumlah.akta")).to_have_value("128 anak")
    expect(status(page)).to_contain_text("Tersimpan")


@pytest.mark.parametrize("id_", [id_ for id_ in FORMS if id_ != UNKEPT])
def test_every_form_keeps_everything(page: Page, id_: str) -> None:
    form = open_form(page, id_)
    typed = fill_all(form)
    ticks = form.locator("input[type=checkbox]").evaluate_all(EVERY_OTHER)
    for name in ticks[:8]:
        form.locator(f'[name="{name}"]').check()
    page.reload()
    values = "names => names.map(name => document.querySelector('form.instrument').elements[name].value)"
    assert page.evaluate(values, list(typed)) == list(typed.values())
    for name in ticks[:8]:
        expect(form.locator(f'[name="{name}"]')).to_be_checked()
    fields = (kept(page, id_) or {"fields": {}})["fields"]
    assert set(fields) >= {name.removeprefix(f"{id_}.") for name in [*typed, *ticks[:8]]}


def test_what_an_older_edition_kept_is_there_in_this_one(page: Page) -> None:
    page.goto("/")
    put(page, GRID, {"schema": 2, "time": 1, "edition": "2025.7", "fields": {"nama": "Sri"}})
    form = open_form(page, GRID)
    expect(place(form, "nama")).to_have_value("Sri")
    type_and_wait(page, place(form, "kecamatan"), "Tirtamaju")
    record = kept(page, GRID)
    assert record is not None
    assert (record["edition"] > "2025.7", record["fields"]["nama"]) == (True, "Sri")


@pytest.mark.own_browser
def test_the_page_warns_on_a_shared_device_and_sends_nothing(page: Page) -> None:
    sent: list[str] = []
    form = open_form(page, GRID)
    expect(page.locator(".privacy")).to_contain_text("Tidak ada yang dikirim.")
    expect(page.locator(".privacy")).to_contain_text("perangkat yang dipakai bersama")
    page.on("request", lambda request: sent.append(request.url))
    fill_all(form)
    page.wait_for_timeout(700)
    others = [address for address in sent if "/assets/" not in address]  # its own scripts come when needed
    assert others == []


def test_the_record_has_permanent_names_and_no_address(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "catatan.pendapatan"), "415 pekerja")
    record = kept(page, GRID)
    assert record is not None
    assert (record["schema"], record["fields"]) == (3, {"catatan.pendapatan": "415 pekerja"})
    assert [key for key in page.evaluate("Object.keys(localStorage)") if key.startswith(f"{BOOK}/")] == [
        f"{BOOK}/{GRID}"
    ]


def test_typing_right_before_leaving_is_kept(page: Page) -> None:
    form = open_form(page, GRID)
    place(form, "nama").fill("Sri")
    page.goto("/")
    expect(place(open_form(page, GRID), "nama")).to_have_value("Sri")


def test_an_emptied_form_leaves_no_text_behind(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    place(form, "nama").fill("")
    until(page, "key => !localStorage.getItem(key).includes('Sri')", f"{BOOK}/{GRID}")
    assert kept_fields(page, GRID) == {}


def test_two_tabs_do_not_overwrite_each_other(page: Page, context: BrowserContext) -> None:
    first, other = open_form(page, GRID), context.new_page()
    second = open_form(other, GRID)
    type_and_wait(page, place(first, "nama"), "Sri")
    expect(place(second, "nama")).to_have_value("Sri")
    type_and_wait(other, place(second, "kecamatan"), "Tirtamaju")
    expect(place(first, "kecamatan")).to_have_value("Tirtamaju")
    record = kept(page, GRID)
    assert record is not None
    assert record["fields"] == {"nama": "Sri", "kecamatan": "Tirtamaju"}


def test_clearing_can_be_undone(page: Page) -> None:
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    clear(page)
    expect(place(form, "nama")).to_have_value("")
    assert kept_fields(page, GRID) == {}
    undo = page.get_by_role("button", name="Urungkan")
    expect(undo).to_be_focused()
    undo.click()
    expect(place(form, "nama")).to_have_value("Sri")
    record = kept(page, GRID)
    assert record is not None
    assert record["fields"] == {"nama": "Sri"}


@pytest.mark.own_browser
@pytest.mark.parametrize(("trouble", "words"), [(NEVER, "penuh"), (BLOCKED, "tidak mengizinkan")])
def test_storage_that_fails_is_told_and_loses_nothing(page: Page, trouble: str, words: str) -> None:
    page.add_init_script(trouble)
    form = open_form(page, GRID)
    place(form, "nama").fill("Sri")
    expect(status(page)).to_contain_text("Belum tersimpan")
    expect(status(page)).to_contain_text(words)
    place(form, "kecamatan").fill("Tirtamaju")
    expect(place(form, "nama")).to_have_value("Sri")
    asked: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.evaluate("location.href = '/'")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(place(form, "nama")).to_have_value("Sri")


def test_a_full_device_keeps_what_it_had(page: Page) -> None:
    """The real quota, not a stand-in: other data fill the storage to the brim."""
    form = open_form(page, GRID)
    type_and_wait(page, place(form, "nama"), "Sri")
    page.evaluate(
        """() => { let size = 4e6; let n = 0;
        while (size >= 1) { try { localStorage.setItem(`x${n++}`, 'x'.repeat(size)); }
                           catch (full) { size = Math.floor(size / 2); } } }"""
    )
    place(form, "kisi.jumlah.akta").fill("a" * 5000)
    expect(status(page)).to_contain_text("penuh")
    record = kept(page, GRID)
    assert record is not None
    assert record["fields"] == {"nama": "Sri"}
    page.evaluate(
        "Object.keys(localStorage).filter(k => k[0] === 'x').forEach(k => localStorage.removeItem(k))"
    )
    place(form, "kisi.jumlah.air").fill("210")
    expect(status(page)).to_contain_text("Tersimpan")
    record = kept(page, GRID)
    assert record is not None
    assert record["fields"]["kisi.jumlah.akta"] == "a" * 5000


def test_an_older_schema_is_read(page: Page) -> None:
    page.goto("/")
    values = {f"{GRID}.nama": "Sri", f"{GRID}.kisi.jumlah.akta": "128 anak"}
    put(page, GRID, {"schema": 1, "saved": "2026-03-05T02:30:00Z", "values": values})
    form = open_form(page, GRID)
    expect(place(form, "nama")).to_have_value("Sri")
    expect(place(form, "kisi.jumlah.akta")).to_have_value("128 anak")
    expect(status(page)).to_contain_text("5 Maret 2026")
    type_and_wait(page, place(form, "kecamatan"), "Tirtamaju")
    record = kept(page, GRID)
    assert record is not None
    assert record["schema"] == 3
    assert set(record["fields"]) == {"nama", "kecamatan", "kisi.jumlah.akta"}


def test_a_newer_schema_is_left_alone(page: Page) -> None:
    page.goto("/")
    newer = {"schema": 99, "isi": "rahasia"}
    put(page, GRID, newer)
    form = open_form(page, GRID)
    place(form, "nama").fill("Sri")
    expect(status(page)).to_contain_text("edisi yang lebih baru")
    page.wait_for_timeout(600)
    assert kept(page, GRID) == newer


def test_what_cannot_be_read_is_set_aside(page: Page) -> None:
    page.goto("/")
    put(page, GRID, "{rusak")
    form = open_form(page, GRID)
    expect(status(page)).to_contain_text("tidak dapat dibaca")
    type_and_wait(page, place(form, "nama"), "Sri")
    assert page.evaluate("key => localStorage.getItem(key)", f"{BOOK}/!{GRID}") == "{rusak"


def test_text_that_this_edition_no_longer_asks_for_stays(page: Page) -> None:
    page.goto("/")
    put(
        page,
        REPEATABLE,
        {"schema": 2, "time": 1, "fields": {"hilang.lama": "dahulu", "instrumen.9.jenis": "baris"}},
    )
    form = open_form(page, REPEATABLE)
    expect(place(form, "instrumen.9.jenis")).to_have_value("baris")
    type_and_wait(page, place(form, "terlewat.warga"), "pencari kerang")
    record = kept(page, REPEATABLE)
    assert record is not None
    assert record["fields"]["hilang.lama"] == "dahulu"


@pytest.mark.own_browser
def test_renamed_ids_find_their_place(page: Page) -> None:
    """An `alias` reaches the scripts as a table of old and new places; * is any row."""
    page.add_init_script(
        """Object.defineProperty(window, 'HandbookData', { configurable: true, set(data) {
          data.aliases = { 'ik-9-9': 'ik-2-1', 'ik-2-1.kisi.banyak': 'ik-2-1.kisi.jumlah',
            'ik-2-1.kisi.*.surat': 'ik-2-1.kisi.*.akta' };
          Object.defineProperty(window, 'HandbookData', { value: data }); } })"""
    )
    page.goto("/")
    put(page, "ik-9-9", {"schema": 2, "time": 1, "fields": {"kisi.banyak.surat": "128 anak", "nama": "Sri"}})
    form = open_form(page, GRID)
    expect(place(form, "kisi.jumlah.akta")).to_have_value("128 anak")
    expect(place(form, "nama")).to_have_value("Sri")
    assert kept(page, "ik-9-9") is None
