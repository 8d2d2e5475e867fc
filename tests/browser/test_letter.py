"""Answers sent from a form: a text to be read without this site, without a name where a form is anonymous."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import GRID, UNKEPT, download, open_form, place, type_and_wait
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

SHEET = """navigator.canShare = sheet => Boolean(sheet.files);
navigator.share = async sheet => {
  const read = async file => [file.name, file.type, await file.text()];
  const files = await Promise.all((sheet.files || []).map(read));
  window.shared = { title: sheet.title, text: sheet.text, files };
};"""
NO_SHEET = "delete Navigator.prototype.canShare; delete Navigator.prototype.share;"


def send(page: Page) -> None:
    page.get_by_role("button", name="Kirim", exact=True).click()


@pytest.mark.own_browser
def test_the_phones_sheet_gets_the_answers_with_their_questions(phone: Page) -> None:
    phone.add_init_script(SHEET)
    form = open_form(phone, GRID)
    type_and_wait(phone, place(form, "nama"), "Sri Wahyuni")
    type_and_wait(phone, place(form, "kisi.jumlah.rumah"), "96 rumah")
    type_and_wait(phone, place(form, "catatan.pendapatan"), "415 pekerja")
    send(phone)
    shared = until(phone, "window.shared")
    assert shared["title"] == "IK 2.1 Diagnosis Pemenuhan Hak di Kecamatan"
    assert shared["files"] == []
    lines = shared["text"].splitlines()
    assert lines[0] == shared["title"]
    assert lines[1].startswith("Buku Pegangan Camat · Edisi")
    assert "Nama: Sri Wahyuni" in lines
    where = lines.index("I Jumlah warga Anda yang belum sepenuhnya menikmati hak pada kolom (2) sampai (7)")
    assert lines[where + 1] == "Infrastruktur dasar: (5) Perumahan: 96 rumah"
    assert lines[-1].startswith("Hak atas pendapatan dan kesempatan kerja")
    assert lines[-1].endswith(": 415 pekerja")


@pytest.mark.own_browser
def test_a_long_text_goes_as_a_file_with_the_name(page: Page) -> None:
    page.add_init_script(SHEET)
    page.clock.set_fixed_time("2026-12-04T10:00:00")
    form = open_form(page, GRID)
    place(form, "nama").fill("Sri Wahyuni, S.Sos.")
    place(form, "kisi.penyebab.air").fill("panjang " * 300)
    send(page)
    [[name, kind, text]] = until(page, "window.shared")["files"]
    assert (name, kind) == ("ik-2-1-sri-wahyuni-s-sos-20261204.txt", "text/plain")
    assert text.count("panjang") == 300


@pytest.mark.own_browser
def test_choices_and_ticks_say_what_was_chosen(page: Page) -> None:
    page.add_init_script(SHEET)
    form = open_form(page, "ik-3-4")
    form.get_by_label("1: Ya", exact=True).check()
    send(page)
    text = until(page, "window.shared")["text"]
    assert "1 Mencerminkan sikap peka dan proaktif" in text
    assert text.splitlines()[-1] == "✓ Ya"


@pytest.mark.own_browser
def test_an_anonymous_form_sends_no_name(page: Page) -> None:
    page.add_init_script(SHEET)
    page.clock.set_fixed_time("2026-12-04T10:00:00")
    form = open_form(page, "ik-1-2")
    place(form, "harapan.kosong-1").fill("panjang " * 300)
    form.evaluate("form => form.insertAdjacentHTML('afterbegin', '<input data-role=nama name=x value=Sri>')")
    send(page)
    [[name, _, text]] = until(page, "window.shared")["files"]
    assert name == "ik-1-2-20261204.txt"
    assert "Sri" not in text


@pytest.mark.own_browser
@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_sheet_one_copies_or_downloads(page: Page, width: int) -> None:
    page.add_init_script(NO_SHEET)
    page.set_viewport_size({"width": width, "height": 740})
    form = open_form(page, GRID)
    send(page)
    expect(page.locator(".keep-status")).to_have_text("Belum ada isian untuk dikirim.")
    place(form, "nama").fill("Sri")
    send(page)
    box = page.get_by_role("region", name="Kirim")
    expect(box).to_be_focused()
    expect(box.locator("pre")).to_contain_text("Nama: Sri")
    name, path = download(page, box.get_by_role("button", name="Unduh sebagai teks").click)
    assert name.startswith("ik-2-1-sri-")
    assert "Nama: Sri" in path.read_text(encoding="utf-8-sig")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box.get_by_role("button", name="Salin").click()
    expect(box.get_by_role("status")).to_have_text("Disalin.")
    assert "Nama: Sri" in page.evaluate("navigator.clipboard.readText()")
    box.get_by_role("button", name="Tutup").click()
    expect(box).to_have_count(0)


def test_what_is_not_kept_is_not_sent(page: Page) -> None:
    open_form(page, UNKEPT)
    expect(page.get_by_role("button", name="Cetak formulir")).to_be_visible()
    expect(page.get_by_role("button", name="Kirim", exact=True)).to_have_count(0)
