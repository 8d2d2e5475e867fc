"""One scanner: what checks see in the sources is what readers can follow, in both books."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html as lxml_html

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.book.uses import uses_on
from handbook.html import Audience, Medium, e
from handbook.render.renderer import Renderer
from handbook.source.prose import prose_in
from tests.conftest import MINIBOOK, PROJECT, CopyOf, render, whole

FROM_DATA = {
    *("card", "carry", "changes", "competencies", "download", "facts", "glossary", "lead", "module-list"),
    *("reflections", "regulations", "takeaways", "timeline", "topics", "where-used"),
    *("bring-list", "competency-matrix", "errata-table", "form-list", "workbook"),
    *("start", "annex-list", "jumps", "quiz"),
}
"""Classes of what blocks and heads draw from data: its links are judged by `test_links_in_data`."""


@pytest.fixture(params=[PROJECT, MINIBOOK], ids=["book", "minibook"], scope="module")
def renderer(request: pytest.FixtureRequest) -> Renderer:
    """A whole book for facilitators, so that nothing is cut."""
    root: Path = request.param
    return Renderer(whole(root), Audience.FACILITATOR, Medium.SITE)


def test_links_in_bodies(renderer: Renderer) -> None:
    pages = [page for page in renderer.book.pages.values() if page.path.endswith(".md")]
    for page in pages:
        assert followed(renderer, page) == written(renderer, page), page.path


def written(renderer: Renderer, page: Page) -> Counter[tuple[str, str | None]]:
    """Mentions of a body with an address, explicit references and inline links."""
    prose = page.text.prose
    mentions = [use.mention for use in uses_on(renderer.book, page) if use.string is None]
    running = [m for m in mentions if prose[m.start : m.end] == m.words]
    found = [(m.words, renderer.href(m.id, page)) for m in running]
    found += [(link.text, renderer.href(link.target, page)) for link in page.text.references]
    links = [(link.text, link.target) for link in page.text.links]
    return Counter((plain(words), href) for words, href in [*found, *links] if href)


def followed(renderer: Renderer, page: Page) -> Counter[tuple[str, str | None]]:
    """Links of the rendered article that come from its body."""
    root = lxml_html.fragment_fromstring(render(renderer, page.uri), create_parent="article")
    for element in root.xpath(".//*[@class]"):
        if FROM_DATA.intersection(element.classes):
            element.drop_tree()
    made = ("footnote", "term")
    links = [link for link in root.iter("a") if not (link.get("class") or "").startswith(made)]
    return Counter((plain(link.text_content()), link.get("href")) for link in links)


def test_links_in_data(renderer: Renderer) -> None:
    """Every string of an author becomes as many links as it has mentions with a target."""
    for page in renderer.book.pages.values():
        for path, text, *_ in prose_in(page.value):
            string = page.node.at(path).place
            mentions = [use.mention for use in uses_on(renderer.book, page) if use.string == string]
            expected = [(m.words, renderer.href(m.id, page)) for m in mentions if renderer.href(m.id, page)]
            drawn = e("p", renderer.prose(text, page))
            links = list(drawn.iter("a"))
            assert [(link.text, link.get("href")) for link in links] == expected, f"{page.path}: {path}"


def test_bodies_hold_enough_to_judge(renderer: Renderer) -> None:
    pages = [page for page in renderer.book.pages.values() if page.path.endswith(".md")]
    assert sum(written(renderer, page).total() for page in pages) >= 10


def plain(words: str) -> str:
    """Words without marks of emphasis and line breaks."""
    return " ".join(re.sub(r"[*_`]", "", words).split())


def test_links_keep_their_words_in_print(book: Book) -> None:
    """In print each link is marked, and a mention that needs a page gets its place for one."""
    renderer = Renderer(book, Audience.PARTICIPANT, Medium.PRINT)
    html = render(renderer, "modul-02/bacaan-2-1.md")
    box = '<a class="mention" href="handbook:box-2-1">Kotak 2.1</a>'
    assert f'{box}<span class="page-ref" data-target="box-2-1"></span>' in html
    assert '<a class="mention" href="handbook:uu-9-2099">UU 9/2099</a></td>' in html


def test_in_print_a_page_stands_once_in_a_passage(copy_of: CopyOf) -> None:
    """Rows stand where their form does; a heading or a row of a table begins a passage anew."""
    words = "IK 2.1, baris I, lalu IK 2.1.\n\n## Lagi\n\nIK 2.1 dan kolom (2).\n\n| a |\n|---|\n| IK 2.1 |\n"
    edit = {"berkas": "docs/modul-03/tahap-1.md", "ganti": "Petik sayur", "dengan": f"{words}\nPetik sayur"}
    root = copy_of(edit)
    renderer = Renderer(whole(root), Audience.PARTICIPANT, Medium.PRINT)
    body = render(renderer, "modul-03/tahap-1.md").split("</dl>", 1)[1]
    assert body.count('data-target="ik-2-1"') == 3
    assert 'data-target="ik-2-1-' not in body
    assert "lalu" in body
    assert body.count(">IK 2.1</a>") == 4
