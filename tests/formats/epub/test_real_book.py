"""The e-books of the real book: the pages of its print, all of them; links that lead somewhere."""

from __future__ import annotations

import re

import pikepdf
import pypdfium2
import pytest

from handbook.book.book import Book
from handbook.formats.epub.pagebreaks import letters
from handbook.html.qrcode import page_address
from handbook.press.values import FIGURES
from handbook.products.module_ebooks import ModuleEbooks
from handbook.products.module_pdfs import ModulePdfs
from tests.conftest import whole
from tests.formats.epub.reading import Opened, words_behind
from tests.products.making import Products
from tests.products.making import products as products

pytestmark = pytest.mark.pdf

FIRST, SHORT = 12, 3
"""Letters behind a mark that are compared with the lines of its page; those of a line that says nothing."""
REFERENCE = re.compile(r"\(hlm\.\s+[^\s()]+\)")
"""References behind mentions, in the print alone."""
SENT_BY_PHONE = 1_500_000  # bytes


@pytest.fixture(scope="module")
def book(products: Products) -> Book:
    return whole(products.root)


@pytest.fixture(scope="module")
def ebook(products: Products) -> Opened:
    return Opened((products.root / "dist" / "buku-peserta.epub").read_bytes())


@pytest.fixture(scope="module")
def labels(products: Products) -> list[str]:
    """The labels of all pages of the print."""
    with pikepdf.open(products.pdf) as pdf:
        return [page.label for page in pdf.pages]


def test_the_list_of_pages_is_that_of_the_print(ebook: Opened, labels: list[str]) -> None:
    assert [label for label, _ in ebook.nav("page-list")] == labels


def test_each_module_has_the_pages_of_its_own_print(
    products: Products, book: Book, labels: list[str]
) -> None:
    prints = {file.page.id: file.path for file in ModulePdfs().files(book) if file.page}
    for file in ModuleEbooks().files(book):
        assert file.page
        prefix = f"{file.page.module}-"
        own = [label for label in labels if label.startswith(prefix)]
        listed = [label for label, _ in Opened((products.root / file.path).read_bytes()).nav("page-list")]
        assert listed[: len(own)] == own
        assert all(label.startswith("J-") for label in listed[len(own) :])
        with pikepdf.open(products.root / prints[file.page.id]) as pdf:
            apart = [page.label for page in pdf.pages if page.label.startswith(prefix)]
        assert (
            own[: len(apart)] == apart
        )  # the book has an empty page more where the next part begins on the right


def test_a_mark_stands_before_words_of_its_page(ebook: Opened, products: Products, labels: list[str]) -> None:
    """Words behind a mark begin a line of the printed page; a few pages begin with a part of a line."""
    with pypdfium2.PdfDocument(products.pdf) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    exact = []
    for (_, address), text in zip(ebook.nav("page-list"), texts, strict=True):
        file, _, id_ = address.partition("#")
        behind = letters(words_behind(ebook.pages[file], id_)).lstrip(FIGURES)[:FIRST]
        if behind and letters(text):
            lines = (letters(line).lstrip(FIGURES)[:FIRST] for line in REFERENCE.sub(" ", text).splitlines())
            exact.append(any(behind.startswith(line) for line in lines if len(line) > SHORT))
    assert len(exact) > 0.9 * len(labels)
    assert exact.count(False) <= 0.02 * len(exact)


def test_every_link_leads_somewhere(ebook: Opened, products: Products, book: Book) -> None:
    modules = [Opened((products.root / file.path).read_bytes()) for file in ModuleEbooks().files(book)]
    assert [found for opened in (ebook, *modules) for found in opened.dead()] == []
    site = page_address(book.settings.book.address, "index.md") if book.settings.book.address else "https://"
    outside = {
        str(href) for tree in ebook.pages.values() for href in tree.xpath("//@href") if "://" in str(href)
    }
    assert not any(href.startswith("handbook:") for href in outside), site


def test_they_are_light(products: Products, book: Book) -> None:
    files = ["dist/buku-peserta.epub", *(file.path for file in ModuleEbooks().files(book))]
    sizes = [(products.root / name).stat().st_size for name in files]
    assert max(sizes) < SENT_BY_PHONE
    assert sum(sizes[1:]) < 2 * sizes[0] + SENT_BY_PHONE
