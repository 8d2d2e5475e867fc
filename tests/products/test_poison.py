"""The poison book: whatever stands in its data, every product shows it as text and gains no element."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pikepdf
import pytest
import tinyhtml5
from playwright.sync_api import Browser

from handbook.commands import build, pack
from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.server import serving
from tests.conftest import ENGLISH_BOOK, PROJECT
from tests.products.poison import ELEMENT, POISON, Value, poisoned, strings_of

pytestmark = pytest.mark.pdf
BOOK = ENGLISH_BOOK
SHOWN = re.compile(r"(?:judul|ringkas|nama|arti|tanya|petunjuk|tujuan|kepala|teks|isi|baris|kolom)$")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Value]]:
    """The book with all that is made of it, and the strings that hold the poison."""
    root = tmp_path_factory.mktemp("poison") / "book"
    values = poisoned(BOOK, root)
    _offer_a_file(root)
    environment = pytest.MonkeyPatch()
    environment.setenv("PYTHONPATH", str(PROJECT / "hooks"))
    assert [build.main(["--root", str(root)]), pack.main(["all", "--root", str(root)])] == [0, 0]
    environment.undo()
    return root, values


def _offer_a_file(root: Path) -> None:
    """Let a printed page offer a spreadsheet; beside it lies a file that nothing names."""
    openpyxl.Workbook().save(root / "docs/modul-01/contoh.xlsx")
    (root / "docs/modul-01/.env").write_text("token=1", encoding="utf-8")
    stage = root / "docs/modul-01/tahap-1.md"
    text = stage.read_text(encoding="utf-8")
    stage.write_text(f"{text}\n[A table for counting](contoh.xlsx)\n", encoding="utf-8")


def test_a_file_is_offered_on_the_site_and_named_on_paper(made: tuple[Path, list[Value]]) -> None:
    root, _ = made
    assert 'href="../contoh.xlsx"' in (root / "site/modul-01/tahap-1/index.html").read_text("utf-8")
    assert openpyxl.load_workbook(root / "site/modul-01/contoh.xlsx").worksheets
    command = ["pdftotext", str(root / "dist/buku-peserta.pdf"), "-"]
    assert (
        "A table for counting" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    assert not list((root / "site").rglob(".env"))


def test_only_names_and_numbers_are_left_unpoisoned(made: tuple[Path, list[Value]]) -> None:
    left = {value.words for value in strings_of(BOOK)} - {value.words for value in made[1]}
    assert len(made[1]) > 150
    must_be_in_the_book = {"eggs and young"}  # what a synonym leads to
    assert {words for words in left if " " in words or words.endswith(".")} == must_be_in_the_book


def trees(site: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Every piece of HTML in a site as a browser reads it, with its name."""
    for file in sorted(site.rglob("*.html")):
        yield (
            file.relative_to(site).as_posix(),
            tinyhtml5.parse(file.read_text("utf-8"), namespace_html_elements=False),
        )
    script = (site / "assets/formulir.js").read_text("utf-8")
    for name, form in json.loads(script.partition(" = ")[2].rstrip().rstrip(";")).items():
        yield name, tinyhtml5.parse(form, namespace_html_elements=False)


def test_no_page_gains_an_element(made: tuple[Path, list[Value]], tmp_path: Path) -> None:
    root, _ = made
    with zipfile.ZipFile(root / "dist/situs-luring.zip") as archive:
        archive.extractall(tmp_path)
    seen = 0
    for folder in (root / "site", tmp_path / "situs-luring"):
        for name, tree in trees(folder):
            for element in tree.iter():
                assert element.tag != ELEMENT, name
                assert "onclick" not in element.attrib, name
            seen += 1
    assert seen > 50


def told(tree: ElementTree.Element) -> str:
    """All words of a page, and those of its attributes, with single spaces."""
    words = [
        "".join(tree.itertext()),
        *(value for element in tree.iter() for value in element.attrib.values()),
    ]
    return " ".join(" ".join(words).split())


def _is_public(value: Value) -> bool:
    """Tests are for facilitators; who approved the edition is told in the printed book alone."""
    return "tes-" not in value.path and "pengesahan" not in value.keys


def test_pages_show_what_is_written(made: tuple[Path, list[Value]]) -> None:
    """Each poisoned string of the pages stands somewhere in the site, to the letter."""
    root, values = made
    site = " ".join(told(tree) for _, tree in trees(root / "site"))
    public = [value for value in values if _is_public(value) and SHOWN.search(value.keys[-1])]
    assert len(public) > 60
    lost = [value for value in public if " ".join(f"{value.words.strip()}{POISON}".split()) not in site]
    assert [(value.path, value.keys, value.words[:50]) for value in lost] == []


def test_the_other_files_of_the_site_stay_in_their_form(made: tuple[Path, list[Value]]) -> None:
    site = made[0] / "site"
    index = (site / "search/index.js").read_text("utf-8")
    assert POISON in json.dumps(
        json.loads(index.partition("=")[2].rstrip().rstrip(";")), ensure_ascii=False
    ).replace('\\"', '"')
    for file in [*site.rglob("*.xml"), *site.rglob("*.svg")]:
        assert ELEMENT not in {element.tag for element in ElementTree.parse(file).iter()}
    for file in site.rglob("*.json"):
        json.loads(file.read_text("utf-8"))


def test_printed_products_show_it(made: tuple[Path, list[Value]]) -> None:
    root, _ = made
    files = sorted((root / "dist").rglob("*.pdf"))
    assert len(files) > 8
    for file in files:
        words = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
        assert ELEMENT in words, file.name
        with pikepdf.open(file) as pdf:
            kinds = {
                str(item.get("/S"))
                for item in pdf.objects
                if isinstance(item, pikepdf.Dictionary) and "/S" in item
            }
        assert not kinds & {"/JavaScript", "/Launch", "/SubmitForm", "/URI"} - {"/URI"}, file.name


@pytest.mark.browser
def test_search_and_spreadsheets_show_it(
    made: tuple[Path, list[Value]], browser: Browser, tmp_path: Path
) -> None:
    """Texts that scripts put on a page and into a file appear as text, never as HTML."""
    root, _ = made
    with serving(root / "site") as address, browser.new_page() as page:
        page.goto(f"{address}/modul-01/ik-a/")
        page.locator("input.md-search__input").press_sequentially("hive")
        page.locator(".md-search-result__list > li").first.wait_for()
        assert POISON in page.locator(".md-search-result__list").inner_text()
        assert page.locator(f"{ELEMENT}, [onclick]").count() == 0
        page.keyboard.press("Escape")
        with page.expect_download() as found:
            page.locator(".more-actions summary").click()
            page.locator(".more-actions").get_by_role("button", name="Blank spreadsheet").click()
        found.value.save_as(tmp_path / "a.xlsx")
    cells = [
        str(cell) for row in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].values for cell in row
    ]
    assert any(POISON in cell for cell in cells)
