"""Name and district typed once: offered on every form that asks for them, kept only when that is asked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.forms_on_screen import BOOK, UNKEPT, kept, open_form, place, put, status

pytestmark = pytest.mark.browser

ME = {"nama": "Sri Wahyuni", "kecamatan": "Tirtamaju"}


@pytest.fixture
def known(page: Page) -> Page:
    """A reader who typed name and district once."""
    page.goto("/buku-kerja/")
    put(page, "diri", {"schema": 2, "time": 1, "fields": ME})
    return page


def offer(form: Locator, path: str) -> Locator:
    return place(form, path).locator("xpath=..").locator(".offer")


@pytest.mark.parametrize("width", [360, 1280])
def test_one_tap_fills_name_and_district(known: Page, width: int) -> None:
    known.set_viewport_size({"width": width, "height": 740})
    form = open_form(known, "ik-2-2")
    assert kept(known, "ik-2-2") is None
    expect(offer(form, "nama")).to_have_text("Sri Wahyuni")
    expect(offer(form, "nama")).to_have_accessible_name("Isi Nama: Sri Wahyuni")
    offer(form, "nama").click()
    expect(place(form, "nama")).to_be_focused()
    expect(place(form, "nama")).to_have_value("Sri Wahyuni")
    expect(place(form, "kecamatan")).to_have_value("Tirtamaju")
    expect(offer(form, "kecamatan")).to_have_count(0)
    expect(status(known)).to_contain_text("Tersimpan")
    known.reload()
    expect(place(form, "kecamatan")).to_have_value("Tirtamaju")


def test_what_was_typed_on_a_form_is_never_overwritten(known: Page) -> None:
    form = open_form(known, "ik-2-2")
    place(form, "nama").fill("Dewi")
    offer(form, "kecamatan").press("Enter")
    expect(place(form, "nama")).to_have_value("Dewi")
    expect(place(form, "kecamatan")).to_have_value("Tirtamaju")


def test_lines_inside_a_form_are_offered_too(known: Page) -> None:
    form = open_form(known, "ik-10-1")
    offer(form, "kepala.kecamatan").click()
    expect(place(form, "kepala.kecamatan")).to_have_value("Tirtamaju")


def test_a_name_is_remembered_only_when_asked(page: Page) -> None:
    form = open_form(page, "ik-2-1")
    place(form, "nama").fill("Sri Wahyuni")
    expect(status(page)).to_contain_text("Tersimpan")
    assert kept(page, "diri") is None
    expect(offer(form, "nama")).to_have_accessible_name("Ingat untuk formulir lain: Sri Wahyuni")
    offer(form, "nama").click()
    record = kept(page, "diri")
    assert record is not None
    assert record["fields"] == {"nama": "Sri Wahyuni"}
    expect(offer(form, "nama")).to_have_count(0)
    expect(offer(open_form(page, "ik-2-2"), "nama")).to_have_text("Sri Wahyuni")


@pytest.mark.parametrize("id_", [UNKEPT, "ik-1-2"])
def test_unkept_and_anonymous_forms_get_no_name(known: Page, id_: str) -> None:
    form = open_form(known, id_)
    expect(form.locator(".offer").filter(has_text=re.compile("Sri|Tirtamaju|Ingat"))).to_have_count(0)
    assert "Sri Wahyuni" not in form.inner_text()


@pytest.mark.own_browser
def test_a_date_is_today_with_one_tap(page: Page) -> None:
    page.clock.set_fixed_time("2026-12-04T10:00:00")
    form = open_form(page, "ik-2-1")
    expect(offer(form, "tanggal")).to_have_text("Hari ini")
    offer(form, "tanggal").click()
    expect(place(form, "tanggal")).to_have_value("4 Desember 2026")


def test_the_workbook_changes_and_removes_it(page: Page) -> None:
    page.goto("/buku-kerja/")
    page.get_by_label("Nama", exact=True).fill("Sri Wahyuni")
    page.get_by_label("Kecamatan", exact=True).fill("Tirtamaju")
    page.get_by_label("Kecamatan", exact=True).press("Tab")
    expect(page.locator(".self-status")).to_have_text("Tersimpan di perangkat ini.")
    form = open_form(page, "ik-2-1")
    offer(form, "nama").click()
    expect(status(page)).to_contain_text("Tersimpan")
    page.goto("/buku-kerja/")
    expect(page.get_by_label("Nama", exact=True)).to_have_value("Sri Wahyuni")
    page.get_by_role("button", name="Hapus nama dan kecamatan").click()
    assert "Tirtamaju" not in str(page.evaluate("key => localStorage.getItem(key)", f"{BOOK}/diri"))
    expect(place(open_form(page, "ik-2-1"), "nama")).to_have_value("Sri Wahyuni")
    expect(place(open_form(page, "ik-2-2"), "nama").locator("xpath=..").locator(".offer")).to_have_count(0)


def test_wiping_the_workbook_wipes_it(known: Page) -> None:
    known.reload()
    known.get_by_role("button", name="Hapus semua", exact=True).click()
    known.get_by_role("button", name="Ya, hapus semua").click()
    assert kept(known, "diri") is None
    expect(known.get_by_label("Nama", exact=True)).to_have_value("")
