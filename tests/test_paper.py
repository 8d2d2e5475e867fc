"""The same book on other paper: sheets of the right size, forms upright and across."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from handbook.book import Book
from handbook.html import Audience, Paper
from handbook.press import Label, Metadata, Part, press
from handbook.printshop import LIBRARY, stylesheets
from handbook.typeset import typeset
from tests.conftest import MINIBOOK

pytestmark = pytest.mark.pdf

SIZES = {Paper.F4: (215, 330), Paper.LETTER: (216, 279)}


@pytest.mark.parametrize("paper", SIZES)
def test_sheets_have_the_size_of_the_paper(book: Book, tmp_path: Path, paper: Paper) -> None:
    item = next(item for item in typeset(book, Audience.PARTICIPANT, paper) if item.name == "modul-02")
    part = Part(item.name, item.title, item.html, Label("D", item.prefix))
    out = tmp_path / "modul.pdf"
    styles = stylesheets(paper)
    report = press(
        [part], out, metadata=Metadata("M"), base=MINIBOOK, stylesheets=styles, library=LIBRARY, workers=1
    )
    assert report.warnings == ()
    with pikepdf.open(out) as pdf:
        sizes = {tuple(round(float(x) / 72 * 25.4) for x in page.mediabox[2:]) for page in pdf.pages}
    width, height = SIZES[paper]
    assert sizes <= {(width, height), (height, width)}
    assert (width, height) in sizes
    assert f"{paper.name.title()} lanskap" in item.html
