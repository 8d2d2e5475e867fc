"""What is planted in the products is found: hidden words wherever a reader could come upon them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from handbook import outputs
from handbook.book import Book
from handbook.report import Reporter
from tests.products.making import Products
from tests.products.words import answers, notes, sentences

Check = Callable[[Products], list[str]]


@pytest.fixture
def copy(products: Products, tmp_path: Path) -> Products:
    """Site and PDF to plant something in."""
    shutil.copytree(products.site, tmp_path / "site")
    (tmp_path / "dist").mkdir()
    shutil.copy(products.pdf, tmp_path / "dist")
    return Products(tmp_path)


@pytest.fixture(scope="module")
def check(real_book: Book) -> Check:
    """All that the checks of the products say."""
    say = Reporter(real_book.settings.strings).line
    return lambda made: [say(item) for item in outputs.check(real_book, made.site, made.pdf)]


@pytest.fixture(scope="module")
def note(products: Products) -> str:
    """A sentence for facilitators."""
    return max(sentences(notes(products)), key=len)


@pytest.fixture(scope="module")
def answer(products: Products) -> str:
    """A sentence of a quiz's feedback."""
    return max(sentences(answers(products)), key=len)


def assert_caught(lines: list[str], words: str, file: str) -> None:
    """The report names the file and quotes the beginning of the words."""
    assert lines
    assert all(line.startswith(f"{file}:") and "[keluaran-bocor]" in line for line in lines), lines
    assert any(" ".join(words.split()[:12]) in line for line in lines), lines


def plant(file: Path, before: str, words: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, words + before, 1), encoding="utf-8")


def test_in_a_page(copy: Products, check: Check, note: str) -> None:
    plant(copy.site / "modul-02" / "tahap-3" / "index.html", "</article>", f"<p>{note}</p>")
    assert_caught(check(copy), note, "site/modul-02/tahap-3/index.html")


def test_in_a_page_with_each_word_in_a_tag(copy: Products, check: Check, note: str) -> None:
    planted = " ".join(f"<b>{word}</b>" for word in note.split())
    plant(copy.site / "index.html", "</article>", f"<p hidden>{planted}</p>")
    assert_caught(check(copy), note, "site/index.html")


def test_in_a_comment(copy: Products, check: Check, note: str) -> None:
    plant(copy.site / "tentang" / "index.html", "</body>", f"<!-- {note} -->")
    assert_caught(check(copy), note, "site/tentang/index.html")


@pytest.mark.parametrize("hidden", ["note", "answer"])
def test_in_the_search_index(
    copy: Products, check: Check, hidden: str, request: pytest.FixtureRequest
) -> None:
    words = request.getfixturevalue(hidden)
    plant(copy.site / "search" / "search_index.json", '"docs":[', f'"planted":"<p>{words}</p>",')
    assert_caught(check(copy), words, "site/search/search_index.json")


def test_in_a_script(copy: Products, check: Check, note: str) -> None:
    plant(copy.site / "assets" / "handbook.js", "window.Handbook", f"/* {note} */")
    assert_caught(check(copy), note, "site/assets/handbook.js")


@pytest.mark.pdf
def test_in_an_attachment_of_the_pdf(copy: Products, check: Check, note: str) -> None:
    with pikepdf.open(copy.pdf, allow_overwriting_input=True) as pdf:
        pdf.attachments["catatan.txt"] = note.encode()
        pdf.save(copy.pdf)
    assert_caught(check(copy), "catatan.txt", "dist/buku-peserta.pdf")


@pytest.mark.pdf
@pytest.mark.parametrize("hidden", ["note", "answer"])
def test_in_the_words_of_a_field(
    copy: Products, check: Check, hidden: str, request: pytest.FixtureRequest
) -> None:
    words = request.getfixturevalue(hidden)
    with pikepdf.open(copy.pdf, allow_overwriting_input=True) as pdf:
        pdf.Root.AcroForm.Fields[0].TU = pikepdf.String(words)
        pdf.save(copy.pdf)
    assert_caught(check(copy), words, "dist/buku-peserta.pdf")


@pytest.mark.pdf
def test_on_a_sheet_of_the_pdf(copy: Products, check: Check, note: str) -> None:
    with pikepdf.open(copy.pdf, allow_overwriting_input=True) as pdf:
        pdf.pages[0].contents_add(b"BT /Planted 8 Tf 20 20 Td (" + note.encode("latin-1") + b") Tj ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        font.BaseFont = pikepdf.Name.Helvetica
        pdf.pages[0].add_resource(font, pikepdf.Name.Font, pikepdf.Name.Planted)
        pdf.save(copy.pdf)
    assert_caught(check(copy), note, "dist/buku-peserta.pdf")


def test_a_dead_link(copy: Products, check: Check) -> None:
    plant(copy.site / "index.html", "</article>", '<a href="modul-02/#tak-ada">Modul</a>')
    [line] = check(copy)
    assert line.startswith("site/index.html:")
    assert "modul-02/#tak-ada" in line
    assert "[keluaran-tautan-mati]" in line
