"""The weight of a page on a poor connection: bytes as transferred, compressed, fonts included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.server import PackedHandler, serving
from tests.products.making import Products

pytestmark = pytest.mark.browser

FIRST_VISIT, NEXT_VISIT = 150_000, 20_000
PHONE: ViewportSize = {"width": 360, "height": 740}
AT_A_TIME = 6
"""Pages that are opened together: most of a visit is waiting until nothing more is asked for."""
PAGES = (
    "/",
    *(f"/modul-{number:02}/" for number in range(1, 11)),
    "/modul-05/tahap-4/",
    "/modul-02/bacaan-2-1/",
    "/modul-02/ik-2-1/",
    "/modul-02/kuis-2/",
    "/lampiran/ulang-hari-60/",
    "/modul-10/ik-10-1/",
    "/modul-09/ik-9-2/",
    "/buku-kerja/",
)


@dataclass
class Weight:
    """Bytes of each request that went over the network."""

    addresses: dict[str, str] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)

    def listen(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, Any]) -> None:
        self.addresses[event["requestId"]] = event["request"]["url"]

    def _came(self, event: dict[str, Any]) -> None:
        url = self.addresses.get(event["requestId"], "?")
        self.bytes[url] = self.bytes.get(url, 0) + int(event["encodedDataLength"])

    @property
    def total(self) -> int:
        return sum(self.bytes.values())


@pytest.fixture(scope="module")
def host(products: Products) -> Iterator[str]:
    with serving(products.site, PackedHandler) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """Someone who has not been here before."""
    with browser.new_context(viewport=PHONE) as context:
        yield context.new_page()


def begin(page: Page, address: str) -> Weight:
    weight = Weight()
    weight.listen(page)
    page.goto(address, wait_until="commit")
    return weight


def visit(page: Page, address: str) -> Weight:
    weight = begin(page, address)
    page.wait_for_load_state("networkidle")
    return weight


def visits(new_page: Callable[[], Page], host: str) -> dict[str, Weight]:
    """The weight of each of PAGES, in a page of its own that is left alone until it is quiet."""
    found: dict[str, Weight] = {}
    for first in range(0, len(PAGES), AT_A_TIME):
        with ExitStack() as opened:
            together = PAGES[first : first + AT_A_TIME]
            pages = {address: opened.enter_context(new_page()) for address in together}
            found |= {address: begin(page, host + address) for address, page in pages.items()}
            for page in pages.values():
                page.wait_for_load_state("networkidle")
    return found


@pytest.fixture(scope="module")
def first_visits(browser: Browser, host: str) -> dict[str, Weight]:
    """The weight of each page for someone of its own who has not been here before."""
    return visits(partial(browser.new_page, viewport=PHONE), host)


@pytest.mark.parametrize("address", PAGES)
def test_first_visit(first_visits: dict[str, Weight], address: str) -> None:
    weight = first_visits[address]
    assert weight.total <= FIRST_VISIT, weight.bytes
    assert sum(".woff2" in url for url in weight.bytes) >= 2


def test_next_visit(visitor: Page, host: str) -> None:
    visits(visitor.context.new_page, host)
    again = visits(visitor.context.new_page, host)
    assert {address: item.bytes for address, item in again.items() if item.total > NEXT_VISIT} == {}


def test_next_page(visitor: Page, host: str) -> None:
    """Everything but the page itself is there already."""
    visit(visitor, host + "/modul-02/")
    weight = visit(visitor, host + "/modul-02/tahap-3/")
    assert weight.total <= NEXT_VISIT, weight.bytes


def test_the_index_waits_for_the_reader(visitor: Page, host: str) -> None:
    before = visit(visitor, host + "/modul-02/")
    assert [url for url in before.bytes if url.endswith(("search/index.js", "search/search.js"))] == []
    with visitor.expect_response(lambda response: response.url.endswith("search/index.js")):
        visitor.get_by_role("button", name="Buka pencarian").click()
