"""The manifest is read without complaint, its icons are there; drawings turn dark with the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.products.making import Products

pytestmark = pytest.mark.browser


def test_the_browser_finds_nothing_to_complain_of(page: Page, base_url: str) -> None:
    session = page.context.new_cdp_session(page)
    for address in ("/", "/modul-02/ik-2-1/"):
        page.goto(address)
        found = session.send("Page.getAppManifest")
        assert found["url"] == f"{base_url}/manifest.webmanifest"
        assert found["errors"] == []
        assert found["manifest"]["startUrl"] == found["manifest"]["scope"] == f"{base_url}/"
        assert found["manifest"]["name"] == "Buku Pegangan Camat"


def test_icons_are_what_they_are_said_to_be(products: Products) -> None:
    data = json.loads((products.site / "manifest.webmanifest").read_text(encoding="utf-8"))
    icons = {(icon["sizes"], icon["purpose"]): products.site / icon["src"] for icon in data["icons"]}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} == set(icons)
    for (sizes, purpose), file in icons.items():
        with Image.open(file) as image:
            assert f"{image.width}x{image.height}" == sizes
            corner = image.convert("RGBA").getpixel((0, 0))
        assert isinstance(corner, tuple)
        assert (corner[3] == 255) is (purpose == "maskable")
    assert sum(file.stat().st_size for file in icons.values()) < 20_000


def test_it_is_saved_with_what_all_pages_share(products: Products) -> None:
    shared = json.loads((products.site / "luring" / "bersama.json").read_text(encoding="utf-8"))
    assert {"manifest.webmanifest", "assets/icons/icon-192.png"} <= set(shared["files"])


def test_drawings_keep_their_contrast_in_the_dark(page: Page, products: Products) -> None:
    """The lightest and the darkest part of each drawing change places."""
    figures = sorted(Path(products.root / "docs").glob("modul-*/kerangka.svg"))
    page.emulate_media(color_scheme="dark")
    for figure in figures:
        page.goto(f"/{figure.parent.name}/")
        style = "image => getComputedStyle(image).filter"
        assert "invert(" in page.locator("figure img[src$='kerangka.svg']").evaluate(style)
    page.emulate_media(color_scheme="dark", media="print")
    assert page.locator("figure img").first.evaluate("image => getComputedStyle(image).filter") == "none"
