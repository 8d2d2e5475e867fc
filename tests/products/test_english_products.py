"""The second book as readers get it: site, PDF, sheets and packs, all English and on its own paper."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from handbook.commands import build, check, pack
from tests.conftest import PROJECT, keeping_together
from tests.strings.test_english_book import BOOK, texts, words_of

pytestmark = pytest.mark.pdf
LETTER = (612, 792)  # points; sheets are made in whole millimetres
READ_ALOUD = r'(?:aria-label|alt|title|placeholder|content)="([^"]*)"'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the book with everything that is made of it; it brings no mkdocs.yml of its own."""
    root = keeping_together(shutil.copytree(BOOK, tmp_path_factory.mktemp("products") / "book"))
    environment = pytest.MonkeyPatch()
    environment.setenv("PYTHONPATH", str(PROJECT / "hooks"))
    assert [build.main(["--root", str(root)]), pack.main(["all", "--root", str(root)])] == [0, 0]
    environment.undo()
    return root


def shown(page: Path) -> str:
    """All words of a page, seen or read aloud."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", page.read_text(encoding="utf-8"), flags=re.S)
    return html.unescape(" ".join([*re.findall(READ_ALOUD, text), re.sub(r"<[^>]+>", " ", text)]))


def printed(file: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def test_everything_is_made(made: Path) -> None:
    made_of = {path.relative_to(made / "dist").as_posix() for path in (made / "dist").rglob("*.pdf")}
    forms = {f"instrumen/ik-{letter}.pdf" for letter in "abc"}
    modules = {f"{folder}/modul-0{n}.pdf" for n in (1, 2) for folder in ("modul", "paket-sesi")}
    keys = {"paket-sesi/modul-01-kunci.pdf", "paket-sesi/modul-02-kunci.pdf"}
    assert made_of == {"buku-peserta.pdf", *forms, *modules, *keys}
    assert (made / "site/modul-02/ik-c/index.html").is_file()
    assert check.main(["--outputs", "--root", str(made)]) == 0


def test_no_product_has_an_indonesian_word(made: Path) -> None:
    ours, theirs = (
        words_of([*texts(f"{language}.yml"), *texts(f"{language}.masalah.yml")]) for language in ("id", "en")
    )
    foreign = ours - theirs
    products = [(path, shown(path)) for path in (made / "site").rglob("*.html")]
    products += [(path, printed(path)) for path in (made / "dist").rglob("*.pdf")]
    assert len(products) > 30
    found = {path.relative_to(made).as_posix(): words_of([("", text)]) & foreign for path, text in products}
    assert {name: words for name, words in found.items() if words} == {}


def test_the_language_is_told(made: Path) -> None:
    for page in (made / "site").rglob("*.html"):
        assert re.search(r'<html[^>]* lang="en"', page.read_text(encoding="utf-8")), page


def test_it_is_printed_on_its_own_paper(made: Path) -> None:
    for file in (made / "dist").rglob("*.pdf"):
        for page in pypdfium2.PdfDocument(file):
            assert sorted(page.get_size()) == pytest.approx(LETTER, abs=1.5), file.name


def test_its_own_words_take_the_place_of_the_engines(made: Path) -> None:
    quiz, form = (shown(made / f"site/modul-02/{name}/index.html") for name in ("kuis-2", "ik-c"))
    assert "Hive Check 2" in quiz
    assert "Circle" in form
    assert "District" not in form


def test_its_search_knows_its_own_synonyms(made: Path) -> None:
    index = (made / "site/search/index.js").read_text(encoding="utf-8")
    assert '[["larva","larvae","grubs"],["brood"]]' in index
    assert "bumil" not in index


def test_what_the_book_says_of_itself_is_its_own(made: Path) -> None:
    text = " ".join(printed(made / "dist/buku-peserta.pdf").split())
    assert "All bees in this book are invented." in text
    assert "This edition was approved by Ellen Invented, Keeper of the Circle, on 20 November 2026." in text
    assert "ISBN" not in text
    assert "DRAFT" not in text


def test_facilitators_notes_and_keys_stay_in_the_packs(made: Path) -> None:
    note, key = "a scale needs no strength", "It depends on the colony."
    pages = " ".join(shown(path) for path in (made / "site").rglob("*.html"))
    assert note not in pages + printed(made / "dist/buku-peserta.pdf")
    assert note in " ".join(printed(made / "dist/paket-sesi/modul-02.pdf").split())
    assert key in " ".join(printed(made / "dist/paket-sesi/modul-02-kunci.pdf").split())


def test_without_approval_every_page_and_sheet_is_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shutil.copytree(BOOK, tmp_path / "book")
    settings = root / "handbook.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if "pengesahan:" not in line), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "hooks"))
    assert [build.main(["--root", str(root)]), pack.main(["2", "--root", str(root)])] == [0, 0]
    for file in (root / "dist").rglob("*.pdf"):
        pages = [text for text in printed(file).split("\f") if text.strip()]
        assert [page for page in pages if "DRAFT" not in page] == [], file.name
    for page in (root / "site").rglob("*.html"):
        assert "DRAFT" in page.read_text(encoding="utf-8"), page
