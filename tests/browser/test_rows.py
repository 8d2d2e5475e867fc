"""A mention of a row opens its form at that row, and the row is marked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)], ids=["phone", "laptop"])
def test_a_row_that_was_mentioned_stands_in_sight_and_is_marked(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto("/modul-02/tahap-3/")
    page.get_by_role("link", name="baris III", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/modul-02/ik-2-1/#ik-2-1-baris-iii$"))
    row, other = page.locator("#ik-2-1-baris-iii"), page.locator("#ik-2-1-baris-iv")
    expect(row).to_be_in_viewport()
    shadows = [head.evaluate("head => getComputedStyle(head).boxShadow") for head in (row, other)]
    assert "inset" in shadows[0]
    assert shadows[1] == "none"
