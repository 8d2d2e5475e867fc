"""Chromium for the tests in this folder, and the built site on a local server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.server import serving
from tests.products.making import Products
from tests.products.making import products as products

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing outside this machine is asked for, whatever a page says.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
DESK: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 360, "height": 740}
LASTING = ("add_init_script", "route", "on", "once")
"""Methods of a page whose effect cannot be taken back."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium instead of a downloaded one."""
    chromium = os.environ.get("HANDBOOK_CHROMIUM", "/usr/bin/chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Readers of the book; nothing moves, so that what is measured stands still."""
    return {**browser_context_args, "locale": "id-ID", "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def base_url(products: Products) -> Iterator[str]:
    """Where the site is served; page.goto takes addresses below it."""
    with serving(products.site) as address:
        yield address


@pytest.fixture(scope="session")
def addresses(products: Products) -> list[str]:
    """Every page of the site as a reader addresses it; those at old addresses lead on at once."""
    pages = [page for page in products.pages if 'http-equiv="refresh"' not in page.read_text("utf-8")]
    paths = [page.relative_to(products.site).as_posix() for page in pages]
    return ["/" + path.removesuffix("index.html") for path in paths]


@pytest.fixture(scope="module")
def engine(browser: Browser, base_url: str) -> Iterator[Page]:
    """A page with nothing but the search's engine and its index."""
    page = browser.new_page()
    page.goto(f"{base_url}/search/search_index.json")
    for name in ("index.js", "search.js"):
        page.add_script_tag(url=f"{base_url}/search/{name}")
    yield page
    page.close()


@pytest.fixture(scope="module")
def shared_page(browser: Browser, browser_context_args: dict[str, Any], base_url: str) -> Iterator[Page]:
    """The page that tests of a file take in turn; what they cannot undo for the next one is refused."""
    with browser.new_context(**{**browser_context_args, "base_url": base_url}) as context:
        page = context.new_page()
        for place, names in ((page, LASTING), (context, ("new_page", *LASTING))):
            for name in names:
                setattr(place, name, _refuse)
        yield page


def _refuse(*_: object, **__: object) -> NoReturn:
    raise AssertionError("this lasts beyond the test: mark it with pytest.mark.own_browser")


@pytest.fixture
def page(request: pytest.FixtureRequest, base_url: str) -> Page:
    """A page of someone who was never here.

    A browser of its own for each test costs more than most tests. They share one, emptied before each,
    unless a test is marked `own_browser` or `browser_context_args`, or asks for the `context`.
    """
    marks = map(request.node.get_closest_marker, ("own_browser", "browser_context_args"))
    if "context" in request.fixturenames or any(marks):
        context: BrowserContext = request.getfixturevalue("context")
        return context.new_page()
    page: Page = request.getfixturevalue("shared_page")
    _empty(page, base_url)
    return page


def _empty(page: Page, origin: str) -> None:
    """As a new browser, but for the files that it has fetched already."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    if page.url.startswith(origin):
        page.evaluate("sessionStorage.clear()")
    page.goto("about:blank")  # pages write what was typed when they are left
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    session.detach()
    page.emulate_media(media="null", color_scheme="light")
    page.set_viewport_size(DESK)


@pytest.fixture
def phone(page: Page) -> Page:
    """A narrow screen."""
    page.set_viewport_size(PHONE)
    return page
