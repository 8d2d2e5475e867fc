"""Golden pages: the HTML of the minibook as the Markdown extension writes it.

Files in goldens/, one element a line so that a person can read a difference;
`pytest --update-goldens` writes them anew. Read what you update.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from tests.conftest import render

GOLDENS = Path(__file__).with_name("goldens")
PAGES = (
    "index.situs.peserta",
    "lampiran/istilah.situs.peserta",
    "lampiran/kompetensi.situs.peserta",
    "lampiran/peraturan.situs.peserta",
    "modul-02/bacaan-2-1.cetak.peserta",
    "modul-02/bacaan-2-1.situs.peserta",
    "modul-02/ik-2-1.cetak.peserta",
    "modul-02/ik-2-1.situs.peserta",
    "modul-02/index.situs.peserta",
    "modul-02/kuis-2.cetak.fasilitator",
    "modul-02/kuis-2.cetak.peserta",
    "modul-02/kuis-2.situs.peserta",
    "modul-02/rangkuman.cetak.fasilitator",
    "modul-02/tahap-1.situs.fasilitator",
    "modul-02/tahap-1.situs.peserta",
    "modul-02/tahap-2.cetak.peserta",
    "modul-02/tahap-2.situs.peserta",
    "modul-03/ik-3-1.situs.peserta",
)
INLINE = {"a", "br", "code", "em", "option", "span", "strong", "sub", "summary", "sup"}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_its_golden(name: str, book: Book, request: pytest.FixtureRequest) -> None:
    page, medium, audience = name.split(".")
    renderer = Renderer(book, Audience(audience), Medium(medium))
    found = pretty(render(renderer, f"{page}.md"))
    golden = GOLDENS / f"{name.replace('/', '-')}.html"
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_every_golden_belongs_to_a_page() -> None:
    assert {path.name for path in GOLDENS.glob("*.html")} == {
        f"{name.replace('/', '-')}.html" for name in PAGES
    }


def pretty(html: str) -> str:
    """Each element that is not inline on a line of its own."""
    root = lxml_html.fragment_fromstring(html, create_parent="article")
    return "".join(f"{line}\n" for line in _lines(root, ""))


def _lines(element: HtmlElement, indent: str) -> Iterator[str]:
    if all(child.tag in INLINE for child in element.iterdescendants()):
        yield indent + _flat(lxml_html.tostring(element, encoding="unicode", with_tail=False))
        return
    yield f"{indent}{_open(element)}"
    yield from _text(element.text, indent + "  ")
    for child in element:
        yield from _lines(child, indent + "  ")
        yield from _text(child.tail, indent + "  ")
    yield f"{indent}</{element.tag}>"


def _text(text: str | None, indent: str) -> Iterator[str]:
    if text and text.strip():
        yield indent + _flat(text)


def _flat(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text).strip()


def _open(element: HtmlElement) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}>"
