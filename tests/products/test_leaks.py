"""Secret words planted in the products are found wherever a reader could find them.

All of it is planted in one copy, and the checks of the products read that copy: each place must be
reported by itself, with the words that stand there, and no other place.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from handbook import checks
from handbook.book.book import Book
from handbook.book.report import Reporter
from handbook.html import Audience
from handbook.problem import Kind, Problem
from handbook.products.making import check as check_products
from handbook.products.product import Finished, Product
from handbook.products.website import Website
from tests.conftest import whole
from tests.products.making import Products, copy_sources
from tests.products.words import answers, letters, notes, sentences

pytestmark = pytest.mark.pdf

BANK = """\
judul: Tes Rekaan
jenis: tes
pengantar: Pengantar rekaan tentang seekor gajah ungu di loteng.
soal:
  - id: gajah
    jenis: pilihan-tunggal
    mengukur: 2.1.1
    bagian: bacaan-2-1
    tingkat: mengingat
    tanya: Rupa apa gajah rekaan yang tinggal di loteng pasar?
    pilihan:
      - teks: Ungu muda seperti terung rebus di dapur.
        benar: ya
        umpan_balik: Gajah loteng memang serupa terung rebus sejak lahir.
      - teks: Kelabu tua seperti abu dapur pasar.
    pembahasan: Gajah loteng selalu memilih kulit ungu sesudah hujan pertama.
  - id: penyu
    jenis: isian-singkat
    mengukur: 2.1.2
    bagian: bacaan-2-1
    tingkat: mengingat
    tanya: Berapa layang-layang rekaan yang dibawa penyu bandara?
    jawaban: [tujuh]
    pembahasan: Penyu bandara membawa tujuh layang-layang karena kopernya penuh.
"""
KEY = "Gajah loteng selalu memilih kulit ungu sesudah hujan pertama"
BANK_FILE = "docs/modul-02/tes-2.yml"
WORDS_OF_BANK = ("gajah rekaan", "terung rebus", "gajah loteng", "penyu bandara", "gajah ungu", "Tes Rekaan")
Words = dict[str, str]


@dataclass(frozen=True)
class Plant:
    """Words planted before something in a text of the site: which words, and in what form."""

    file: str
    before: str
    form: str
    words: str


TEXTS = {
    "a page": Plant("site/modul-02/tahap-3/index.html", "</article>", "<p>{}</p>", "note"),
    "each word in a tag": Plant("site/program/index.html", "</article>", "<p hidden>{}</p>", "tagged"),
    "a comment": Plant("site/tentang/index.html", "</body>", "<!-- {} -->", "note"),
    "the index": Plant("site/search/index.js", '"bagian":[', '"planted":"{}",', "note"),
    "an answer in the index": Plant("site/search/index.js", '"bagian":[', '"planted":"{}",', "answer"),
    "a script": Plant("site/assets/handbook.js", "window.Handbook", "/* {} */", "note"),
}
KEYS = (
    Plant("site/modul-02/tahap-3/index.html", "</article>", "<p>{}.</p>", "key"),
    Plant("site/modul-02/kuis-2/index.html", "</article>", "<details><p>{}.</p></details>", "key"),
    Plant("site/assets/handbook.js", "window.Handbook", "/* {}. */", "key"),
    Plant("site/search/index.js", '"bagian":[', '"planted":"{}.",', "key"),
)
DEAD_LINK = Plant("site/index.html", "</article>", '<a href="modul-02/#tak-ada">{}</a>', "link")


def attach(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.attachments[words] = b"-"


def name_first_field(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.Root.AcroForm.Fields[0].TU = pikepdf.String(words)


def write_on_a_sheet(pdf: pikepdf.Pdf, words: str) -> None:
    shown = words.encode("latin-1").hex()  # parentheses and backslashes mean something in a plain string
    pdf.pages[0].contents_add(f"BT /Planted 8 Tf 20 20 Td <{shown}> Tj ET".encode())
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
    font.BaseFont = pikepdf.Name.Helvetica
    pdf.pages[0].add_resource(font, pikepdf.Name.Font, pikepdf.Name.Planted)


IN_THE_BOOK: dict[str, Callable[[pikepdf.Pdf, str], None]] = {
    "attachment": attach,
    "note": name_first_field,
    "other note": write_on_a_sheet,
}
"""How each words get into the participants' PDF."""
BESIDE_THE_BOOK = {
    "dist/modul/modul-02.pdf": "note",
    "dist/instrumen/ik-2-1.pdf": "note",
    "dist/instrumen/ik-2-2.pdf": "answer",
    "site/unduhan/modul/modul-02.pdf": "other note",
    "site/unduhan/paket.pdf": "note",
}
"""Other PDF files; a module and its copy in the site differ, else the copy would not be looked into."""
PLANTED = {
    *((plant.file, plant.words) for plant in TEXTS.values()),
    *(("dist/buku-peserta.pdf", words) for words in IN_THE_BOOK),
    *BESIDE_THE_BOOK.items(),
}


