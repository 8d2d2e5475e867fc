"""A check that knows a book to be clean says what one says that reads it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest

from handbook import checks
from handbook.commands import check
from tests.checks.fuzz.mutations import mutated
from tests.conftest import CopyOf

Captured: TypeAlias = pytest.CaptureFixture[str]
CLEAN = "Tidak ada masalah.\n"


def link_to_another_place(root: Path) -> None:
    shutil.copytree(root / "docs/modul-02", root.with_name("lain"))
    (root / "docs/modul-09").symlink_to(root.with_name("lain"))


def plan_of_a_device(root: Path) -> None:
    (root / "pelatihan").mkdir()
    (root / "pelatihan/aux.yml").write_text("judul: A\n")


EDITS: dict[str, Callable[[Path], object]] = {
    "a new file": lambda root: (root / "docs/baru.md").write_text("Baru.\n"),
    "a folder with a name that Windows refuses": lambda root: (root / "docs/con").mkdir(),
    "a link": link_to_another_place,
    "a file that goes": lambda root: (root / "docs/modul-02/tahap-2.md").unlink(),
    "approvals": lambda root: (root / "pengesahan.yml").write_text("pengesahan: 3\n"),
    "a plan with a name that Windows refuses": plan_of_a_device,
}


def said(root: Path, capsys: Captured) -> tuple[int, str]:
    return check.main(["--root", str(root)]), capsys.readouterr().out


def test_a_clean_book_is_read_once(
    copy_of: CopyOf, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_of()
    assert said(root, capsys) == (0, CLEAN)
    with monkeypatch.context() as patch:
        patch.delattr(checks, "open_book")
        assert said(root, capsys) == (0, CLEAN)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_seen(name: str, copy_of: CopyOf, capsys: Captured) -> None:
    root = copy_of()
    assert said(root, capsys) == (0, CLEAN)
    EDITS[name](root)
    first = said(root, capsys)
    assert first[1] != CLEAN
    assert said(root, capsys) == first


def test_random_edits_are_seen_as_by_a_check_that_knows_nothing(copy_of: CopyOf, capsys: Captured) -> None:
    """Edits and their undoing, so that the book is clean again and again."""
    root, chance, clean = copy_of(), Random(18), 0
    files = sorted(path for path in (root / "docs").rglob("*") if path.suffix in (".md", ".yml", ".svg"))
    for _ in range(30):
        file = chance.choice([*files, root / "handbook.yml"])
        before = file.read_text(encoding="utf-8")
        file.write_text(mutated(before, chance), encoding="utf-8", newline="")
        for _ in range(2):
            words = said(root, capsys)[1]
            assert (words == CLEAN) == (checks.run(root)[1] == []), file
            clean += words == CLEAN
        file.write_text(before, encoding="utf-8", newline="")
        assert said(root, capsys) == (0, CLEAN)
    assert 0 < clean < 60
