"""Waiting for the page without its policy's leave: Playwright's own wait asks the page for `eval`."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page


def until(page: Page, question: str, arg: object = None, seconds: float = 10) -> Any:
    """The first true answer of the page to a JavaScript question; an error when none comes in time."""
    end = time.monotonic() + seconds
    while not (answer := page.evaluate(question, arg)):
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds} s still {answer!r}: {question}")
        page.wait_for_timeout(20)
    return answer
