"""A newcomer's product: one file and its place in the list; it is made, checked, offered and published."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from handbook.products import PRODUCTS
from handbook.products.website import Website
from tests.conftest import PROJECT
from tests.release.publishing import finished, replace

FILE = '''\
"""The titles of all pages, for whoever wants to quote them."""

from handbook.products.product import Making, Product


class Titles(Product):
    """A text with a title in each line."""

    path = "dist/judul.txt"
    is_offered = True

    def make(self, run: Making) -> list:
        """Write them in the order of the book."""
        words = "\\n".join(page.title for page in run.book.pages.values())
        (run.folder / self.path).write_text(words, encoding="utf-8")
        return []
'''
LEAKY = FILE.replace("page.title", "page.text.body or page.title")
IMPORT = "from handbook.products.website import Website\n"


def run(command: str, root: Path, hooks: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of the copied engine."""
    words = [sys.executable, "-m", "handbook.commands", command, *arguments, "--root", str(root)]
    places = {"PYTHONPATH": str(hooks), "HANDBOOK_HOOK": str(hooks / "mkdocs_hooks.py")}
    environment = {**os.environ, **places}
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """A copy of the engine whose list has a product more."""
    half_written = shutil.ignore_patterns("*.pyc.*")  # bytecode that another worker is writing
    copy = shutil.copytree(PROJECT / "hooks", tmp_path / "hooks", ignore=half_written)
    shutil.copytree(PROJECT / "overrides", tmp_path / "overrides")
    listing = copy / "handbook" / "products" / "__init__.py"
    replace(listing, IMPORT, f"from handbook.products.titles import Titles\n{IMPORT}")
    replace(listing, "    Website(),\n", "    Titles(),\n    Website(),\n")
    return copy


@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_a_new_product_is_made_checked_offered_and_published(hooks: Path, tmp_path: Path) -> None:
    root, file = finished(tmp_path), hooks / "handbook" / "products" / "titles.py"
    file.write_text(LEAKY, encoding="utf-8")
    done = run("build", root, hooks)
    assert done.returncode == 1, done.stderr
    leaks = [line for line in done.stdout.splitlines() if line.endswith("[keluaran-bocor]")]
    assert {line.partition(":")[0] for line in leaks} == {"dist/judul.txt"}, done.stdout + done.stderr
    assert not (root / "dist").exists()

    file.write_text(FILE, encoding="utf-8")
    done = run("release", root, hooks, "2026.1")
    assert done.returncode == 0, done.stdout + done.stderr
    edition = root / "dist/edisi/2026.1"
    assert "Menanam Sayur" in (edition / "judul.txt").read_text(encoding="utf-8")
    assert "  judul.txt\n" in (edition / "SHA256SUMS").read_text(encoding="utf-8")
    assert (edition / "situs/unduhan/judul.txt").read_bytes() == (edition / "judul.txt").read_bytes()
    [link] = html.parse(str(edition / "situs/index.html")).xpath("//a[@href='unduhan/judul.txt']")
    assert link.text == "Unduh buku peserta (TXT, 1 KB)"


def test_what_the_site_offers_is_made_before_it_and_what_a_product_needs_too() -> None:
    kinds = [type(product) for product in PRODUCTS]
    for product in PRODUCTS:
        needed = [kinds.index(kind) for kind in product.needs]
        assert all(place < kinds.index(type(product)) for place in needed), product
        if product.is_offered:
            assert kinds.index(type(product)) < kinds.index(Website), product


def test_each_product_has_a_place_of_its_own() -> None:
    paths = [product.path for product in PRODUCTS]
    assert len(set(paths)) == len(paths)
    assert all(path == "site" or path.startswith("dist/") for path in paths)
