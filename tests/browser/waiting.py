"""Waiting for the page without its policy's leave: Playwright's own wait asks the page for `eval`."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page, Route


def until(page: Page, question: str, arg: object = None, seconds: float = 10) -> Any:
    """The first true answer of the page to a JavaScript question; an error when none comes in time."""
    end = time.monotonic() + seconds
    while not (answer := page.evaluate(question, arg)):
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds} s still {answer!r}: {question}")
        page.wait_for_timeout(20)
    return answer


def hold_back(page: Page, files: str) -> list[Route]:
    """The requests for some files, as they come; none is answered until `let_through`."""
    held: list[Route] = []
    page.route(files, lambda route: held.append(route))  # a builtin cannot be a handler
    return held


def let_through(page: Page, held: list[Route], seconds: float = 10) -> None:
    """Answer what was held back, once it was asked for; an error when it is not in time."""
    end = time.monotonic() + seconds
    while not held:
        assert time.monotonic() < end, f"after {seconds} s nothing was asked for"
        page.wait_for_timeout(5)
    for route in held:
        route.continue_()
