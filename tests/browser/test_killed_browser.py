"""A browser whose processes are all killed a second after the page said "Tersimpan" has lost nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Error, Page, expect

from tests.browser.forms_on_screen import GRID, clear, place, status
from tests.products.making import Products

pytestmark = pytest.mark.browser

CELLS = ("nama", "kisi.jumlah.akta", "catatan.pendapatan")


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, products: Products, base_url: str) -> str:
    """The page of a form, from a server and from a disk."""
    path = f"modul-02/{GRID}/index.html"
    return f"{base_url}/{path}" if request.param == "http" else (products.site / path).as_uri()


@contextmanager
def killed_at_the_end(
    browser_type: BrowserType, arguments: dict[str, Any], profile: Path, address: str
) -> Iterator[Page]:
    """A browser with a profile on the disk; whatever happens, none of its processes ends by itself."""
    context = browser_type.launch_persistent_context(str(profile), locale="id-ID", **arguments)
    try:
        page = context.pages[0]
        page.goto(address)
        yield page
    finally:
        _kill_all(profile)
        with suppress(Error):
            context.close()


def _kill_all(profile: Path) -> None:
    """SIGKILL to the browser with this profile and to all that descends from it."""
    parents: dict[int, int] = {}
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            process = int(folder.name)
            parents[process] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if f"--user-data-dir={profile}\0".encode() in (folder / "cmdline").read_bytes():
                found.add(process)
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    for process in found:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def type_all(page: Page, words: str) -> None:
    """Type into several fields, and wait until the page says that it is kept, and a second."""
    form = page.locator("form.instrument")
    for cell in CELLS:
        place(form, cell).fill("")
        place(form, cell).press_sequentially(f"{words} {cell}", delay=3)
    said(page, "Tersimpan")


def said(page: Page, words: str) -> None:
    expect(page.locator(".keep-bar.is-waiting")).to_have_count(0)
    expect(status(page)).to_contain_text(words)
    page.wait_for_timeout(1000)


def shown(page: Page, words: str) -> int:
    """How many of the fields hold what was typed."""
    form = page.locator("form.instrument")
    page.wait_for_timeout(500)
    return sum(place(form, cell).input_value() == f"{words} {cell}" for cell in CELLS)


def lost(
    times: int, browser_type: BrowserType, arguments: dict[str, Any], profile: Path, address: str
) -> list[str]:
    """Answers lost when the browser was killed so many times, or restored though they were cleared."""
    losses = []
    for number in range(times):
        with killed_at_the_end(browser_type, arguments, profile, address) as page:
            type_all(page, f"kali {number}")
        with killed_at_the_end(browser_type, arguments, profile, address) as page:
            if (there := shown(page, f"kali {number}")) != len(CELLS):
                losses.append(f"{number}: {len(CELLS) - there} fields lost")
            clear(page)
            said(page, "")
        with killed_at_the_end(browser_type, arguments, profile, address) as page:
            if shown(page, f"kali {number}"):
                losses.append(f"{number}: cleared text came back")
    return losses


def test_nothing_is_lost(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path, address: str
) -> None:
    assert lost(1, browser_type, browser_type_launch_args, tmp_path / "profil", address) == []


@pytest.mark.slow
def test_nothing_is_lost_in_twenty_times(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path, address: str
) -> None:
    assert lost(20, browser_type, browser_type_launch_args, tmp_path / "profil", address) == []
