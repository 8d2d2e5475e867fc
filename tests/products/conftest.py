"""Fixtures of the tests of products: the built book, its pages as trees, its PDF opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html

from handbook.book.book import Book
from tests.conftest import whole
from tests.products.making import Products
from tests.products.making import products as products
from tests.products.paper import Paper


@pytest.fixture(scope="session")
def real_book(products: Products) -> Book:
    """The sources behind the products."""
    return whole(products.root)


@pytest.fixture(scope="session")
def trees(products: Products) -> dict[str, html.HtmlElement]:
    """Every page of the site, by its path."""
    return {
        page.relative_to(products.site).as_posix(): html.parse(str(page)).getroot() for page in products.pages
    }


@pytest.fixture(scope="session")
def paper(products: Products) -> Iterator[Paper]:
    """The participants' PDF, opened."""
    with Paper(products.pdf) as opened:
        yield opened
