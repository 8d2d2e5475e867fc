"""Letters of twice the size on a phone: nothing is cut or scrolls sideways, no title breaks in a word."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.test_axe import PAGES
from tests.browser.test_every_page import SIDEWAYS

pytestmark = pytest.mark.browser

TITLES = "h1, h2, h3, .card-title, .module-title, .box-title, .topic-title, .timeline-title"
# As a browser does whose reader has set letters of twice the size; the theme has 125 % of them.
ENLARGE = "() => { document.documentElement.style.fontSize = '250%'; }"
# Texts and fields that end beyond the window, unless their region scrolls or is read aloud only.
CUT_OFF = """() => {
  const edge = document.documentElement.clientWidth + 1;
  const scrolls = element => element !== null && (
    ["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const aloud = element => element !== null && (element.clientWidth <= 1 &&
    getComputedStyle(element).overflowX === "hidden" || aloud(element.parentElement));
  const seen = element => (element.textContent.trim() || element.matches("input, select, textarea")) &&
    element.checkVisibility({visibilityProperty: true}) && !aloud(element);
  return [...document.querySelectorAll("header *, article *, footer *")]
    .filter(element => seen(element) && element.getBoundingClientRect().right > edge && !scrolls(element))
    .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
}"""
# Words of titles that stand on two lines.
BROKEN = """titles => titles.flatMap(title => {
  const found = [], walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  while (title.checkVisibility() && walker.nextNode()) {
    const text = walker.currentNode;
    for (const word of text.data.matchAll(/[\\p{L}\\d]+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
})"""


def faults(page: Page, address: str) -> dict[str, Any]:
    """Faults of a page in large letters."""
    page.goto(address)
    page.evaluate(ENLARGE)
    found = {
        "sideways": page.evaluate(SIDEWAYS),
        "cut off": page.evaluate(CUT_OFF),
        "broken": page.locator(TITLES).evaluate_all(BROKEN),
    }
    return {name: what for name, what in found.items() if what}


@pytest.mark.parametrize("kind", PAGES)
def test_one_page_of_each_kind(phone: Page, kind: str) -> None:
    assert faults(phone, PAGES[kind]) == {}


@pytest.mark.slow
def test_every_page(phone: Page, addresses: list[str]) -> None:
    found = {address: faults(phone, address) for address in addresses}
    assert {address: what for address, what in found.items() if what} == {}


def test_an_enlarged_page_is_the_same(page: Page) -> None:
    """A phone whose browser zooms to twice the size has half the width."""
    page.set_viewport_size({"width": 180, "height": 370})
    for address in (PAGES["stage"], PAGES["instrument"], PAGES["register"]):
        page.goto(address)
        assert (address, page.evaluate(SIDEWAYS), page.evaluate(CUT_OFF)) == (address, 0, [])


def test_the_menu_fits(phone: Page) -> None:
    phone.goto("/modul-02/tahap-3/")
    phone.evaluate(ENLARGE)
    phone.get_by_role("button", name="Buka navigasi").click()
    menu = phone.get_by_role("dialog", name="Menu")
    for link in menu.locator("a:visible, button").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
