"""Fixtures of the tests of forms for Word."""

from __future__ import annotations

import pytest

from handbook.book.book import Book
from tests.conftest import whole
from tests.products.making import Products
from tests.products.making import products as products


@pytest.fixture(scope="session")
def real_book(products: Products) -> Book:
    """The sources behind the products."""
    return whole(products.root)
