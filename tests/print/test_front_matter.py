"""Contents, lists, the way to the site and names that stay whole, in the HTML that goes to print."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring, tostring

import pytest
from lxml import html

from handbook.book.book import Book
from handbook.html import Audience, Medium
from handbook.html.qrcode import page_address
from handbook.print.documents import html_parts
from handbook.render.hyphenation import keep_whole
from handbook.render.renderer import Renderer
from tests.conftest import render

SITE = "https://contoh.go.id/camat/"


def lines(tree: html.HtmlElement, name: str) -> list[tuple[str, str]]:
    """The titles and targets of a list."""
    found = tree.xpath(f"//nav[@id='{name}']//p[@class='toc-line']")
    return [(line.text_content().strip(), line.xpath(".//@data-target")[0]) for line in found]


def test_lists_hold_what_is_looked_up(book: Book) -> None:
    front = html.document_fromstring(html_parts(book, Audience.PARTICIPANT)[0].html)
    for name, kinds in {
        "daftar-instrumen": ["instrumen"],
        "daftar-bacaan": ["bacaan"],
        "daftar-kotak": ["box"],
    }.items():
        targets = book.targets.of_kind(*kinds)
        assert {key for _, key in lines(front, name)} == {target.id for target in targets}, name
        for title, key in lines(front, name):
            target = book.targets.get(key)
            assert target is not None
            assert title == f"{target.label}: {target.title}"


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", SITE),
        ("modul-02/index.md", f"{SITE}modul-02/"),
        ("modul-02/ik-2-1.md", f"{SITE}modul-02/ik-2-1/"),
    ],
)
def test_addresses_are_those_of_the_site(uri: str, address: str) -> None:
    assert page_address(SITE, uri) == address
    assert page_address(SITE.rstrip("/"), uri) == address


@pytest.mark.parametrize("uri", ["modul-02/ik-2-1.md", "modul-02/kuis-2.md"])
def test_forms_and_quizzes_lead_to_their_page_when_the_book_has_an_address(
    book: Book, monkeypatch: pytest.MonkeyPatch, uri: str
) -> None:
    renderer = Renderer(book, Audience.PARTICIPANT, Medium.PRINT)
    assert "shortcut" not in render(renderer, uri)
    monkeypatch.setitem(book.settings.book.__dict__, "address", SITE)
    tree = html.fragment_fromstring(render(renderer, uri), create_parent=True)
    [shortcut] = tree.find_class("shortcut")
    assert shortcut.find("a").get("href") == page_address(SITE, uri)
    assert shortcut.find("img").get("src").startswith("data:image/svg+xml")
    assert shortcut.find("img").get("alt").endswith(shortcut.findtext("a"))
    site = render(Renderer(book, Audience.PARTICIPANT, Medium.SITE), uri)
    assert "shortcut" not in site


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<p>Di Musrenbang <b>Musrenbang</b> Musrenbangdes</p>",
            "<p>Di {} <b>{}</b> Musrenbangdes</p>",
        ),
        (
            "<p>a<i>b</i>Musrenbang, Musrenbang</p>",
            "<p>a<i>b</i>{}, {}</p>",
        ),
        ("<p>biasa</p>", "<p>biasa</p>"),
    ],
)
def test_names_stay_whole(before: str, after: str) -> None:
    root = fromstring(f"<div>{before}</div>")
    keep_whole(root, ["Musrenbang"], "id")
    whole = '<span class="whole">Musrenbang</span>'
    assert tostring(root, encoding="unicode") == f"<div>{after.replace('{}', whole)}</div>"
