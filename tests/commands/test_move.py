"""`./scripts/move`: shown first, all or nothing, also when it is killed between two files."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from handbook.commands import check
from handbook.commands.move import main
from tests.authoring.moving import state
from tests.conftest import CopyOf, lines_of

PAGE = ("lampiran/peraturan", "lampiran/hukum")


def test_it_shows_every_changed_line_first(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_of()
    before = state(root)
    assert main(["tahap-2-1", "after", "tahap-2-2", "--root", str(root)]) == 0
    said = capsys.readouterr()
    assert "docs/modul-02/tahap-1.md → docs/modul-02/tahap-2.md\n" in said.out
    assert "docs/modul-02/tahap-2.md:19\n  - Tahap ini melanjutkan Tahap 1.\n" in said.out
    assert "  + Tahap ini melanjutkan Tahap 2.\n" in said.out
    assert "Belum ada yang diubah." in said.err
    assert state(root) == before


def test_it_is_done_when_it_is_wanted(copy_of: CopyOf) -> None:
    root = copy_of()
    before = state(root)
    assert main([*PAGE, "--yes", "--root", str(root)]) == 0
    assert lines_of(root) == []
    assert not (root / "docs/lampiran/peraturan.md").exists()
    assert main([*reversed(PAGE), "--yes", "--root", str(root)]) == 0
    assert state(root) == before


def test_a_folder_that_is_empty_then_goes_too(copy_of: CopyOf) -> None:
    root = copy_of()
    assert main(["modul-3", "modul-9", "--yes", "--root", str(root)]) == 0
    assert not (root / "docs/modul-03").exists()
    assert lines_of(root) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ik-2-9", "ik-2-1"], '"ik-2-9" tidak ada dalam buku ini; tidak ada yang diubah. Yang mirip: '),
        (["ik-2-1"], "Sebutkan tujuannya: "),
        (["--delete", "ik-2-1"], "IK 2.1 masih disebut di "),
    ],
)
def test_what_is_refused_says_why(
    copy_of: CopyOf, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of()
    before = state(root)
    assert main([*arguments, "--yes", "--root", str(root)]) == 1
    assert words in capsys.readouterr().err
    assert state(root) == before


def test_a_book_with_problems_is_not_moved(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_of({"berkas": "docs/modul-02/tahap-2.md", "ganti": "Tahap 1", "dengan": "Tahap 7"})
    assert main([*PAGE, "--yes", "--root", str(root)]) == 1
    assert "Betulkan dahulu masalah di atas" in capsys.readouterr().err


def test_a_change_that_breaks_something_is_refused(
    copy_of: CopyOf, capsys: pytest.CaptureFixture[str]
) -> None:
    """The heading has no id of its own: its address follows from words that the move changes."""
    root = copy_of(
        {
            "berkas": "docs/modul-02/tahap-2.md",
            "ganti": "## Bagian A",
            "dengan": "## Sesudah Tahap 1\n\nLihat [ini](#sesudah-tahap-1).\n\n## Bagian A",
        }
    )
    before = state(root)
    assert main(["tahap-2-1", "tahap-2-2", "--yes", "--root", str(root)]) == 1
    said = capsys.readouterr()
    assert "docs/modul-02/tahap-1.md" in said.out
    assert "[tautan-mati]" in said.out
    assert "tidak ada yang diubah" in said.err
    assert state(root) == before


@pytest.mark.parametrize("is_killed", [True, False], ids=["killed", "interrupted"])
def test_nothing_is_half_moved(copy_of: CopyOf, monkeypatch: pytest.MonkeyPatch, is_killed: bool) -> None:
    """After any number of moved files: when the next command ran, the whole change is there or none of it."""
    root = copy_of()
    before = state(root)
    assert main([*PAGE, "--yes", "--root", str(root)]) == 0
    after = state(root)
    seen = set()
    for moves in range(9):
        again = copy_of(name=f"buku-{moves}")
        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", _ending(moves, is_killed=is_killed))
            _run_to_the_end(again, is_killed=is_killed)
        assert check.main(["--root", str(again)]) == 0
        assert state(again) in (before, after), moves
        assert not [*again.glob(".build-*")]
        seen.add(state(again) == after)
    assert seen == {True, False}


def _ending(moves: int, *, is_killed: bool) -> Callable[[Path, Path], Path]:
    """A rename that ends the process, or is interrupted once, after so many renames."""
    count, rename = itertools.count(), Path.rename

    def limited(self: Path, target: Path) -> Path:
        if next(count) == moves:
            if is_killed:
                os._exit(9)
            raise KeyboardInterrupt
        return rename(self, target)

    return limited


def _run_to_the_end(root: Path, *, is_killed: bool) -> None:
    """Rename a page; what is to be killed does so in a process of its own."""
    child = os.fork() if is_killed else 0
    if child:
        os.waitpid(child, 0)
        return
    with suppress(KeyboardInterrupt):
        main([*PAGE, "--yes", "--root", str(root)])
    if is_killed:
        os._exit(0)
