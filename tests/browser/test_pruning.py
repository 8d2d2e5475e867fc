"""The theme's style without its unused rules: every element stands and looks as under the whole of it."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WHOLE = next((Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.min.css"))
PAGES = ("/", "/modul-02/", "/modul-02/ik-2-1/")
LOOKS = """() => [...document.querySelectorAll("*")].map(element => {
  const box = element.getBoundingClientRect();
  const [own, before, after] = ["", "::before", "::after"].map(part => getComputedStyle(element, part));
  return [box.x, box.y, box.width, box.height, own.font, own.color, own.background, own.border, own.opacity,
    before.content, before.maskImage, after.content, after.maskImage].join(" ");
})"""


@pytest.mark.own_browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_looks_different(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.route("**/*.woff2", lambda route: route.abort())  # fonts that come late are not used
    pruned = looks(page, address)
    page.route("**/stylesheets/main.*", lambda route: route.fulfill(path=WHOLE))
    assert looks(page, address) == pruned


def looks(page: Page, address: str) -> list[str]:
    """Place and look of every element, with the menu open where it opens."""
    page.goto(address, wait_until="networkidle")
    button = page.locator(".menu-button")
    if button.is_visible():
        button.click()
    found: list[str] = page.evaluate(LOOKS)
    return found


def test_a_third_is_gone(page: Page) -> None:
    with page.expect_response("**/stylesheets/main.*") as found:
        page.goto("/")
    assert len(found.value.body()) < 0.67 * WHOLE.stat().st_size
