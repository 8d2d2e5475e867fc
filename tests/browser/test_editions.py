"""Two editions on the web: readers choose one, old pages say that they are old, old addresses answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import serving
from tests.project.test_workflow_steps import book as book

pytestmark = [pytest.mark.browser, pytest.mark.pdf, pytest.mark.usefixtures("host_environment")]
FORM = "modul-02/ik-2-1/"


@pytest.fixture
def web(book: Path, browser: Browser) -> Iterator[Page]:
    """A browser before the web folder of a book with two editions."""
    with serving(book / "dist/web") as address:
        page = browser.new_page(base_url=address)
        yield page
        page.close()


def test_editions_on_the_web(web: Page) -> None:
    old = web.locator("[data-md-component=outdated]")
    web.goto(f"/{FORM}")
    expect(web).to_have_url(re.compile(f"/2026.2/{FORM}$"))
    expect(web.locator(".md-version__link")).to_have_text(["Edisi 2026.2", "Edisi 2026.1"])
    expect(old).to_be_hidden()
    web.goto(f"/2026.1/{FORM}")
    expect(old).to_contain_text("Anda membaca edisi lama buku ini.")
    old.get_by_role("link").click()
    expect(web).to_have_url(re.compile("/2026.2/"))
    web.goto("/modul-02/bacaan-2-9/")
    expect(web).to_have_url(re.compile("/2026.2/modul-02/bacaan-2-1/$"))
