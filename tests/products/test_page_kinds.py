"""Pages of the book by kind: no kind takes more paper than it needs, and running text fills its pages."""

from __future__ import annotations

from collections import Counter

import pytest

from handbook.book.book import Book
from tests.products.page_kinds import RUNNING, Sheet, sheets
from tests.products.paper import Paper

pytestmark = pytest.mark.pdf

MOST = {
    "sampul dan daftar": 6,
    "modul": 24,
    "kuis": 20,
    "rangkuman": 24,
    "petunjuk formulir": 37,
    "formulir": 31,
    "peraturan": 5,
    "jawaban": 8,
    "kosong": 7,
}
LEAST_FILL, SHORT = 0.88, 0.35


@pytest.fixture(scope="module")
def found(paper: Paper, real_book: Book) -> list[Sheet]:
    """Every page of the book."""
    return sheets(paper, real_book)


def test_no_kind_takes_more_pages_than_it_needs(found: list[Sheet]) -> None:
    count = Counter(sheet.kind for sheet in found)
    assert {kind: count[kind] for kind, most in MOST.items() if count[kind] > most} == {}
    assert set(MOST) <= set(count)


def test_running_text_fills_its_pages(found: list[Sheet]) -> None:
    fills = [sheet.fill for sheet in found if sheet.kind in RUNNING]
    assert len(fills) > 180
    assert sum(fills) / len(fills) >= LEAST_FILL


def test_only_the_last_page_of_a_module_is_short(found: list[Sheet]) -> None:
    running = [sheet for sheet in found if sheet.kind in RUNNING]
    last = {sheet.label.partition("-")[0]: sheet.label for sheet in running}
    assert {sheet.label for sheet in running if sheet.fill < SHORT} <= set(last.values())
