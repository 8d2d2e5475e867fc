"""axe-core finds no violation on one page of each kind, in both schemes, on a phone and on a desk."""

from __future__ import annotations

import json
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "module": "/modul-02/",
    "stage": "/modul-02/tahap-4/",
    "reading": "/modul-02/bacaan-2-1/",
    "instrument": "/modul-02/ik-2-1/",
    "quiz": "/modul-02/kuis-2/",
    "register": "/lampiran/peraturan/",
    "missing": "/tak-ada/",
}
WIDTHS = (360, 1280)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_no_violations(page: Page, kind: str, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(PAGES[kind])
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = violations(page)
    assert found == {width: [] for width in WIDTHS}


def test_no_violations_in_an_answered_quiz(page: Page) -> None:
    page.goto(PAGES["quiz"])
    for question in page.locator(".question:has(input[type=radio])").all():
        question.locator("input").first.check()
        question.locator(".question-actions button").click()
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    """Rule, place and what is wrong, for each element that breaks a rule."""
    response = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{rule['id']} {json.dumps(node['target'])}: {node['failureSummary']}"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]
