"""The website as files: what is in it, what it asks for, what each page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from urllib.parse import urlsplit

import pytest
from lxml.html import HtmlElement

from handbook.book.book import Book
from tests.products.making import Products
from tests.products.words import answers, letters

Trees = dict[str, HtmlElement]

# The kinds of files that readers get; * matches slashes too.
SHIPPED = (
    "*.html",
    "*.svg",
    "assets/*.css",
    "assets/*.js",
    "assets/*.css.map",  # Material ships these two
    "assets/*.js.map",
    "assets/fonts/*.woff2",
    "assets/fonts/*-OFL.txt",
    "assets/images/favicon.png",
    "manifest.webmanifest",
    "assets/icons/*.png",
    "search/index.js",
    "search/search.js",
    "search/search_index.js",  # what the theme's search box asks for; without content
    "search/search_index.json",
    "sitemap.xml",
    "sitemap.xml.gz",
    "sw.js",  # saves a module for reading without a connection
    "luring/*.json",
    "unduhan/buku-peserta.epub",
    "unduhan/buku-peserta.pdf",
    "unduhan/epub/modul-??.epub",
    "unduhan/ralat-dan-peraturan.pdf",
    "unduhan/situs-luring.zip",
    "unduhan/modul/modul-??.pdf",
    "unduhan/instrumen/ik-*.pdf",
    "unduhan/instrumen-word/ik-*.docx",
    "panduan/gambar/*.png",
)
MODULE = ("", *(f"tahap-{number}/" for number in range(1, 7)), "bacaan-2-1/", "bacaan-2-2/", "bacaan-2-3/")
MODULE += ("ik-2-1/", "ik-2-2/", "kuis-2/", "rangkuman/")
APPENDICES = ("istilah/", "peraturan/", "kompetensi/", "rujukan/")
ADDRESSES = (
    *("", "cara-pakai/", "tentang/"),
    *(f"modul-02/{page}" for page in MODULE),
    *(f"lampiran/{page}" for page in APPENDICES),
)
REQUESTED = "//script/@src | //img/@src | //source/@src | //iframe/@src | //embed/@src | //object/@data"
FETCHED_LINKS = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch")


def test_holds_only_files_for_readers(products: Products) -> None:
    files = [
        file.relative_to(products.site).as_posix() for file in products.site.rglob("*") if file.is_file()
    ]
    assert [file for file in files if not any(fnmatch(file, kind) for kind in SHIPPED)] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_address(products: Products, address: str) -> None:
    assert (products.site / address / "index.html").is_file()


def test_files_beside_the_pages(products: Products) -> None:
    assert (products.site / "404.html").is_file()
    assert (products.site / "unduhan" / "buku-peserta.pdf").read_bytes() == products.pdf.read_bytes()


def test_language(trees: Trees) -> None:
    assert {tree.get("lang") for tree in trees.values()} == {"id"}


@pytest.fixture
def read(trees: Trees) -> Trees:
    """The pages that people read: those at old addresses only lead to a new one."""
    return {page: tree for page, tree in trees.items() if not tree.xpath("//meta[@http-equiv='refresh']")}


def test_each_page_has_one_title(read: Trees) -> None:
    assert [page for page, tree in read.items() if len(tree.xpath("//h1[normalize-space()]")) != 1] == []


def test_each_page_names_itself_apart(read: Trees) -> None:
    titles = [tree.findtext("head/title").strip() for tree in read.values()]
    assert all(titles)
    assert sorted(titles) == sorted(set(titles))


def test_each_page_describes_itself(read: Trees) -> None:
    described = {page: tree.xpath("//head/meta[@name='description']/@content") for page, tree in read.items()}
    assert [page for page, words in described.items() if len(words) != 1 or not words[0].strip()] == []


def test_ids_are_unique(trees: Trees) -> None:
    for page, tree in trees.items():
        ids = tree.xpath("//@id")
        assert sorted({id_ for id_ in ids if ids.count(id_) > 1}) == [], page


def test_pages_ask_no_other_host(trees: Trees) -> None:
    asked = [(page, address) for page, tree in trees.items() for address in requests_of(tree)]
    assert len(asked) > len(trees)
    assert [(page, address) for page, address in asked if urlsplit(address).netloc] == []


def requests_of(tree: HtmlElement) -> Iterator[str]:
    """Addresses that a browser fetches without being asked."""
    yield from map(str, tree.xpath(REQUESTED))
    for link in tree.xpath("//link[@href]"):
        if set(link.get("rel", "").split()) & set(FETCHED_LINKS):
            yield link.get("href")
    for text in tree.xpath("//style/text() | //@style"):
        yield from addresses_of_css(text)


def addresses_of_css(text: str) -> list[str]:
    """The addresses in url() and @import."""
    found = re.findall(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", text)
    return [one or other for one, other in found]


def test_pages_have_no_sound_and_no_film(trees: Trees) -> None:
    kinds = ("audio", "video", "object", "embed", "iframe", "canvas")
    assert [(name, node.tag) for name, tree in trees.items() for node in tree.iter(*kinds)] == []


def test_stylesheets_ask_no_other_host(products: Products) -> None:
    sheets = sorted(products.site.rglob("*.css"))
    asked = [address for sheet in sheets for address in addresses_of_css(sheet.read_text(encoding="utf-8"))]
    assert "fonts/source-sans-3-latin-wght-normal.woff2" in [address.strip() for address in asked]
    assert [address for address in asked if urlsplit(address).netloc] == []


def test_our_scripts_name_no_host(products: Products) -> None:
    script = (products.site / "assets" / "handbook.js").read_text(encoding="utf-8")
    assert re.findall(r"\w+://[^\s\"']+", script) == []


def test_search_index_knows_no_answers(products: Products) -> None:
    index = letters((products.site / "search" / "index.js").read_text(encoding="utf-8"))
    assert letters("Tugas dan Kewenangan Camat") in index
    assert [words for words in answers(products) if letters(words) in index] == []


def test_the_checks_of_the_products_find_nothing(products: Products, real_book: Book) -> None:
    assert products.problems(real_book) == []
