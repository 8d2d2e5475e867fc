"""The recipes of CONTRIBUTING.md, followed word for word in a copy of the engine, give what they promise.

A recipe is a heading `### …` below `## Recipes`. In it, a line that begins with a file in backquotes and ends
in a colon says what becomes of the fenced block below it: `new`, `at the end`, or below or instead of a line
that is quoted there. A line `Then COMMAND says:` is followed by lines that the command must print. Parts of
Python files stand in fences without a language: those with `python` are whole files, and ruff formats them.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import PROJECT

TEXT = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MOST = {"A check": 3, "A question type": 4, "A kind of form part": 4, "A product": 2}
"""Files that a recipe may touch, tests and texts aside."""
COPIED = ("hooks", "overrides", "schema", "tests", ".vscode", "mkdocs.yml", "handbook.yml", "pyproject.toml")
ASIDE = re.compile(r"tests/|hooks/handbook/strings/|schema/|docs/|\w+\.md$")
BLOCK = re.compile(
    r"^(?P<said>`[^\n]*|Then [^\n]*):\n\n(?P<fence>```+)\w*\n(?P<block>.*?)^(?P=fence)$", re.M | re.S
)
PLACE = re.compile(
    r"`(?P<path>[^`]+)`, (?:(?P<new>new)|(?P<end>at the end)|(?P<how>below|instead of) `(?P<line>[^`]+)`)"
)
THEN = re.compile(r"Then `(?P<command>[^`]+)` says")


def recipes() -> dict[str, str]:
    """The text of each recipe by its heading."""
    _, *found = re.split(r"^### ", TEXT.partition("## Recipes")[2], flags=re.M)
    return {text.partition("\n")[0]: text.partition("\n")[2] for text in found}


@dataclass(frozen=True)
class Put:
    """A block that is put into a file: below or instead of a line, else at its end or as the whole of it."""

    path: str
    block: str
    line: str
    is_new: bool = False
    is_instead: bool = False

    def into(self, root: Path) -> None:
        """Do so; a line must stand in its file once."""
        file = root / self.path
        if self.is_new:
            assert not file.exists(), f"{self.path} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.block, encoding="utf-8")
            return
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        found = [at for at, line in enumerate(lines) if line.strip() == self.line]
        assert len(found) == 1 or not self.line, f"{self.path} has {len(found)} lines {self.line!r}"
        at = found[0] + 1 if self.line else len(lines)
        kept = lines[: at - 1] if self.is_instead else lines[:at]
        file.write_text("".join([*kept, self.block, *lines[at:]]), encoding="utf-8")


@dataclass(frozen=True)
class Said:
    """A command, and lines that it must print."""

    command: str
    lines: tuple[str, ...]


def steps(recipe: str) -> Iterator[Put | Said]:
    """The steps of a recipe, in its order."""
    for found in BLOCK.finditer(recipe):
        if then := THEN.fullmatch(found["said"]):
            yield Said(then["command"], tuple(found["block"].splitlines()))
            continue
        place = PLACE.fullmatch(found["said"])
        assert place, f"neither a file and a place nor a command: {found['said']}"
        is_instead = place["how"] == "instead of"
        yield Put(place["path"], found["block"], place["line"] or "", bool(place["new"]), is_instead)


def touched(recipe: str) -> set[str]:
    """The files of a recipe that are neither tests nor texts."""
    return {step.path for step in steps(recipe) if isinstance(step, Put) and not ASIDE.match(step.path)}


def run(command: str, root: Path) -> str:
    """All that a command of scripts/ prints in a copy, with the Python that runs this test."""
    script, *arguments = shlex.split(command)
    name = script.removeprefix("./scripts/")
    module = ["pytest", "-p", "no:cacheprovider"] if name == "test" else ["handbook.commands", name]
    own = {"PYTHONPATH": str(root / "hooks"), "HANDBOOK_OVERRIDES": str(root / "overrides")}
    own |= {"HANDBOOK_HOOK": str(root / "hooks/mkdocs_hooks.py"), "NO_MKDOCS_2_WARNING": "1"}
    own |= {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", *module, *arguments],
        cwd=root,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The engine with its tests, in a folder of its own."""
    root = tmp_path / "salinan"
    root.mkdir()
    left_out = shutil.ignore_patterns("__pycache__", "node_modules", ".cache")
    for name in COPIED:
        place = PROJECT / name
        if place.is_dir():
            shutil.copytree(place, root / name, ignore=left_out)
        else:
            shutil.copy(place, root / name)
    return root


@pytest.mark.parametrize("name", recipes())
def test_a_recipe_does_what_it_says(name: str, copy: Path) -> None:
    found = list(steps(recipes()[name]))
    assert any(isinstance(step, Said) for step in found)
    for step in found:
        if isinstance(step, Put):
            step.into(copy)
            continue
        printed = run(step.command, copy)
        missing = [line for line in step.lines if line not in printed]
        assert step.lines, step.command
        assert missing == [], f"{step.command}:\n{printed}"


@pytest.mark.parametrize("name", recipes())
def test_a_recipe_touches_few_files(name: str) -> None:
    files = touched(recipes()[name])
    assert 0 < len(files) <= MOST[name], files


def test_no_fenced_block_of_a_recipe_is_passed_over() -> None:
    for name, recipe in recipes().items():
        assert len(re.findall(r"^```", recipe, re.M)) == 2 * len(list(steps(recipe))), name


def test_a_recipe_that_does_not_hold_fails(copy: Path) -> None:
    with pytest.raises(AssertionError, match="has 0 lines"):
        Put("hooks/handbook/problem.py", "x\n", "not there", is_new=False).into(copy)
    with pytest.raises(AssertionError, match="is there already"):
        Put("hooks/handbook/problem.py", "x\n", "", is_new=True).into(copy)
    assert "Tidak ada masalah." in run("./scripts/check --root tests/minibook", copy)
    (copy / "hooks/handbook/checks/links.py").write_text("import nothing_such\n", encoding="utf-8")
    assert "Tidak ada masalah." not in run("./scripts/check --root tests/minibook", copy)
