"""All pages: they fit narrow screens, ask nothing of other machines, and have nothing to complain of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTHS = (320, 360)
TABS = 6
"""Pages that are open at the same time: each is quiet when it asked for nothing for half a second."""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Elements with text that end beyond the window, unless their region scrolls or is read aloud only.
CUT_OFF = """() => {
  const edge = document.documentElement.clientWidth + 1;
  const scrolls = element => element !== null && (
    ["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const aloud = element => element !== null && (element.clientWidth <= 1 &&
    getComputedStyle(element).overflowX === "hidden" || aloud(element.parentElement));
  const read = element => element.textContent.trim() && element.checkVisibility() && !aloud(element);
  return Array.from(document.querySelectorAll("article *"))
    .filter(element => element.getBoundingClientRect().right > edge && read(element) && !scrolls(element))
    .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
}"""


@dataclass
class Visit:
    """Errors and warnings of a browser on all pages."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    wide: dict[str, Any] = field(default_factory=dict)

    def listen(self, page: Page) -> None:
        say = self.complaints.append
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: say(f"{page.url} {message.type}: {message.text}"))
        page.on("pageerror", lambda error: say(f"{page.url} {error}"))
        page.on("response", lambda response: say(response.url) if response.status >= 400 else None)
        page.on("requestfailed", lambda request: say(f"{page.url} {request.url} {request.failure}"))

    def measure(self, page: Page, address: str) -> None:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            self.wide[f"{address} {width}"] = page.evaluate(SIDEWAYS), page.evaluate(CUT_OFF)


@pytest.fixture(scope="module")
def visit(
    browser: Browser, browser_context_args: dict[str, Any], base_url: str, addresses: list[str]
) -> Visit:
    """Every page, opened and left alone until it asks for nothing more."""
    made = Visit()
    with browser.new_context(**{**browser_context_args, "base_url": base_url}) as context:
        tabs = [context.new_page() for _ in range(TABS)]
        for tab in tabs:
            made.listen(tab)
        for number in range(len(addresses) + TABS):
            tab = tabs[number % TABS]
            if number >= TABS:
                tab.wait_for_load_state("networkidle")
                made.measure(tab, addresses[number - TABS])
            if number < len(addresses):
                tab.goto(addresses[number])
    return made


def test_nothing_scrolls_sideways(visit: Visit, addresses: list[str]) -> None:
    assert len(visit.wide) == len(addresses) * len(WIDTHS)
    assert {place: found for place, found in visit.wide.items() if found != (0, [])} == {}


def test_nothing_is_asked_of_other_machines(visit: Visit, base_url: str) -> None:
    kinds = {urlsplit(url).path.rsplit(".", 1)[-1] for url in visit.asked}
    assert {"css", "js", "woff2", "svg"} <= kinds
    own = (urlsplit(base_url).netloc, "")  # data: addresses have no host
    assert [url for url in visit.asked if urlsplit(url.removeprefix("blob:")).netloc not in own] == []


def test_nothing_to_complain_of(visit: Visit) -> None:
    assert visit.complaints == []
