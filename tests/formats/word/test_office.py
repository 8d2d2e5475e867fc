"""Every form for Word as LibreOffice shows it: all words of the sheet on its pages, in their order."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from handbook.book.book import Book
from handbook.content.formsheet import blank_sheet
from handbook.content.instrument import Instrument
from handbook.products.inspection.secrets import squeezed
from handbook.products.word_forms import WordForms
from tests.formats.word.reading import shown, tables
from tests.formats.word.test_word import paper_of
from tests.products.making import Products

pytestmark = pytest.mark.slow


def test_pages_have_labels_rows_and_columns(products: Products, real_book: Book, tmp_path: Path) -> None:
    files = [file for file in WordForms().files(real_book) if file.page]
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
    papers = [products.root / file.path for file in files]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", tmp_path, *papers], check=True)
    for file, paper in zip(files, papers, strict=True):
        assert file.page is not None
        assert isinstance(file.page.value, Instrument)
        sheet = blank_sheet(file.page.value, paper_of(real_book, file.page))
        with pypdfium2.PdfDocument(tmp_path / f"{paper.stem}.pdf") as pdf:
            words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
            wide = {page.get_width() > page.get_height() for page in pdf}
        found = squeezed(words)
        assert wide == {file.page.value.orientation == "lanskap"}
        labels = [label for label in sheet.iter("label") if label.get("class") != "sr-only"]
        cells = [cell for table in tables(sheet) for row in table for cell in row]
        missing = [text for text in (*map(shown, labels), *cells) if squeezed(text) not in found]
        assert (file.path, missing) == (file.path, [])
