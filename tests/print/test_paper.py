"""The same book on other paper: sheets of the right size, forms upright and across."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from handbook.book.book import Book
from handbook.html import Audience, Paper
from handbook.press import Metadata, Part, PrintJob, press
from handbook.print.documents import html_parts
from handbook.print.printing import LIBRARY, stylesheets
from tests.conftest import MINIBOOK, CopyOf, whole

pytestmark = pytest.mark.pdf

SIZES = {Paper.F4: (215, 330), Paper.LETTER: (216, 279)}


@pytest.mark.parametrize("paper", SIZES)
def test_sheets_have_the_size_of_the_paper(book: Book, tmp_path: Path, paper: Paper) -> None:
    item = typeset_module(book, "modul-02", paper)
    sizes = set(printed(item, tmp_path / "modul.pdf", paper))
    width, height = SIZES[paper]
    assert sizes <= {(width, height), (height, width)}
    assert (width, height) in sizes
    assert f"{paper.name.title()} lanskap" in item.html


def test_a_wide_table_stands_whole_on_a_page_laid_across(copy_of: CopyOf, tmp_path: Path) -> None:
    """Twelve columns: the page is turned for the table alone, and every cell lies within it."""
    rows = [[f"{place}{row}" for place in "ABCDEFGHIJKL"] for row in range(1, 4)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|---" * 12 + "|")
    table = "\n".join(lines)
    target = "Petik sayur"
    edit = {"berkas": "docs/modul-03/tahap-1.md", "ganti": target, "dengan": f"{table}\n\n{target}"}
    item = typeset_module(whole(copy_of(edit)), "modul-03", Paper.A4)
    out = tmp_path / "modul.pdf"
    assert printed(item, out, Paper.A4).count((297, 210)) == 1
    with pypdfium2.PdfDocument(out) as pdf:
        [page] = [page for page in pdf if page.get_width() > page.get_height()]
        text = page.get_textpage()
        cells = [words for words in text.get_text_bounded().split() if len(words) == 2 and words[1] in "123"]
        assert target not in text.get_text_bounded()
        assert sorted(cells) == sorted(cell for row in rows for cell in row)
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        assert max(right for _, _, right, _ in boxes) < page.get_width() - 30


def typeset_module(book: Book, name: str, paper: Paper) -> Part:
    return next(item for item in html_parts(book, Audience.PARTICIPANT, paper) if item.name == name)


def printed(item: Part, out: Path, paper: Paper) -> list[tuple[int, ...]]:
    """Print a module; the size of each of its pages in millimetres."""
    styles = stylesheets(paper)
    report = press(
        PrintJob([item], out, Metadata("M"), base=MINIBOOK, stylesheets=styles, library=LIBRARY, workers=1)
    )
    assert report.warnings == ()
    with pikepdf.open(out) as pdf:
        return [tuple(round(float(x) / 72 * 25.4) for x in page.mediabox[2:]) for page in pdf.pages]
