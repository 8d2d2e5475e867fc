"""README, EDITORS.md, CONTRIBUTING.md and the records name files, commands and blocks that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.source.blocknames import BLOCKS
from handbook.source.files import ASIDE
from tests.conftest import PROJECT

TEXTS = [path for name in ("README", "EDITORS", "CONTRIBUTING") for path in PROJECT.glob(f"{name}.md")]
TEXTS += sorted((PROJECT / ASIDE).glob("*.md"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_lead_to_files(path: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = re.findall(r"\]\(([^)#\s]+)\)", prose)
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_the_editors_guide_is_linked_and_true() -> None:
    assert "[EDITORS.md](EDITORS.md)" in (PROJECT / "README.md").read_text(encoding="utf-8")
    text = (PROJECT / "EDITORS.md").read_text(encoding="utf-8")
    for script in re.findall(r"\./scripts/([\w-]+)", text):
        assert (PROJECT / "scripts" / script).is_file(), script
    named = set(re.findall(r"`([a-z-]+)`", text.partition("Blocks: ")[2].partition("\n\n")[0]))
    assert named | {"modul-daftar", "unduhan"} == set(BLOCKS)
    for file in re.findall(r"`(docs/[\w./-]+\.(?:md|yml))`", text):
        assert (PROJECT / file).is_file(), file


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_tests_that_are_named_are_there(path: Path) -> None:
    """Texts outlive moves of files unless something holds them to it; what a recipe adds is not there yet."""
    text = path.read_text(encoding="utf-8").partition("## Recipes")[0]
    named = [name.rstrip(".") for name in re.findall(r"tests/[\w./-]+", text)]
    assert [name for name in named if not (PROJECT / name).exists()] == []
    alone = re.findall(r"`(test_\w+\.py)`", text)
    assert [name for name in alone if not list((PROJECT / "tests").rglob(name))] == []
