"""Chromium for the tests in this folder, and the built site on a local server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

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
FORGET = "if (performance.getEntriesByType('navigation')[0].type !== 'reload') localStorage.clear()"
PHONE: ViewportSize = {"width": 360, "height": 740}


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
    """Every page of the site as a reader addresses it."""
    paths = [page.relative_to(products.site).as_posix() for page in products.pages]
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
    """One page for the tests of a file that look at pages and leave nothing there.

    What all pages have in common is fetched once; every load but a reload is a first visit all the same.
    """
    with browser.new_context(**{**browser_context_args, "base_url": base_url}) as context:
        page = context.new_page()
        page.add_init_script(FORGET)
        yield page


@pytest.fixture
def phone(page: Page) -> Page:
    """A narrow screen."""
    page.set_viewport_size(PHONE)
    return page


@pytest.fixture
def shared_phone(shared_page: Page) -> Page:
    """A narrow screen for tests that leave nothing there."""
    shared_page.set_viewport_size(PHONE)
    return shared_page
