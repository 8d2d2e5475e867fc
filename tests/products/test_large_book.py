"""The whole book in large print: as the minibook in tests/print/test_large.py, and by all rules of PDF/UA."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.book.book import Book
from handbook.html import Audience
from handbook.print.documents import large_parts
from handbook.print.printing import print_large
from handbook.products.inspection.pdf import dead_links
from handbook.products.large_pdf import LargePdf
from tests.print.test_large import assert_fillable, assert_large, assert_whole, field_names
from tests.products.making import Products
from tests.products.paper import Paper
from tests.products.test_ua import RULES, verdicts

pytestmark = [pytest.mark.pdf, pytest.mark.slow]


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory, real_book: Book) -> Path:
    out = tmp_path_factory.mktemp("besar") / Path(LargePdf.path).name
    assert print_large(real_book, Audience.PARTICIPANT, out, lambda _: None) == []
    return out


@pytest.fixture(scope="module")
def large(large_file: Path) -> Iterator[Paper]:
    with Paper(large_file) as paper:
        yield paper


def test_letters_are_large(large: Paper) -> None:
    assert_large(large)


def test_no_word_is_lost_and_none_stands_beyond_the_page(large: Paper, real_book: Book) -> None:
    assert_whole(large, large_parts(real_book, Audience.PARTICIPANT))


def test_it_has_every_field_of_the_forms_that_are_printed_apart(
    large: Paper, products: Products, real_book: Book
) -> None:
    own = field_names(large_parts(real_book, Audience.PARTICIPANT))
    apart: set[str] = set()
    for file in sorted((products.root / "dist" / "instrumen").glob("*.pdf")):
        with Paper(file) as paper:
            apart |= {name for name, _, _ in paper.fields()}
    assert len(apart) > 500
    assert_fillable(large, own | apart)


def test_every_rule_of_pdf_ua_is_kept(large_file: Path) -> None:
    found = verdicts([large_file])
    assert found.pop("rules") == [str(RULES)]
    [(checked, failures)] = found.values()
    assert failures == "{}"
    assert int(checked) > 100_000


def test_no_link_is_dead(large_file: Path) -> None:
    assert list(dead_links(large_file, large_file.name)) == []
