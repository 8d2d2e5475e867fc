"""A module saved by choice is read when the network is gone, and stays as it was saved."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import Handler, serving
from tests.products.making import Products

pytestmark = pytest.mark.browser

SAVE = re.compile(r"Simpan Modul 3 untuk dibaca tanpa internet \(\d+,\d MB\)")
SAVED = "Modul 3 tersimpan di perangkat ini dan dapat dibuka tanpa internet."
VERSIONS = "async () => (await caches.keys()).map(key => key.split('|')[2])"
CACHES = "async () => (await caches.keys()).map(key => key.split('|')[1]).sort()"


class Host:
    """A copy of the site that can be cut off, keep silent, and become a newer edition."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.unanswered = ""
        self._is_cut = threading.Event()
        self._open = ExitStack()
        self.address = self._open.enter_context(serving(site, self._handler()))

    def cut(self) -> None:
        self._is_cut.set()
        self._open.close()

    def _handler(host) -> type[Handler]:  # noqa: N805
        class Reluctant(Handler):
            """Keeps silent where the host is told to."""

            def send_head(self) -> Any:
                if host.unanswered and self.path.startswith(host.unanswered):
                    host._is_cut.wait(60)
                return super().send_head()

        return Reluctant

    def becomes_newer(self) -> None:
        page = self.site / "modul-03" / "index.html"
        page.write_text(page.read_text().replace("</article>", "<p>Kalimat baru.</p></article>"))
        for name in ("modul-03", "bersama"):
            file = self.site / "luring" / f"{name}.json"
            file.write_text(json.dumps({**json.loads(file.read_text()), "version": "baru"}))


@pytest.fixture
def host(products: Products, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(products.site, tmp_path / "site", ignore=shutil.ignore_patterns("unduhan"))
    host = Host(tmp_path / "site")
    yield host
    host.cut()


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any], host: Host) -> Iterator[Page]:
    """Someone on a phone, on the page of Module 3."""
    args = {**browser_context_args, "base_url": host.address, "viewport": {"width": 360, "height": 740}}
    with browser.new_context(**args) as context:
        page = context.new_page()
        page.goto("/modul-03/")
        yield page


def save(page: Page) -> None:
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".offline-status")).to_have_text(SAVED, timeout=30_000)


def test_nothing_is_saved_without_being_asked(reader: Page) -> None:
    expect(reader.get_by_role("button", name=SAVE)).to_be_visible()
    assert reader.evaluate(CACHES) == []
    assert reader.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_a_saved_module_is_read_without_a_network(reader: Page, host: Host) -> None:
    save(reader)
    assert reader.evaluate(CACHES) == ["bersama", "modul-03"]
    host.cut()
    reader.reload()
    expect(reader.locator(".offline-status")).to_have_text(SAVED)
    reader.goto("/modul-03/tahap-4/?h=komitmen")
    expect(reader.locator("h1")).to_contain_text("Kepemimpinan Transformatif")
    assert reader.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").find("Serif") >= 0
    reader.goto("/modul-03/ik-3-2/")
    field = reader.locator("form.instrument input, form.instrument textarea").first
    field.fill("tetap dapat diisi")
    expect(field).to_have_value("tetap dapat diisi")


def test_quiz_workbook_and_spreadsheet_work_without_a_network(reader: Page, host: Host) -> None:
    save(reader)
    host.cut()
    reader.goto("/modul-03/kuis-3/")
    reader.locator(".question:has(input[type=radio]) input").first.check()
    reader.locator(".question:has(input[type=radio]) .question-actions button").first.click()
    expect(reader.locator(".question-result.right, .question-result.wrong")).to_have_count(1)
    reader.goto("/modul-03/ik-3-4/")
    reader.locator("form.instrument textarea").first.fill("catatan di jalan")
    expect(reader.locator(".keep-status")).to_contain_text("Tersimpan")
    reader.locator(".more-actions summary").click()
    with reader.expect_download(timeout=5000) as found:
        reader.get_by_role("button", name="Excel dengan isian").click()
    assert Path(found.value.path()).read_bytes().startswith(b"PK")
    reader.goto("/buku-kerja/")
    expect(reader.locator('[data-record="ik-3-4"] .workbook-state')).to_contain_text("sebagian")


def test_a_full_device_is_told_and_nothing_is_half_saved(reader: Page, host: Host) -> None:
    """The browser's own quota, set lower than what a module needs."""
    session = reader.context.new_cdp_session(reader)
    quota = {"origin": host.address, "quotaSize": 60_000}
    session.send("Storage.overrideQuotaForOrigin", quota)
    reader.get_by_role("button", name=SAVE).click()
    status = reader.locator(".offline-status")
    expect(status).to_have_text(re.compile("^Ruang simpan di perangkat ini tidak cukup"), timeout=30_000)
    assert reader.evaluate(CACHES) == []
    expect(reader.get_by_role("button", name=SAVE)).to_be_visible()


def test_the_search_works_without_a_network(reader: Page, host: Host) -> None:
    save(reader)
    host.cut()
    reader.goto("/modul-03/")
    reader.get_by_role("button", name="Buka pencarian").click()
    reader.locator("input.md-search__input").press_sequentially("diskresi")
    expect(reader.locator(".md-search-result__list > li").first).to_be_visible()


def test_a_page_that_is_not_saved_says_so(reader: Page, host: Host) -> None:
    save(reader)
    host.cut()
    reader.goto("/modul-04/")
    expect(reader.locator("h1")).to_have_text("Tidak ada sambungan")
    reader.get_by_role("link", name="Modul 3", exact=True).click()
    expect(reader.locator("h1")).to_contain_text("Kepemimpinan Camat Sigap dan Cakap")


def test_it_is_updated_only_when_asked(reader: Page, host: Host) -> None:
    save(reader)
    host.becomes_newer()
    reader.reload()
    expect(reader.locator(".offline-status")).to_contain_text("sudah ada versi yang lebih baru")
    expect(reader.get_by_text("Kalimat baru.")).to_have_count(0)
    reader.get_by_role("button", name="Perbarui simpanan").click()
    expect(reader.locator(".offline-status")).to_have_text(SAVED, timeout=30_000)
    reader.reload()
    expect(reader.get_by_text("Kalimat baru.")).to_be_visible()
    assert reader.evaluate(VERSIONS) == ["baru", "baru"]


def test_other_pages_stay_up_to_date(reader: Page, host: Host) -> None:
    save(reader)
    page = host.site / "tentang" / "index.html"
    page.write_text(page.read_text().replace("</article>", "<p>Kalimat baru.</p></article>"))
    reader.goto("/tentang/")
    expect(reader.get_by_text("Kalimat baru.")).to_be_visible()


def test_what_is_saved_can_be_removed(reader: Page) -> None:
    save(reader)
    reader.get_by_role("button", name="Hapus simpanan").click()
    expect(reader.get_by_role("button", name=SAVE)).to_be_visible()
    assert reader.evaluate(CACHES) == []


def test_a_failure_leaves_nothing_half_saved(reader: Page, host: Host) -> None:
    expect(reader.get_by_role("button", name=SAVE)).to_be_visible()
    shutil.rmtree(host.site / "modul-03" / "tahap-4")
    reader.get_by_role("button", name=SAVE).click()
    expect(reader.locator(".offline-status")).to_have_text(re.compile("^Gagal menyimpan"), timeout=30_000)
    assert "modul-03" not in reader.evaluate(CACHES)
