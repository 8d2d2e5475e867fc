"""Every file of cases/: edits of a small plan and of its book, and the exact lines that the plan must give.

judul: what the case shows
rencana:                                  # on the plan of sample.py
  - {ganti: old text, dengan: new text}
ubah:                                     # on the minibook, as in tests/checks/test_cases.py
  - {berkas: path, ganti: old text, dengan: new text}
masalah: |                                # empty in cases whose name ends in -nope
  path:line:column: message mend [kind]
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.course.read import read_plan
from handbook.problem import Kind
from tests.checks.test_cases import assert_in_file
from tests.conftest import CopyOf
from tests.course.sample import PLAN, lines, replaced, small_book, written

FILES = {file.stem: file for file in sorted(Path(__file__).with_name("cases").glob("*.yml"))}


def load(name: str) -> dict[str, Any]:
    case: dict[str, Any] = yaml.load(FILES[name].read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return case


@pytest.mark.parametrize("name", FILES)
def test_case(name: str, copy_of: CopyOf) -> None:
    case = load(name)
    book = small_book(copy_of, *case["ubah"])
    course, problems = read_plan(written(book.root, replaced(PLAN, case["rencana"])), book)
    found = lines(problems, book)
    assert "".join(f"{line}\n" for line in found) == case["masalah"]
    assert (course is None) == bool(found)
    for line in found:
        assert_in_file(book.root, line)


def test_a_name_says_whether_a_problem_is_expected() -> None:
    assert {name for name in FILES if not load(name)["masalah"]} == {
        name for name in FILES if name.endswith("-nope")
    }


def test_every_kind_of_a_plan_has_a_case() -> None:
    shown = re.findall(r"\[([a-z-]+)\]$", "\n".join(load(name)["masalah"] for name in FILES), re.M)
    assert {kind for kind in shown if kind.startswith("rencana-")} == {
        str(kind) for kind in Kind if kind.name.startswith("PLAN_")
    }
