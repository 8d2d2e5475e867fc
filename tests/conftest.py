"""Fixtures of all tests: the minibook, a copy of it with edits, and its problems as lines."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement
from markdown import Markdown

from handbook import checks
from handbook.book.book import Book
from handbook.book.read import read
from handbook.book.report import Reporter
from handbook.memory.store import CACHE
from handbook.render.renderer import Renderer
from handbook.source.dialect import HOST_EXTENSIONS
from handbook.strings import load

Edit: TypeAlias = dict[str, Any]
CopyOf: TypeAlias = Callable[..., Path]

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
MINIBOOK = TESTS / "minibook"
ENGLISH_BOOK = TESTS / "english-book"
KEPT = PROJECT / ".cache" / "made-in-tests"
"""The folder in which copies of small books keep together: most of them print the same parts."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A slow proof may take its time; every other test ends at the limit in pyproject.toml.

    Files that drive a browser or print come first: short ones at the end leave no processor idle.
    Before them comes a file that needs the built book; while its worker builds, the others test without it.
    """
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.timeout(0))
    long = {item.path for item in items if any(map(item.get_closest_marker, ("browser", "pdf")))}
    waiting = {item.path for item in items if "products" in getattr(item, "fixturenames", ())}
    first = next((item.path for item in items if item.path in long & waiting), None)
    items.sort(key=lambda item: (item.path != first, item.path not in long, item.path in waiting))


ENDED: dict[str, Counter[str]] = {}
"""How the runs of each test ended, without its parameters."""


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count a run by its call, or by the step before it that did not pass."""
    if report.when == "call" or not report.passed:
        ENDED.setdefault(report.nodeid.partition("[")[0], Counter())[report.outcome] += 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the counts where ./scripts/test wants them; the conformance of an edition is drawn from them."""
    file = os.environ.get("HANDBOOK_TALLY")
    if file and not hasattr(session.config, "workerinput"):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_text(json.dumps(ENDED, indent=1, sort_keys=True) + "\n", encoding="utf-8")


@pytest.fixture
def copy_of(tmp_path: Path) -> CopyOf:
    """Makes a fresh copy of the minibook with edits and gives its folder."""

    def make(*edits: Edit, name: str = "buku") -> Path:
        root = shutil.copytree(MINIBOOK, tmp_path / name)
        for edit in edits:
            apply(root, edit)
        return root

    return make


def keeping_together(root: Path) -> Path:
    """A copy of a small book, made to find there what the copies of other tests have kept."""
    KEPT.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(root / CACHE, ignore_errors=True)
    (root / CACHE).parent.mkdir(exist_ok=True)
    (root / CACHE).symlink_to(KEPT, target_is_directory=True)
    return root


@pytest.fixture(scope="session")
def book() -> Book:
    """The minibook, read as it is."""
    return whole(MINIBOOK)


@pytest.fixture(scope="session")
def project_book() -> Book:
    """The book of this project, read once."""
    return whole(PROJECT)


def whole(root: Path) -> Book:
    """A book that must be readable and without problems."""
    found, problems = read(root)
    assert found is not None
    assert problems == []
    return found


def lines_of(root: Path) -> list[str]:
    """All problems of a book in the words of `./scripts/check`."""
    found, problems = checks.run(root)
    settings = found.settings if found else None
    reporter = Reporter(settings.strings, settings.severities) if settings else Reporter(load("id"))
    return [reporter.line(item) for item in problems]


def render(renderer: Renderer, uri: str) -> str:
    """A page's article as the Markdown extension writes it."""
    md = Markdown(
        extensions=[*HOST_EXTENSIONS, "handbook.markdown.extension"],
        extension_configs={"handbook.markdown.extension": {"renderer": renderer}},
    )
    md.handbook_uri = uri  # type: ignore[attr-defined]
    return md.convert(renderer.book.pages[uri].text.body or "&#8203;")


def article(renderer: Renderer, uri: str) -> HtmlElement:
    """The same article as a tree."""
    return lxml_html.fragment_fromstring(render(renderer, uri), create_parent="article")


def apply(root: Path, edit: Edit) -> None:
    """One edit of a case: new text for old, a whole file, raw bytes, a link, or gone."""
    path = root / edit["berkas"]
    if "hapus" in edit:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif "bita" in edit:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(edit["bita"]))
    elif "tautan" in edit:
        path.unlink(missing_ok=True)
        path.symlink_to(edit["tautan"])
    elif "isi" in edit:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit["isi"] * int(edit.get("kali", 1)), encoding="utf-8")
    else:
        _replace(path, edit)


def _replace(path: Path, edit: Edit) -> None:
    text, old = path.read_text(encoding="utf-8"), edit["ganti"]
    count = text.count(old)
    assert count == 1 or (count > 1 and edit.get("semua") == "ya"), f"{path.name}: {count} × {old!r}"
    path.write_text(text.replace(old, edit["dengan"]), encoding="utf-8")


@pytest.fixture
def host_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment variables of the minibook's mkdocs.yml: the real hook and templates."""
    root = PROJECT
    monkeypatch.setenv("HANDBOOK_HOOK", str(root / "hooks" / "mkdocs_hooks.py"))
    monkeypatch.setenv("HANDBOOK_OVERRIDES", str(root / "overrides"))
    monkeypatch.setenv("PYTHONPATH", str(root / "hooks"))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
