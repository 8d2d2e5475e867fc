"""Words between asterisks are emphasised: no product shows the asterisks themselves."""

from __future__ import annotations

import re
import subprocess

import pytest
from lxml.html import HtmlElement

from tests.products.making import Products

SHOWN = re.compile(r"\*(?!\))")
"""A note's own sign, *), is none of these marks."""


def test_no_page_of_the_site_shows_them(trees: dict[str, HtmlElement]) -> None:
    pages = {path: tree for path, tree in trees.items() if not path.startswith("panduan/")}
    found = [
        (path, text.strip())
        for path, tree in pages.items()
        for text in tree.xpath(
            "//body//text()[not(ancestor::script)] | //@aria-label | //@alt | //option/@label"
        )
        if SHOWN.search(text)
    ]
    assert len(pages) > 150
    assert found == []


@pytest.mark.pdf
def test_no_page_of_the_book_shows_them(products: Products) -> None:
    done = subprocess.run(["pdftotext", products.pdf, "-"], capture_output=True, text=True, check=True)
    assert [line for line in done.stdout.splitlines() if SHOWN.search(line)] == []
