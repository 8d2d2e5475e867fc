"""Large print: letters large enough, nothing lost or cut, every form a sheet to fill in."""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import pikepdf
import pypdfium2
import pytest
from lxml import html
from pypdfium2 import raw

from handbook.book.book import Book
from handbook.html import Audience
from handbook.press import Part
from handbook.print.documents import large_parts
from handbook.print.printing import print_large
from tests.products.paper import MILLIMETRE, Box, Paper

pytestmark = pytest.mark.pdf

A4 = {(210, 297), (297, 210)}
SMALLEST, TEXT = 14.0, 18.0
FOOT = 20 * MILLIMETRE
SPLIT = 4
"""Letters of a text that a page has at least: two lines stand together."""
EDGE = 2.5 * MILLIMETRE
HIDDEN = ("sr-only", "sheet-foot", "page-ref", "page-number")
FIELDS = ("input", "textarea", "select")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, book: Book) -> Iterator[Paper]:
    out = tmp_path_factory.mktemp("besar") / "besar.pdf"
    assert print_large(book, Audience.PARTICIPANT, out, lambda _: None) == []
    with Paper(out) as paper:
        yield paper


def test_the_paper_is_a4_and_the_title_says_what_it_is(large: Paper) -> None:
    sizes = {(round(box.right / MILLIMETRE), round(box.top / MILLIMETRE)) for box in large.boxes}
    assert sizes == A4
    assert "cetak besar" in str(large.pdf.docinfo.Title)


def test_letters_are_large(large: Paper) -> None:
    assert_large(large)


def test_no_word_is_lost_and_none_stands_beyond_the_page(large: Paper, book: Book) -> None:
    assert_whole(large, large_parts(book, Audience.PARTICIPANT))


def test_every_field_of_every_form_can_be_filled_in(large: Paper, book: Book) -> None:
    wanted = field_names(large_parts(book, Audience.PARTICIPANT))
    assert "ik-2-1" in {name.split(".")[0] for name in wanted}
    assert_fillable(large, wanted)


def test_links_lead_to_the_place_that_they_name(large: Paper) -> None:
    """A destination is given in points of the paper, not of the layout."""
    links = list(large.links())
    assert links
    for name in large.destinations():
        top = float(large._places[name][3])
        assert 0 <= top <= large.boxes[large.page_of(name)].top + 0.5
    assert max(float(large._places[name][3]) for name in large.destinations()) > 700


def assert_large(paper: Paper) -> None:
    """Running text has 18 points; nothing has fewer than 14, which the feet of pages have."""
    sizes = Counter(size for layer in paper.layers for size in _sizes(layer))
    assert min(sizes) >= SMALLEST - 0.05
    assert sizes.most_common(1)[0][0] == pytest.approx(TEXT, abs=0.05)
    assert sum(n for size, n in sizes.items() if size >= 15.9) > 0.8 * sum(sizes.values())


