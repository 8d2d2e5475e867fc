"""Nothing jumps while a page loads over a slow line: the layout shift by kind of page, without a cache."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, Page

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
AT_A_TIME = 8


@pytest.fixture(scope="module")
def host(products: Products) -> Iterator[str]:
    with serving(products.site, PackedHandler) as address:
        yield address


@contextmanager
def slow_visitor(browser: Browser, screen: str) -> Iterator[Page]:
    """Someone with an empty cache on a slow line, whose page notes what moves."""
    width, height = SCREENS[screen]
    with browser.new_context(viewport={"width": width, "height": height}, locale="id-ID") as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        yield page


def shift(page: Page) -> tuple[float, str]:
    """The sum of all shifts until a while after the page is quiet, and what moved."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    shifts = page.evaluate("window.shifts")
    return round(sum(value for value, _ in shifts), 3), json.dumps(shifts)


def shifts(browser: Browser, host: str, kinds: Sequence[str], screen: str) -> dict[str, tuple[float, str]]:
    """The shift by kind of page; each visitor has a line of its own, and most of a visit is waiting."""
    found: dict[str, tuple[float, str]] = {}
    for first in range(0, len(kinds), AT_A_TIME):
        with ExitStack() as visits:
            pages = {
                kind: visits.enter_context(slow_visitor(browser, screen))
                for kind in kinds[first : first + AT_A_TIME]
            }
            for kind, page in pages.items():
                page.goto(host + PAGES[kind], wait_until="commit")
            found |= {kind: shift(page) for kind, page in pages.items()}
    return found


@pytest.fixture(scope="module")
def on_a_phone(browser: Browser, host: str) -> dict[str, tuple[float, str]]:
    return shifts(browser, host, KINDS, "phone")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_on_a_phone(on_a_phone: dict[str, tuple[float, str]], kind: str) -> None:
    found, moved = on_a_phone[kind]
    assert found <= MOST, moved


@pytest.mark.slow
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_jumps_on_any_kind_of_page(browser: Browser, host: str, screen: str) -> None:
    found = shifts(browser, host, [*PAGES], screen)
    assert {kind: what for kind, what in found.items() if what[0] > MOST} == {}
