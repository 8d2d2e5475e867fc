"""The oldest browsers that are served stand in one place and are told; the scripts are judged by them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

TOOL = PROJECT / "tests/javascript"
OLDEST = json.loads((TOOL / "package.json").read_text(encoding="utf-8"))["browserslist"]
YOUNGER = {
    "structuredClone({});": "structuredClone is not supported in Chrome 87",
    'new CompressionStream("gzip");': "CompressionStream is not supported in Safari 15.4",
    "[1].at(-1);": "Array.prototype.at",
    "let a; a ??= 1;": "logical assignment",
}


def lint(folder: Path) -> str:
    """What eslint says of the scripts below a folder of the project; nothing when all is well."""
    program = TOOL / "node_modules/eslint/bin/eslint.js"
    command = ["node", str(program), "--config", str(TOOL / "eslint.config.mjs"), str(folder)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize("place", ["README.md", "docs/panduan/penyunting.md"])
def test_they_are_named_to_those_who_write(place: str) -> None:
    names = {name.replace(" >= ", " ").title() for name in OLDEST if "_" not in name}
    text = (PROJECT / place).read_text(encoding="utf-8")
    assert len(names) == 2
    assert [name for name in names if name not in text] == []


@pytest.mark.slow
def test_the_scripts_need_nothing_younger() -> None:
    assert lint(PROJECT / "overrides/js") == ""


@pytest.mark.slow
def test_something_younger_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = PROJECT / ".cache" / tmp_path_factory.mktemp("skrip").name
    folder.mkdir(parents=True)
    for number, code in enumerate(YOUNGER):
        (folder / f"{number}.js").write_text(code, encoding="utf-8")
    found = lint(folder)
    shutil.rmtree(folder)
    assert [words for words in YOUNGER.values() if words not in found] == []
