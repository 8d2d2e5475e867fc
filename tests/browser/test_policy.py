"""The Content-Security-Policy: every page has one, the site works under it, the rest does not run."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.waiting import until
from tests.products.making import Products

pytestmark = pytest.mark.browser

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
RECORD = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event => window.refused.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
}"""
INJECT = """() => {
  for (const html of ["<img src=x onerror='window.ran = 1'>", "<b style='color: red'>x</b>"]) {
    const box = document.createElement("div");
    box.innerHTML = html;
    document.body.append(box);
  }
  const inline = script => { script.textContent = "window.ran = 1"; };
  const foreign = script => { script.src = "https://example.org/x.js"; };
  for (const make of [inline, foreign]) {
    const script = document.createElement("script");
    make(script);
    document.body.append(script);
  }
}"""


def test_every_page_has_one(products: Products) -> None:
    for page in products.pages:
        [policy] = POLICY.findall(page.read_text(encoding="utf-8"))
        assert "unsafe" not in policy
        assert "http" not in policy


def test_it_stands_before_everything_that_it_rules(products: Products) -> None:
    for page in products.pages:
        text = page.read_text(encoding="utf-8")
        place = text.index("Content-Security-Policy")
        scripts = () if 'http-equiv="refresh"' in text else ("<script",)  # old addresses lead on without any
        assert all(place < text.index(tag) for tag in ("<link", "<title", *scripts))


def test_what_it_forbids_does_not_run(page: Page) -> None:
    page.goto("/modul-02/")
    page.evaluate(RECORD)
    page.evaluate(INJECT)
    until(page, "window.refused.length >= 4")
    assert page.evaluate("window.ran") is None
    refused = {line.split()[0] for line in page.evaluate("window.refused")}
    assert refused >= {"script-src-attr", "style-src-attr", "script-src-elem"}


@pytest.mark.own_browser
def test_a_visit_breaks_no_rule(page: Page) -> None:
    """Menu, palette, search, a form and a quiz: all work, nothing is refused."""
    page.add_init_script(f"({RECORD})()")
    refused: list[Any] = []
    page.goto("/modul-02/ik-2-1/")
    page.locator("form.instrument input, form.instrument textarea").first.fill("isi")
    page.locator("label[for^=__palette]:visible").first.click()
    field = page.locator("input.md-search__input")
    field.click()
    field.press_sequentially("akta kelahiran")
    expect(page.locator(".md-search-result__list > li").first).to_be_visible()
    refused += page.evaluate("window.refused")
    page.locator(".md-search-result__list a").first.click()
    page.wait_for_load_state()
    refused += page.evaluate("window.refused")
    page.goto("/modul-02/kuis-2/")
    page.locator(".question input").first.check()
    page.locator(".question-actions button").first.click()
    refused += page.evaluate("window.refused")
    assert refused == []
