"""What is planted in the products is found: hidden words wherever a reader could come upon them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from handbook import checks
from handbook.book.book import Book
from handbook.html import Audience
from handbook.problem import Kind
from handbook.products.making import check as check_all
from handbook.products.product import Finished, Product
from handbook.products.website import Website
from handbook.report import Reporter
from tests.conftest import whole
from tests.products.making import Products, copy_sources
from tests.products.words import answers, letters, notes, sentences

Check = Callable[[Products], list[str]]

BANK = """\
judul: Tes Rekaan
jenis: tes
pengantar: Pengantar rekaan tentang seekor gajah ungu di loteng.
soal:
  - id: gajah
    jenis: pilihan-tunggal
    mengukur: 2.1.1
    bagian: bacaan-2-1
    tanya: Warna apa gajah rekaan yang tinggal di loteng pasar?
    pilihan:
      - teks: Ungu muda seperti terung rebus di dapur.
        benar: ya
        umpan_balik: Gajah loteng memang berwarna terung rebus sejak lahir.
      - teks: Kelabu.
    pembahasan: Gajah loteng selalu memilih warna ungu sesudah hujan pertama.
  - id: penyu
    jenis: isian-singkat
    mengukur: 2.1.2
    bagian: bacaan-2-1
    tanya: Berapa layang-layang rekaan yang dibawa penyu bandara?
    jawaban: [tujuh]
    pembahasan: Penyu bandara membawa tujuh layang-layang karena kopernya penuh.
"""
KEY = "Gajah loteng selalu memilih warna ungu sesudah hujan pertama"
BANK_FILE = "docs/modul-02/tes-2.yml"
WORDS_OF_BANK = ("gajah rekaan", "terung rebus", "gajah loteng", "penyu bandara", "gajah ungu", "Tes Rekaan")


class KeyFile(Product):
    """Answers for facilitators: no product that is searched, and none that may stand on the site."""

    path = "dist/kunci.txt"
    audience = Audience.FACILITATOR


@pytest.fixture
def copy(products: Products, tmp_path: Path) -> Products:
    """Site and PDF to plant something in."""
    shutil.copytree(products.site, tmp_path / "site")
    shutil.copytree(products.pdf.parent, tmp_path / "dist")
    return Products(tmp_path)


@pytest.fixture(scope="module")
def check(real_book: Book) -> Check:
    """All that the checks of the products say."""
    say = Reporter(real_book.settings.strings).line
    return lambda made: [say(item) for item in made.problems(real_book)]


@pytest.fixture(scope="module")
def note(products: Products) -> str:
    """A sentence for facilitators."""
    return max(sentences(notes(products)), key=len)


@pytest.fixture(scope="module")
def answer(products: Products) -> str:
    """A sentence of a quiz's feedback."""
    return max(sentences(answers(products)), key=len)


@pytest.fixture(scope="module")
def sources_with_bank(products: Products, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book's sources with a bank of questions for a test beside the quiz."""
    root = tmp_path_factory.mktemp("tes") / "buku"
    copy_sources(products.root, root)
    (root / BANK_FILE).write_text(BANK, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def book_with_bank(sources_with_bank: Path) -> Book:
    """That book, read; the bank is in order and no page."""
    book = whole(sources_with_bank)
    assert "modul-02/tes-2.md" in book.tests
    assert [item for item in checks.run(sources_with_bank)[1] if item.place.path == BANK_FILE] == []
    return book


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
    plant(copy.site / "search" / "index.js", '"bagian":[', f'"planted":"{words}",')
    assert_caught(check(copy), words, "site/search/index.js")


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


@pytest.mark.pdf
@pytest.mark.parametrize(
    "name",
    [
        "dist/modul/modul-02.pdf",
        "dist/instrumen/ik-2-1.pdf",
        "site/unduhan/modul/modul-02.pdf",
        "site/unduhan/paket.pdf",
    ],
)
def test_in_any_pdf_beside_the_book(copy: Products, check: Check, note: str, name: str) -> None:
    file = copy.root / name
    source = copy.root / "dist" / "instrumen" / "ik-2-1.pdf"
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Planted"] = pikepdf.String(note)
        pdf.save(file)
    assert_caught(check(copy), note, name)


def test_in_a_copy_of_a_product_for_facilitators(copy: Products, real_book: Book, note: str) -> None:
    for name in ("dist/kunci.txt", "site/unduhan/kunci.txt"):
        (copy.root / name).write_text(note, encoding="utf-8")
    found = check_all(Finished(real_book, copy.root, (KeyFile(), Website())))
    assert {item.place.path for item in found} == {"site/unduhan/kunci.txt"}


def test_a_dead_link(copy: Products, check: Check) -> None:
    plant(copy.site / "index.html", "</article>", '<a href="modul-02/#tak-ada">Modul</a>')
    [line] = check(copy)
    assert line.startswith("site/index.html:")
    assert "modul-02/#tak-ada" in line
    assert "[keluaran-tautan-mati]" in line


def test_a_bank_of_questions_that_stays_hidden(products: Products, book_with_bank: Book) -> None:
    assert products.problems(book_with_bank) == []


@pytest.mark.parametrize(
    ("name", "before", "form"),
    [
        ("modul-02/tahap-3/index.html", "</article>", "<p>{}.</p>"),
        ("modul-02/kuis-2/index.html", "</article>", "<details><p>{}.</p></details>"),
        ("assets/handbook.js", "window.Handbook", "/* {}. */"),
        ("search/index.js", '"bagian":[', '"planted":"{}.",'),
    ],
)
def test_a_key_of_a_test(copy: Products, book_with_bank: Book, name: str, before: str, form: str) -> None:
    plant(copy.site / name, before, form.format(KEY))
    [found] = copy.problems(book_with_bank)
    assert found.kind is Kind.OUTPUT_LEAK
    assert found.place.path == f"site/{name}"
    assert found.words == {"kata": KEY, "sumber": BANK_FILE}


def test_a_site_is_built_without_the_bank(sources_with_bank: Path) -> None:
    site = sources_with_bank / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(sources_with_bank / "hooks"),
    }
    done = subprocess.run(
        command, cwd=sources_with_bank, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (site / "modul-02" / "kuis-2" / "index.html").is_file()
    assert [path for path in site.rglob("*") if "tes-2" in path.name] == []
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in site.rglob("*") if path.is_file()}
    shown = [
        (path, words)
        for path, text in texts.items()
        for words in WORDS_OF_BANK
        if letters(words) in letters(text)
    ]
    assert shown == []
    assert [path for path, text in texts.items() if "tes-2" in text] == []
