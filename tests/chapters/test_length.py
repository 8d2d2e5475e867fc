"""Nothing is thinned: what participants read is at least three fifths as long as the print.

Counted is what stands on paper for participants, without what is not in the print: quizzes,
worked examples, editors' notes; and without what the engine repeats: facts, overviews, heads
of sheets, page references. Facilitators' notes and answers are not on these pages at all.
"""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from handbook.book.book import Book
from handbook.book.page import Page, PageKind
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from handbook.settings import read_settings
from tests.conftest import PROJECT, render

PRINTED = {
    1: 3948,
    2: 4982,
    3: 4164,
    4: 3140,
    5: 4345,
    6: 2806,
    7: 4496,
    8: 1871,
    9: 2755,
    10: 2632,
}
"""Words of each module in the print of 2018."""
SHARE = 0.6
NOT_COUNTED = (
    "editor-note", "facilitator-note", "example", "sr-only", "facts", "timeline", "competencies", "identity",
    "sheet-head", "sheet-foot", "page-ref", "card", "privacy",
)  # fmt: skip
SETTINGS = read_settings(PROJECT)[0]
assert SETTINGS
WRITTEN = [plan.number for plan in SETTINGS.modules if not plan.planned]


@pytest.fixture(scope="module")
def renderer(project_book: Book) -> Renderer:
    return Renderer(project_book, Audience.PARTICIPANT, Medium.PRINT)


def words_on(renderer: Renderer, page: Page) -> int:
    """How many words of the book's own a participant reads on a page."""
    root = lxml_html.fragment_fromstring(render(renderer, page.uri), create_parent="article")
    for element in list(root.iter()):
        if set(element.get("class", "").split()) & set(NOT_COUNTED):
            element.drop_tree()
    text = " ".join(str(piece) for piece in root.itertext())
    return sum(1 for word in text.split() if re.search(r"[^\W\d_]", word))


def words_of(renderer: Renderer, book: Book, number: int) -> int:
    asked = (PageKind.QUIZ, PageKind.REVIEW)
    pages = [page for page in book.of_module(number) if page.kind not in asked]
    return sum(words_on(renderer, page) for page in pages)


@pytest.mark.parametrize("number", WRITTEN)
def test_a_module_is_not_thinned(number: int, renderer: Renderer) -> None:
    found = words_of(renderer, renderer.book, number)
    assert found >= SHARE * PRINTED[number], f"{found} of {PRINTED[number]} words"


def test_only_what_participants_read_is_counted(renderer: Renderer, book: Book) -> None:
    small = Renderer(book, Audience.PARTICIPANT, Medium.PRINT)
    stage = book.pages["modul-02/tahap-1.md"]
    counted = words_on(small, stage)
    assert 0 < counted < len(stage.text.body.split()), "notes are left out"
    assert words_of(renderer, renderer.book, 1) > 10 * counted
