"""The real book's products, built once for all tests and shared by the workers of pytest-xdist."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.book.book import Book
from handbook.problem import Problem
from handbook.products import PRODUCTS
from handbook.products.making import check
from handbook.products.product import Finished
from tests.conftest import PROJECT

SOURCES = ("docs", "pelatihan", "overrides", "hooks", "handbook.yml", "mkdocs.yml")


@dataclass(frozen=True)
class Products:
    """A folder with the sources of the book, its site and its PDF."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def pdf(self) -> Path:
        return self.root / "dist" / "buku-peserta.pdf"

    @property
    def pages(self) -> list[Path]:
        """Every page of the site."""
        return sorted(self.site.rglob("*.html"))

    @property
    def settings(self) -> Any:
        """handbook.yml."""
        return yaml.load((self.root / "handbook.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    def problems(self, book: Book) -> list[Problem]:
        """All that the checks of the products say."""
        return list(check(Finished(book, self.root, PRODUCTS)))

    def source(self, name: str) -> Any:
        """A YAML file below docs/, every scalar as it is written."""
        text = (self.root / "docs" / name).read_text(encoding="utf-8")
        return yaml.load(text, Loader=yaml.CBaseLoader)  # libyaml, as the engine reads it


@pytest.fixture(scope="session")
def products(tmp_path_factory: pytest.TempPathFactory) -> Products:
    """The book as `./scripts/build` makes it, or as it stands in the folder HANDBOOK_PRODUCTS."""
    ready = os.environ.get("HANDBOOK_PRODUCTS")
    return Products(Path(ready)) if ready else _made_once(_shared_folder(tmp_path_factory))


def _shared_folder(factory: pytest.TempPathFactory) -> Path:
    """One folder for all workers of this run."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _made_once(folder: Path) -> Products:
    """The first worker builds, the others wait for its lock to go and read how it went."""
    root, report = folder / "buku", folder / "buku.txt"
    with (folder / "buku.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not report.exists():
            copy_sources(PROJECT, root)
            report.write_text(_build(root), encoding="utf-8")
    failure = report.read_text(encoding="utf-8")
    assert not failure, f"the book does not build:\n{failure}"
    return Products(root)


def copy_sources(there: Path, root: Path) -> None:
    """All that a book is built from, and the engine."""
    root.mkdir(exist_ok=True)
    for name in SOURCES:
        source = there / name
        if source.is_dir():
            half_written = shutil.ignore_patterns("*.pyc.*")  # bytecode that another worker is writing
            shutil.copytree(source, root / name, ignore=half_written, dirs_exist_ok=True)
        else:
            shutil.copy(source, root / name)


def _build(root: Path) -> str:
    """Build with the copied engine, so that the folder stands for itself; gives its words if it fails."""
    command = [sys.executable, "-m", "handbook.commands", "build", "--root", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(root / "hooks")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return f"{done.stdout}{done.stderr}" if done.returncode else ""
