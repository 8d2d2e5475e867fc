"""Every file of cases/: edits of the minibook and the exact lines that the check must give.

    judul: what the case shows
    ubah:                                     # on a fresh copy of tests/minibook
      - {berkas: path, ganti: old text, dengan: new text}   # once; `semua: ya` for every place
      - {berkas: path, isi: full text}        # or `bita: hex`, `tautan: target`, `hapus: ya`; `kali: n` times
    masalah: |                                # empty in cases whose name ends in -nope
      path:line:column: message mend [kind]
    cacat: what the engine does wrong         # only while it does: a known bug that must fail

`cacat` turns a case into an expected failure; once the engine is mended the case fails
until the line is taken out, so the list of known bugs can only shrink.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import handbook
from handbook import checks
from handbook.problem import Kind
from tests.conftest import CopyOf, lines_of

ENGINE = Path(handbook.__file__).parent
NOT_SOURCES = ("problem.py", "printing.py", "checks", "commands", "course", "packs", "press", "products")
"""They name kinds, have cases of their own, or do not look at sources; of the checks those count that
stand in the written list."""


def load(file: Path) -> dict[str, Any]:
    with file.open(encoding="utf-8") as opened:
        case: dict[str, Any] = yaml.load(opened, Loader=yaml.CSafeLoader)
    return case


CASES = {file.stem: load(file) for file in sorted((Path(__file__).with_name("cases")).glob("*.yml"))}


def marked(name: str) -> Any:
    """The case as a parameter; a known bug must fail."""
    bug = CASES[name].get("cacat")
    return pytest.param(name, marks=pytest.mark.xfail(reason=bug) if bug else ())


@pytest.mark.parametrize("name", [marked(name) for name in CASES])
def test_case(name: str, copy_of: CopyOf) -> None:
    case = CASES[name]
    root = copy_of(*case["ubah"])
    found = lines_of(root)
    assert "".join(f"{line}\n" for line in found) == (case["masalah"] or "")
    for line in found:
        assert_in_file(root, line)


def test_a_name_says_whether_a_problem_is_expected() -> None:
    assert {name for name, case in CASES.items() if not case["masalah"]} == {
        name for name in CASES if name.endswith("-nope")
    }


def test_cases_have_only_these_keys() -> None:
    expected = {"judul", "ubah", "masalah"}
    assert [name for name, case in CASES.items() if set(case) - {"cacat"} != expected] == []


def test_every_kind_that_a_check_can_give_has_a_case() -> None:
    files = {path: path.relative_to(ENGINE).parts for path in ENGINE.rglob("*.py")}
    rooms = [path for path, steps in files.items() if not {steps[0], steps[-1]} & {*NOT_SOURCES}]
    rooms += [Path(str(sys.modules[check.__module__].__file__)) for check in checks.ALL]
    rooms.append(ENGINE / "checks" / "exemptions.py")
    source = "\n".join(path.read_text(encoding="utf-8") for path in rooms)
    named = set(re.findall(r"\bKind\.(\w+)", source))
    raised = {str(kind) for kind in Kind if kind.name in named}
    shown = re.findall(
        r"\[([a-z0-9-]+)(?:, peringatan)?\]$", "\n".join(case["masalah"] for case in CASES.values()), re.M
    )
    assert set(shown) == raised


def assert_in_file(root: Path, line: str) -> None:
    """A place must lie within its file: editors jump there."""
    path, row, column = line.split(": ", 1)[0].split(":")
    if not (root / path).is_file():
        assert (row, column) == ("1", "1")
        return
    lines = (root / path).read_bytes().decode("utf-8", "replace").split("\n")
    assert int(row) <= len(lines)
    assert int(column) <= len(lines[int(row) - 1]) + 1
