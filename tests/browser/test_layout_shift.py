"""Nothing jumps while a page loads over a slow line: the layout shift by kind of page, without a cache."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.server import PackedHandler, serving
from tests.browser.test_axe import PAGES
from tests.products.making import Products

pytestmark = pytest.mark.browser

MOST = 0.05
# A slow mobile line: 0.4 s until an answer begins, 50 KB a second.
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
WATCH = """window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) window.shifts.push([entry.value, entry.sources.map(source =>
    source.node ? (source.node.className || source.node.nodeName) : "?").join(", ")]);
})).observe({type: "layout-shift", buffered: true});"""
KINDS = ("home", "module", "reading", "instrument", "quiz", "workbook", "terms", "errata")
SCREENS = {"phone": (360, 740), "desk": (1280, 800)}


@pytest.fixture(scope="module")
def host(products: Products) -> Iterator[str]:
    with serving(products.site, PackedHandler) as address:
        yield address


def shift(browser: Browser, address: str, screen: str) -> tuple[float, str]:
    """The sum of all shifts, and what moved."""
    width, height = SCREENS[screen]
    with browser.new_context(viewport={"width": width, "height": height}, locale="id-ID") as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        page.goto(address, wait_until="networkidle")
        page.wait_for_timeout(300)
        shifts = page.evaluate("window.shifts")
    return round(sum(value for value, _ in shifts), 3), json.dumps(shifts)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_on_a_phone(browser: Browser, host: str, kind: str) -> None:
    found, moved = shift(browser, host + PAGES[kind], "phone")
    assert found <= MOST, moved


@pytest.mark.slow
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_jumps_on_any_kind_of_page(browser: Browser, host: str, screen: str) -> None:
    found = {kind: shift(browser, host + address, screen) for kind, address in PAGES.items()}
    assert {kind: what for kind, what in found.items() if what[0] > MOST} == {}