def _sizes(layer: pypdfium2.PdfTextPage) -> Iterator[float]:
    """The size of each letter, in points on paper."""
    text = layer.get_text_range()
    for index in range(min(layer.count_chars(), len(text))):
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(layer.raw, index, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(layer.raw, index) * math.hypot(matrix.c, matrix.d)
        if chr(raw.FPDFText_GetUnicode(layer.raw, index)).isalnum():
            yield round(size, 1)


def assert_whole(paper: Paper, parts: Sequence[Part]) -> None:
    """Each text, and each row of a table as a whole, stands in the print, all of it on the paper."""
    heads = _heads(parts)
    bodies = [letters(text) for text in _bodies(paper)]
    printed = "".join(bodies) + "|" + "".join(_before(heads, body) for body in bodies)
    wanted = list(_texts(parts))
    assert len(wanted) > 100
    assert [words for words in wanted if not _stands(letters(words), printed)] == []
    for layer, page in zip(paper.layers, paper.boxes, strict=True):
        inner = Box(EDGE, EDGE, page.right - EDGE, page.top - EDGE)
        rects = [Box.of(layer.get_rect(index)) for index in range(layer.count_rects())]
        assert [box for box in rects if not inner.holds(box)] == []


def _stands(words: str, printed: str) -> bool:
    """Whether a text is printed, on one page or on two: what is cut off has no second half."""
    if words in printed:
        return True
    first = bisect_left(range(len(words)), 1, key=lambda count: words[: count + 1] not in printed)
    return min(first, len(words) - first) >= SPLIT and words[first:] in printed


def _bodies(paper: Paper) -> Iterator[str]:
    """The text of each page without its foot."""
    for layer, page in zip(paper.layers, paper.boxes, strict=True):
        yield layer.get_text_bounded(0, FOOT, page.right, page.top)


def _heads(parts: Sequence[Part]) -> list[str]:
    """All running heads, the longest first."""
    roots = [html.fromstring(part.html) for part in parts]
    found = {
        node.get(key, "") for root in roots for node in root.iter() for key in ("data-head", "data-part")
    }
    return sorted(map(letters, found), key=len, reverse=True)


def _before(heads: Sequence[str], body: str) -> str:
    """The text of a page before its running head, which is drawn last."""
    return body.removesuffix(next((head for head in heads if head and body.endswith(head)), ""))


def _texts(parts: Sequence[Part]) -> Iterator[str]:
    """Texts of eight letters and more; then, for each row of a table, its texts in their order."""
    for root in (html.fromstring(part.html) for part in parts):
        body = root.find("body")
        assert body is not None
        yield from (text for text in _visible(body) if len(letters(text)) >= 8)
        for row in body.iter("tr"):
            yield from _runs(row)


def _visible(element: html.HtmlElement) -> Iterator[str]:
    """The texts of an element; "" where a page label stands."""
    if any(name in element.get("class", "").split() for name in HIDDEN) or element.tag == "option":
        yield ""
    else:
        yield element.text or ""
        for child in element:
            yield from _visible(child)
            yield child.tail or ""


def _runs(row: html.HtmlElement) -> Iterator[str]:
    """The text of a row between the page labels in it."""
    run = ""
    for text in _visible(row):
        run += text
        if not text and letters(run) and _ends(row):
            yield run
            run = ""
    yield run


def _ends(row: html.HtmlElement) -> bool:
    """Whether a row has page labels at all."""
    return bool(row.xpath(".//*[contains(@class, 'page-')]"))


def letters(text: str) -> str:
    """The letters alone: no spaces, no hyphens, no figures."""
    return re.sub(r"[\W\d_]", "", text)


def field_names(parts: Sequence[Part]) -> set[str]:
    """The names of all fields that forms have."""
    roots = [html.fromstring(part.html) for part in parts]
    return {node.get("name", "") for root in roots for tag in FIELDS for node in root.iter(tag)}


def assert_fillable(paper: Paper, wanted: set[str]) -> None:
    """Every field is there, on its page, with room for a hand."""
    boxes: dict[str, list[tuple[Box, Box, pikepdf.Object]]] = {}
    for name, page, widget in paper.fields():
        boxes.setdefault(name, []).append((Box.of(widget.Rect), paper.boxes[page], widget))
    assert wanted - set(boxes) == set()
    for name, places in boxes.items():
        for box, sheet, widget in places:
            assert sheet.holds(box), name
            least = (4, 4) if widget.get("/FT") != "/Tx" else (12, 8)
            assert box.width >= least[0] * MILLIMETRE, name
            assert box.height >= least[1] * MILLIMETRE, name


def test_a_word_that_is_lost_is_noticed(large: Paper, book: Book) -> None:
    [first, *_] = large_parts(book, Audience.PARTICIPANT)
    more = Part(
        "x", "x", "<html><body><p>kata yang tidak tercetak di mana pun</p></body></html>", first.label
    )
    with pytest.raises(AssertionError, match="tidak tercetak"):
        assert_whole(large, [*large_parts(book, Audience.PARTICIPANT), more])
