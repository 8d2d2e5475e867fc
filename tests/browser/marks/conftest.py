"""The page of marks of this project's book, opened from a disk by somebody who was never here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from handbook.book import Book
from handbook.classroom import marks


@pytest.fixture(scope="session")
def address(project_book: Book, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page stands, in a folder with a blank in its name."""
    folder = tmp_path_factory.mktemp("nilai") / "di sini"
    marks.write(project_book, range(1, 11), folder)
    return (folder / "index.html").as_uri()


@pytest.fixture
def own_browser(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own; at the end no page of it has complained or asked for anything elsewhere."""
    with browser.new_context(locale="id-ID", reduced_motion="reduce", accept_downloads=True) as context:
        complaints: list[str] = []
        context.on("console", lambda message: complaints.append(message.text))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("request", lambda request: complaints.extend(elsewhere(request.url)))
        yield context
        assert complaints == []


def elsewhere(url: str) -> list[str]:
    """The address, unless it is of the disk or of the page itself."""
    return [] if url.startswith(("file:", "blob:", "data:")) else [url]


@pytest.fixture
def marks_page(own_browser: BrowserContext, address: str) -> Page:
    """The page, still empty."""
    page = own_browser.new_page()
    page.goto(address)
    return page
