"""All modules saved by one tap: with what it takes, stopped, and told where it does not fit."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_offline import CACHES, Host
from tests.browser.test_offline import host as host
from tests.browser.test_offline import reader as reader

pytestmark = pytest.mark.browser

SAVE = re.compile(r"^Simpan semua modul \(\d,\d MB\)$")
ALL = ["bersama", *(f"modul-{number:02}" for number in range(1, 11))]


def status(page: Page) -> str:
    return page.locator(".offline-all .offline-status").inner_text()


def open_panel(page: Page) -> None:
    to_panel(page)
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()


def to_panel(page: Page) -> None:
    page.goto("/buku-kerja/")
    page.locator(".offline-all").scroll_into_view_if_needed()


def test_all_modules_are_read_without_a_network(reader: Page, host: Host) -> None:
    open_panel(reader)
    said = re.search(
        r"^0 dari 10 .* Perlu (\d+,\d) MB di perangkat; tersisa kira-kira [\d.]+,\d MB\.$", status(reader)
    )
    assert said
    reader.get_by_role("button", name=SAVE).click()
    expect(reader.get_by_role("button", name="Batal")).to_be_focused()
    expect(reader.locator(".offline-all .offline-status")).to_have_text(
        "10 dari 10 modul tersimpan di perangkat ini.", timeout=60_000
    )
    assert reader.evaluate(CACHES) == ALL
    taken = reader.evaluate(
        """async () => { let sum = 0;
          for (const key of await caches.keys()) for (const request of await (await caches.open(key)).keys())
            sum += (await (await (await caches.open(key)).match(request)).arrayBuffer()).byteLength;
          return sum; }"""
    )
    assert abs(taken / 1e6 - float(said[1].replace(",", "."))) < 0.2
    host.cut()
    reader.goto("/modul-10/ik-10-1/")
    expect(reader.locator("h1")).to_contain_text("Rencana Aksi")
    to_panel(reader)
    expect(reader.locator(".offline-all .offline-status")).to_contain_text("Tidak ada sambungan")


def test_saving_can_be_stopped_and_taken_up_again(reader: Page, host: Host) -> None:
    host.unanswered = "/modul-04/"
    open_panel(reader)
    reader.get_by_role("button", name=SAVE).click()
    share = re.compile(r"^Modul [34]: 3\d%$")
    expect(reader.locator(".offline-share")).to_contain_text(share, timeout=30_000)
    reader.get_by_role("button", name="Batal").click()
    expect(reader.locator(".offline-all .offline-status")).to_contain_text(
        "Dibatalkan; modul yang sudah selesai tetap tersimpan. 3 dari 10"
    )
    assert reader.evaluate(CACHES) == ALL[:4]
    reader.get_by_role("button", name="Hapus semua simpanan modul").click()
    expect(reader.locator(".offline-all .offline-status")).to_contain_text("0 dari 10")
    assert reader.evaluate(CACHES) == []


def test_what_does_not_fit_is_told_before(reader: Page) -> None:
    reader.add_init_script("navigator.storage.estimate = async () => ({ quota: 3e6, usage: 1e6 });")
    to_panel(reader)
    expect(reader.locator(".offline-all .offline-status")).to_contain_text(
        re.compile(
            r"Ruang tidak cukup: perlu \d+,\d MB, tersisa kira-kira 2,0 MB\. Simpan modul yang Anda perlukan"
        )
    )
    expect(reader.get_by_role("button", name=SAVE)).to_have_count(0)
