"""From paper to the site: every sheet carries the code of its own page, once the book has an address."""

from __future__ import annotations

import pytest
import segno

from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from tests.conftest import CopyOf, article, whole

ADDRESS = {
    "berkas": "handbook.yml",
    "ganti": "  edisi: 2026.1",
    "dengan": "  edisi: 2026.1\n  alamat: https://contoh.go.id/camat/",
}
PAGE = "modul-02/ik-2-1.md"


def codes(medium: Medium, *edits: dict[str, str], copy_of: CopyOf) -> list[tuple[str, str]]:
    """Picture and words of each code in the head of the form's sheet."""
    book = whole(copy_of(*edits))
    drawn = article(Renderer(book, Audience.PARTICIPANT, medium), PAGE)
    found = drawn.xpath("//form//div[@class='sheet-head']//img")
    return [(image.get("src"), image.get("alt")) for image in found]


def test_a_sheet_leads_to_its_page(copy_of: CopyOf) -> None:
    [(drawn, words)] = codes(Medium.PRINT, ADDRESS, copy_of=copy_of)
    wanted = segno.make("https://contoh.go.id/camat/modul-02/ik-2-1/", error="m", micro=False)
    assert drawn == wanted.svg_data_uri(border=0, scale=4)
    assert "contoh.go.id/camat/modul-02/ik-2-1" in words


@pytest.mark.parametrize(("medium", "edits"), [(Medium.PRINT, []), (Medium.SITE, [ADDRESS])])
def test_none_without_an_address_or_on_the_site(
    medium: Medium, edits: list[dict[str, str]], copy_of: CopyOf
) -> None:
    assert codes(medium, *edits, copy_of=copy_of) == []
