"""The errata and the register of regulations: a PDF of their own; the book has a table of regulations."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.products.registers_pdf import RegistersPdf
from tests.products.making import Products
from tests.products.paper import Paper
from tests.products.words import letters

pytestmark = pytest.mark.pdf

REFERENCE = re.compile(r"\(hlm\.\s+[^)]*\)")


@pytest.fixture(scope="module")
def registers(products: Products) -> Iterator[Paper]:
    with Paper(products.root / RegistersPdf.path) as opened:
        yield opened


def test_the_errata_stand_there_whole_and_not_in_the_book(
    registers: Paper, paper: Paper, products: Products
) -> None:
    own, book = (letters(REFERENCE.sub("", "".join(each.texts))) for each in (registers, paper))
    rows = products.source("lampiran/ralat.yml")["ralat"]
    assert len(rows) > 100
    assert [row["edisi_ini"] for row in rows if letters(row["edisi_ini"]) not in own] == []
    assert "ralat" not in paper.destinations()
    assert "ralatmenurutmodul" not in book


def test_each_regulation_has_an_entry_there_and_a_row_in_the_book(
    registers: Paper, paper: Paper, real_book: Book
) -> None:
    own = letters("".join(registers.texts))
    start, end = paper.page_of("peraturan"), paper.page_of("sumber")
    table = letters("".join(paper.texts[start : end + 1]))
    for law in real_book.regulations:
        assert letters(law.subject) in own, law.id
        assert letters(law.short + law.subject) in table, law.id
        assert start <= paper.page_of(law.id) <= end
    assert end - start <= 5


def test_the_colophon_says_where_they_are(paper: Paper) -> None:
    assert letters(RegistersPdf.path.removeprefix("dist/")) in letters(paper.texts[paper.page_of("kolofon")])


@pytest.mark.parametrize("name", ["ralat", "peraturan"])
def test_their_pages_offer_them(products: Products, trees: dict[str, HtmlElement], name: str) -> None:
    [link] = trees[f"lampiran/{name}/index.html"].xpath("//p[@class='download']/a/@href")
    place = products.site / "lampiran" / name / link
    assert place.resolve().read_bytes() == (products.root / RegistersPdf.path).read_bytes()
