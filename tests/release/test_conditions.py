"""An edition is refused while something is missing: each condition is named, and nothing is made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.release.publishing import APPROVED, Captured, commit, finished, git, replace, run


def test_a_book_with_everything_is_ready(tmp_path: Path, capsys: Captured) -> None:
    assert run(finished(tmp_path), "2026.1", "--dry-run") == 0
    assert "Edisi 2026.1 siap diterbitkan." in capsys.readouterr().out


def untidy(root: Path) -> None:
    (root / "catatan.txt").write_text("belum dicatat")


def broken(root: Path) -> None:
    replace(root / "docs/modul-02/tahap-2.md", "Tahap 1", "Tahap 9")
    commit(root)


def untested(root: Path) -> None:
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Sesudah uji")


def unrecorded(root: Path) -> None:
    replace(root / "docs/perubahan.md", "## Edisi 2026.1", "## Edisi lain")
    commit(root)


def unapproved(root: Path) -> None:
    replace(root / "handbook.yml", APPROVED, "")
    commit(root)


def unfinished(root: Path) -> None:
    replace(root / "handbook.yml", "status: terbit, judul: Memanen", "status: draf, judul: Memanen")
    commit(root)


def tagged(root: Path) -> None:
    git(root, "tag", "edisi-2026.1")


def with_names(root: Path) -> None:
    (root / "peserta").mkdir()
    (root / "peserta/kelas-a.csv").write_text("nama\nContoh Rekaan\n")


@pytest.mark.parametrize(
    ("spoil", "condition"),
    [
        (untidy, "Semua perubahan sudah dicatat git: belum (?? catatan.txt)"),
        (broken, "Naskah lulus pemeriksaan: belum (1)"),
        (untested, "Commit ini lulus ./scripts/test: belum"),
        (unrecorded, "Catatan perubahan berisi edisi ini: belum (Edisi 2026.1)"),
        (unapproved, "Pengesahan diisi: belum (handbook.yml: buku.pengesahan)"),
        (unfinished, "Semua modul berstatus terbit: belum (3)"),
        (tagged, "Git dapat mencatat dan menandai edisi ini: belum (edisi-2026.1)"),
        (with_names, "Tidak ada daftar nama peserta: belum (peserta/kelas-a.csv)"),
    ],
)
def test_a_missing_condition_is_named_and_nothing_is_made(
    spoil: Callable[[Path], None], condition: str, tmp_path: Path, capsys: Captured
) -> None:
    root = finished(tmp_path)
    spoil(root)
    assert run(root, "2026.1") == 1
    said = capsys.readouterr().out
    assert condition in said
    assert said.count("belum (") == 1
    assert not (root / "dist").exists()
    assert not (root / "editions").exists()


def test_a_folder_without_git_is_no_place_to_publish(tmp_path: Path, capsys: Captured) -> None:
    root = finished(tmp_path)
    shutil.rmtree(root / ".git")
    assert run(root, "2026.1") == 2
    assert "not a git repository" in capsys.readouterr().err


def test_the_settings_must_name_the_edition(tmp_path: Path, capsys: Captured) -> None:
    assert run(finished(tmp_path), "2026.2") == 1
    assert "Nama edisi: belum (handbook.yml: edisi: 2026.1)" in capsys.readouterr().out
