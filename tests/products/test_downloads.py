"""The modules and forms that can be downloaded one by one: offered where they are looked for, whole."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.book.page import Page, PageKind
from handbook.products.form_pdfs import FormPdfs
from handbook.products.inspection.pdf import dead_links
from handbook.products.module_ebooks import ModuleEbooks
from handbook.products.module_pdfs import ModulePdfs
from handbook.products.word_forms import WordForms
from tests.products.making import Products
from tests.products.paper import Paper

pytestmark = pytest.mark.pdf

SENT_BY_PHONE = 2_000_000  # bytes
USES = {".docx": ", untuk diisi di Word", ".epub": ", untuk dibaca di ponsel dengan nomor halaman buku cetak"}
"""The words behind the size of a file of a kind that is not known to everybody."""


@pytest.fixture(scope="module")
def offered(products: Products, real_book: Book) -> list[tuple[Page, Path]]:
    """Each module and form with its file."""
    files = [*ModulePdfs().files(real_book), *FormPdfs().files(real_book)]
    return [(file.page, products.root / file.path) for file in files if file.page]


def test_there_is_one_for_each_module_and_form(offered: list[tuple[Page, Path]], products: Products) -> None:
    assert [file.name for _, file in offered if not file.is_file()] == []
    written = [plan for plan in products.settings["modul"] if plan["status"] != "rencana"]
    forms = list((products.root / "docs").glob("modul-*/ik-*.yml"))
    assert len(offered) == len(written) + len(forms)


def test_pages_offer_them_with_their_size(
    offered: list[tuple[Page, Path]], products: Products, real_book: Book, trees: dict[str, HtmlElement]
) -> None:
    pages = [*WordForms().files(real_book), *ModuleEbooks().files(real_book)]
    others = [(file.page, products.root / file.path) for file in pages if file.page]
    for page, file in (*offered, *others):
        place = products.site / page.uri.removesuffix("index.md").removesuffix(".md") / "index.html"
        links = trees[place.relative_to(products.site).as_posix()].xpath("//p[@class='download']/a")
        [link] = [found for found in links if found.get("href").endswith(file.suffix)]
        assert (place.parent / link.get("href")).resolve().read_bytes() == file.read_bytes()
        use = USES.get(file.suffix, "")
        assert link.text == f"Unduh {file.suffix[1:].upper()} ({round(file.stat().st_size / 1000)} KB){use}"


def test_they_are_light_and_sound(offered: list[tuple[Page, Path]]) -> None:
    for _, file in offered:
        assert file.stat().st_size < SENT_BY_PHONE
        done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
        assert (file.name, done.returncode, done.stderr) == (file.name, 0, "")
        assert list(dead_links(file, file.name)) == []


def test_modules_have_the_pages_and_the_fields_of_the_book(
    offered: list[tuple[Page, Path]], paper: Paper
) -> None:
    fields = {name: paper.labels[number] for name, number, _ in paper.fields()}
    for page, file in ((page, file) for page, file in offered if page.kind is PageKind.MODULE):
        with Paper(file) as own:
            assert set(own.labels) <= set(paper.labels)
            assert own.labels[0] == paper.labels[paper.page_of(page.id)]
            found = {name: own.labels[number] for name, number, _ in own.fields()}
            assert found == {name: label for name, label in fields.items() if label in own.labels}


def test_forms_have_pages_of_their_own_and_their_fields(offered: list[tuple[Page, Path]]) -> None:
    filled = 0
    for page, file in ((page, file) for page, file in offered if page.kind is PageKind.INSTRUMENT):
        with Paper(file) as own:
            short = f"IK {page.number}"
            sheets = [label for label in own.labels if label.startswith(short)]
            assert sheets == [f"{short}-{number}" for number in range(1, len(sheets) + 1)]
            assert own.labels == [*sheets, "Lanjutan 1"]
            assert own.texts[0].startswith(short)
            filled += len(list(own.fields()))
    assert filled > 500  # cards and posters have none


def test_they_say_what_they_are(offered: list[tuple[Page, Path]]) -> None:
    for page, file in offered:
        with pikepdf.open(file) as pdf:
            assert str(pdf.docinfo["/Title"]).endswith(page.title)
            assert str(pdf.Root.Lang) == "id"
            assert len([kid for kid in pdf.Root.StructTreeRoot.K if kid.S == "/Document"]) == 1
