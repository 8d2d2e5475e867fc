"""The steps of ./scripts/test that judge the site's scripts find what they are for.

The oldest browsers that are served stand in one place and are told.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

TOOL = PROJECT / "tests/javascript"
OLDEST = json.loads((TOOL / "package.json").read_text(encoding="utf-8"))["browserslist"]
UNSUPPORTED = re.compile(r":(?:is|where)\(")
"""Selectors that Chrome knows since 88."""
YOUNGER = {
    "structuredClone({});": "structuredClone is not supported in Chrome 87",
    'new CompressionStream("gzip");': "CompressionStream is not supported in Safari 15.4",
    "[1].at(-1);": "Array.prototype.at",
    "let a; a ??= 1;": "logical assignment",
    "start();": "'start' is not defined",
    "const b = 1;": "'b' is assigned a value but never used",
}
MISTYPED = {
    "document.querySelector('p').remove();": "Object is possibly 'null'",
    "Handbook.word('undo', 3);": "Argument of type 'number'",
    "Handbook.fields.al();": "Property 'al' does not exist",
    "function twice(text) { return text + text; } twice('');": "implicitly has an 'any' type",
}


def lint(folder: Path) -> str:
    """The messages of eslint on the scripts below a folder of the project; empty when it finds nothing."""
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


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder within the project: the tools look at nothing elsewhere."""
    made = PROJECT / ".cache" / f"skrip-{tmp_path.name}"
    made.mkdir(parents=True)
    yield made
    shutil.rmtree(made)


def write(folder: Path, codes: Iterable[str]) -> None:
    for number, code in enumerate(codes):
        (folder / f"{number}.js").write_text(code, encoding="utf-8")


@pytest.mark.slow
def test_eslint_finds_what_is_younger_or_unknown(folder: Path) -> None:
    write(folder, YOUNGER)
    found = lint(folder)
    assert [words for words in YOUNGER.values() if words not in found] == []


@pytest.mark.slow
def test_tsc_finds_what_does_not_fit(folder: Path) -> None:
    write(folder, MISTYPED)
    files = [str(file) for file in (folder, PROJECT / "overrides/js/types")]
    project = {"extends": str(TOOL / "tsconfig.json"), "include": files}
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    command = ["node", str(TOOL / "node_modules/typescript/bin/tsc"), "--project", str(folder)]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert [words for words in MISTYPED.values() if words not in found] == []


def test_no_script_asks_by_a_selector_that_the_oldest_browser_refuses() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in (PROJECT / "overrides/js").rglob("*.js")}
    assert [name for name, text in texts.items() if UNSUPPORTED.search(text)] == []