@pytest.fixture(scope="module")
def words(products: Products) -> Words:
    """Two sentences for facilitators, one of a quiz's feedback, and what else is planted."""
    note, other = sorted(sentences(notes(products)), key=len)[:-3:-1]
    return {
        "note": note,
        "other note": other,
        "answer": max(sentences(answers(products)), key=len),
        "tagged": " ".join(f"<b>{word}</b>" for word in note.split()),
        "attachment": "catatan.txt",
        "key": KEY,
        "link": "Modul",
    }


@pytest.fixture(scope="module")
def spoilt(products: Products, words: Words, tmp_path_factory: pytest.TempPathFactory) -> Products:
    """Site and PDF files with everything planted."""
    copy = Products(tmp_path_factory.mktemp("bocor"))
    shutil.copytree(products.site, copy.site)
    shutil.copytree(products.pdf.parent, copy.pdf.parent)
    for plant in (*TEXTS.values(), *KEYS, DEAD_LINK):
        _plant(copy.root / plant.file, plant.before, plant.form.format(words[plant.words]))
    with pikepdf.open(products.pdf) as pdf:
        for name, put in IN_THE_BOOK.items():
            put(pdf, words[name])
        pdf.save(copy.pdf)
    for file, name in BESIDE_THE_BOOK.items():
        with pikepdf.open(products.root / "dist" / "instrumen" / "ik-2-1.pdf") as pdf:
            pdf.docinfo["/Planted"] = pikepdf.String(words[name])
            pdf.save(copy.root / file)
    return copy


def _plant(file: Path, before: str, words: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, words + before, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def lines(spoilt: Products, real_book: Book) -> list[str]:
    """All that the checks of the products say, as authors read it."""
    say = Reporter(real_book.settings.strings).line
    return [say(item) for item in spoilt.problems(real_book)]


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


@pytest.mark.parametrize(("file", "name"), sorted(PLANTED))
def test_what_is_planted_is_found_and_quoted(lines: list[str], words: Words, file: str, name: str) -> None:
    quoted = " ".join(words[name.replace("tagged", "note")].split()[:12])
    said = [line for line in lines if line.startswith(f"{file}:") and quoted in line]
    assert said
    assert all("[keluaran-bocor]" in line for line in said)


def test_a_dead_link_is_found(lines: list[str]) -> None:
    [line] = [line for line in lines if line.startswith(f"{DEAD_LINK.file}:")]
    assert "modul-02/#tak-ada" in line
    assert "[keluaran-tautan-mati]" in line


def test_nothing_else_is_said(lines: list[str]) -> None:
    files = {line.partition(":")[0] for line in lines}
    copy = "site/unduhan/buku-peserta.pdf"  # no copy of the spoilt book, so its answers are told too
    assert files == {DEAD_LINK.file, copy, *(file for file, _ in PLANTED)}
    assert len([line for line in lines if "[keluaran-bocor]" not in line]) == 1


class KeyFile(Product):
    """Answers for facilitators: no product that is searched, and none that may stand on the site."""

    path = "dist/kunci.txt"
    audience = Audience.FACILITATOR


def test_a_copy_of_a_product_for_facilitators_is_found(real_book: Book, words: Words, tmp_path: Path) -> None:
    for name in ("dist/kunci.txt", "site/unduhan/kunci.txt"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(words["note"], encoding="utf-8")
    found = check_products(Finished(real_book, tmp_path, (KeyFile(), Website())))
    assert {item.place.path for item in found} == {"site/unduhan/kunci.txt"}


def test_a_bank_of_questions_that_stays_hidden(products: Products, book_with_bank: Book) -> None:
    assert products.problems(book_with_bank) == []


def test_keys_of_a_test_are_found(spoilt: Products, book_with_bank: Book) -> None:
    """Once in each file where the key stands; nowhere else, though the rest is planted too."""
    said = spoilt.problems(book_with_bank)
    found: list[Problem] = [item for item in said if item.words.get("sumber") == BANK_FILE]
    assert sorted(item.place.path for item in found) == sorted(plant.file for plant in KEYS)
    assert {item.kind for item in found} == {Kind.OUTPUT_LEAK}
    assert {item.words["kata"] for item in found} == {KEY}


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
