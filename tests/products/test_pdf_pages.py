"""The pages of the participants' PDF as a printer looks at them: heads, margins, what stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pytest

from handbook.book.book import Book
from handbook.print.documents import running_head
from handbook.print.parts import EditionPart, parts
from tests.products.paper import MILLIMETRE, Box, Paper, tags_below

pytestmark = pytest.mark.pdf

HEAD, FOOT = 17 * MILLIMETRE, 17 * MILLIMETRE  # from the edge of the paper
EDGE = 8.5 * MILLIMETRE  # the thumb index
OVERHANG = 3  # points that a letter like J reaches to the left of its place
LEAST = 100  # letters of a page that is worth its paper
BOUNDS = range(290, 321)
"""Fewer pages: something is lost. More: something stands alone on a page, or much text has come."""
INLINE = ("/Span", "/NonStruct", "/Link", "/Strong", "/Em")


@dataclass(frozen=True)
class Span:
    """The printed pages of a chapter, without sheets to fill in, and what its heads say."""

    part: str
    title: str
    text: range


@pytest.fixture(scope="module")
def spans(paper: Paper, real_book: Book) -> list[Span]:
    """Every chapter of the book in the order of the print; two may share a page."""
    return [span for part in parts(real_book) for span in _spans(paper, part, real_book)]


def _spans(paper: Paper, part: EditionPart, book: Book) -> Iterator[Span]:
    """The chapters of a part; its sheets stand at its end."""
    starts = [paper.page_of(page.id) for page in part.pages]
    pages = [number for number, label in enumerate(paper.labels) if label.startswith(part.prefix)]
    sheets = [paper.page_of(f"{page.id}-formulir") for page in part.forms]
    end = min([number for number in sheets if number > starts[-1]], default=pages[-1] + 1)
    for page, start, after in zip(part.pages, starts, [*starts[1:], end], strict=True):
        title = running_head(page.name(book.settings.strings))
        yield Span(part.title, title, range(start, max(after, start + 1)))


def text_of(paper: Paper, page: int, *, head: bool = False) -> str:
    """The letters and digits between head and foot, or in the head: breaks and hyphens do not count."""
    box, layer = paper.boxes[page], paper.layers[page]
    low, high = (box.top - HEAD, box.top) if head else (FOOT, box.top - HEAD)
    return re.sub(r"\W", "", layer.get_text_bounded(EDGE, low, box.right - EDGE, high))


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_the_book_is_as_long_as_it_should_be(paper: Paper) -> None:
    assert len(paper.labels) in BOUNDS


def test_left_pages_say_their_module_right_pages_their_stage(paper: Paper, spans: list[Span]) -> None:
    last = {number: span for span in spans for number in span.text}
    heads = {number: text_of(paper, number, head=True) for number in last if _is_upright(paper, number)}
    wrong = {
        paper.labels[number]: head
        for number, head in heads.items()
        if re.fullmatch(r"\w+-(?!1$)\d+", paper.labels[number])
        and paper.texts[number].strip()
        and head != letters(last[number].part if number % 2 else last[number].title)
    }
    assert wrong == {}
    assert len(heads) > 220


def test_running_heads_stand_on_one_line(paper: Paper, spans: list[Span]) -> None:
    tops = {paper.labels[number]: _tops_of_head(paper, number) for span in spans for number in span.text}
    assert len([found for found in tops.values() if found]) > 250
    assert {label: found for label, found in tops.items() if len(found) > 1} == {}


def _tops_of_head(paper: Paper, page: int) -> set[int]:
    """The lines of a page's head, by the upper edge of their letters in points."""
    layer, box = paper.layers[page], paper.boxes[page]
    letters = (Box(*layer.get_charbox(index, loose=True)) for index in range(layer.count_chars()))
    return {
        round(letter.top)
        for letter in letters
        if letter.bottom > box.top - HEAD and EDGE < letter.left < box.right - EDGE and letter.width
    }


def _is_upright(paper: Paper, page: int) -> bool:
    return paper.boxes[page].width < paper.boxes[page].height


def test_nothing_hangs_into_the_margins(paper: Paper) -> None:
    """The foot stands between the margins of its page: from the edition on the left to the label."""
    outside = {}
    for number, label in enumerate(paper.labels):
        if paper.texts[number].strip() and "-" in label:  # the first pages have their label alone
            outside[label] = _outside(paper, number)
    assert {label: found for label, found in outside.items() if found} == {}


def _outside(paper: Paper, page: int) -> str:
    """The letters beyond the ends of the foot, without the thumb index."""
    layer, right = paper.layers[page], paper.boxes[page].right - EDGE
    boxes = [Box(*layer.get_charbox(index)) for index in range(layer.count_chars())]
    foot = [box for box in boxes if box.top < FOOT]
    least, most = min(box.left for box in foot) - OVERHANG, max(box.right for box in foot) + OVERHANG
    found = [
        index
        for index, box in enumerate(boxes)
        if (box.left < least or box.right > most) and box.right > EDGE and box.left < right
    ]
    return "".join(layer.get_text_range(index, 1) for index in found).strip()


def test_no_page_is_nearly_empty(paper: Paper, spans: list[Span]) -> None:
    pages = {number for span in spans for number in span.text if paper.texts[number].strip()}
    bodies = {paper.labels[number]: text_of(paper, number) for number in pages}
    assert {label: text for label, text in bodies.items() if len(text) < LEAST} == {}


def test_no_heading_and_no_caption_stands_at_the_foot(paper: Paper) -> None:
    """The text after a heading begins on its page; the tree of tags has a branch for each page."""
    labels = {page.obj.objgen: label for page, label in zip(paper.pdf.pages, paper.labels, strict=True)}
    last: dict[str, pikepdf.Object] = {}
    for tag in tags_below(paper.pdf.Root.StructTreeRoot):
        if "/Pg" in tag and str(tag.S) not in INLINE:
            last[labels[tag.Pg.objgen]] = tag
    assert len(last) > 280
    assert {label for label, tag in last.items() if re.fullmatch(r"/H\d|/Caption", str(tag.S))} == set()
