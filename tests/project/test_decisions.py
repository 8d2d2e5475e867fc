"""docs/decisions is no part of the book; what it lists of the theme is what pages use."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import jinja2
import material
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from handbook import checks
from handbook.archive.changes.passages import read_pages
from handbook.authoring import starter
from handbook.site.host import settings as site_settings
from handbook.source.files import ASIDE, book_files
from handbook.strings import load
from tests.conftest import PROJECT, CopyOf

DECISIONS = PROJECT / ASIDE
RECORDS = sorted(DECISIONS.glob("0*.md"))
THEME = DECISIONS / "0010-the-theme.md"
TEMPLATES = Path(material.__file__).parent / "templates"
HASH = re.compile(r"\.[0-9a-f]{8}\.min")
FILES = re.compile(r'(?:src|href)="[^"]*?(assets/(?:javascripts|stylesheets|images)/[^"?]+)')
COMPONENTS = re.compile(r'data-md-component="([^"]+)"')


def test_the_records_are_numbered_and_listed() -> None:
    assert [int(path.name[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))
    assert len(RECORDS) >= 10
    listed = re.findall(r"\| \[\d{4}\]\((\S+)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert listed == [path.name for path in RECORDS]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_has_the_shape_of_the_others(path: Path) -> None:
    first, _, second, *rest = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith(f"# {path.name[:4]} ")
    assert re.match(r"Decided (and measured )?\d{1,2} November 2026", second)
    text = "\n".join(rest)
    for word in ("**Why.**", "**Decision.**", "**Decide again when**"):
        assert text.count(word) == 1, word


def test_what_a_record_names_is_there() -> None:
    for path in RECORDS:
        for link in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (DECISIONS / link).is_file(), (path.name, link)


def test_the_book_passes_them_over(copy_of: CopyOf) -> None:
    root = copy_of()
    before = read_pages(root)
    shutil.copytree(DECISIONS, root / ASIDE)
    (root / ASIDE / "catatan.yml").write_text("jdul: rusak: ya\n", encoding="utf-8")
    assert checks.run(root, whole=True)[1] == []
    assert read_pages(root) == before
    assert [path for path in book_files(root) if path.is_file() and "decisions" in path.parts] == []


def test_a_link_in_their_place_is_refused_all_the_same(copy_of: CopyOf, tmp_path: Path) -> None:
    root = copy_of()
    (root / ASIDE).symlink_to(tmp_path)
    assert [item.place.path for item in checks.run(root)[1]] == [ASIDE]


class _Drawn:
    """Which templates of the theme were asked for while a site was made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: set[str] = set()
        original = jinja2.Environment.get_template

        def noted(env: jinja2.Environment, name: Any, *args: Any, **how: Any) -> jinja2.Template:
            found = original(env, name, *args, **how)
            if found.filename and Path(found.filename).is_relative_to(TEMPLATES):
                self.names.add(str(found.name))
            return found

        monkeypatch.setattr(jinja2.Environment, "get_template", noted)


def listed(text: str) -> set[str]:
    """The templates that the record lists as used: the first cell of each row."""
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.M))


def test_what_our_pages_use_of_the_theme_is_what_the_record_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, site = _Drawn(monkeypatch), tmp_path / "site"
    root = starter.make(tmp_path / "buku", load("id"), "Buku")
    shutil.copytree(DECISIONS, root / ASIDE)
    settings, told = site_settings(root)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    build(load_config(str(settings), site_dir=str(site)))
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert len(pages) > 8
    assert [path for path in pages if "decisions" in path.parts] == []
    assert "libyaml" not in (site / "search/index.js").read_text(encoding="utf-8")
    text = THEME.read_text(encoding="utf-8")
    files = {HASH.sub("", name) for page in pages.values() for name in FILES.findall(page)}
    assert drawn.names | files == listed(text)
    components = {name for page in pages.values() for name in COMPONENTS.findall(page)}
    paragraph = text.partition("Components that")[2].partition("We lean")[0]
    assert components == set(re.findall(r"`([a-z-]+)`", paragraph)) - {"data-md-component"}
