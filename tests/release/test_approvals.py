"""Approvals of modules: recorded with a digest of the text, ended by a change, asked for by a release."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.commands import approve, entry_point
from tests.conftest import CopyOf, lines_of
from tests.release.publishing import APPROVED, Captured, commit, finished, replace, run

WHO = ("--name", "Ratna Rekaan", "--office", "Kepala Balai Kebun", "--date", "2026-11-25")
REVOKED = "modul-02: naskah berubah sejak disahkan Ratna Rekaan, Kepala Balai Kebun, 2026-11-25"


def call(root: Path, *arguments: str) -> int:
    return entry_point.guarded(lambda: approve.main([*arguments, "--root", str(root)]))


def test_an_approval_is_recorded_and_shown(copy_of: CopyOf, capsys: Captured) -> None:
    root = copy_of()
    assert call(root, "modul-02", *WHO) == 0
    assert "Pengesahan modul-02 dicatat dalam pengesahan.yml." in capsys.readouterr().out
    assert call(root) == 0
    assert capsys.readouterr().out.splitlines() == [
        "modul-02: disahkan Ratna Rekaan, Kepala Balai Kebun, 2026-11-25",
        "modul-03: belum disahkan",
    ]
    assert lines_of(root) == []


def test_all_modules_are_approved_at_once(copy_of: CopyOf, capsys: Captured) -> None:
    root = copy_of()
    assert call(root, "all", *WHO) == 0
    call(root)
    assert capsys.readouterr().out.count("disahkan Ratna Rekaan") == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda root: replace(root / "docs/modul-02/tahap-1.md", "Amati tanah", "Amati pasir"),
        lambda root: replace(root / "docs/modul-02/kerangka.svg", "</svg>", "<g/></svg>"),
        lambda root: replace(root / "handbook.yml", "Menanam Sayur", "Menanam Buah"),
        lambda root: (root / "docs/modul-02/tes-awal-2.yml").write_text("baru"),
        lambda root: (root / "docs/modul-02/ik-2-1.yml").unlink(),
    ],
)
def test_a_change_of_any_kind_ends_the_approval_of_its_module_alone(
    change: object, copy_of: CopyOf, capsys: Captured
) -> None:
    root = copy_of()
    call(root, "all", *WHO)
    assert callable(change)
    change(root)
    capsys.readouterr()
    call(root)
    assert capsys.readouterr().out.splitlines() == [
        REVOKED,
        "modul-03: disahkan Ratna Rekaan, Kepala Balai Kebun, 2026-11-25",
    ]


def test_line_ends_of_windows_end_no_approval(copy_of: CopyOf, capsys: Captured) -> None:
    root = copy_of()
    call(root, "all", *WHO)
    file = root / "docs/modul-02/tahap-1.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    capsys.readouterr()
    call(root)
    assert "berubah" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("modul-07", *WHO), "Modul tidak dikenal: modul-07."),
        (("modul-01", *WHO), "Modul tidak dikenal: modul-01."),
        (("modul-02", "--name", "Ratna Rekaan"), "Sebutkan siapa yang mengesahkan"),
    ],
)
def test_what_cannot_be_recorded_is_refused_whole(
    arguments: tuple[str, ...], words: str, copy_of: CopyOf, capsys: Captured
) -> None:
    root = copy_of()
    assert call(root, *arguments) == 1
    assert words in capsys.readouterr().err
    assert not (root / "pengesahan.yml").exists()


def test_a_text_with_problems_is_not_approved(copy_of: CopyOf) -> None:
    edit = {"berkas": "docs/modul-02/tahap-2.md", "ganti": "Tahap 1", "dengan": "Tahap 9"}
    root = copy_of(edit)
    assert call(root, "modul-02", *WHO) == 1
    assert not (root / "pengesahan.yml").exists()


def test_what_is_wrong_in_the_file_has_its_place(copy_of: CopyOf) -> None:
    root = copy_of()
    row = "{modul: 9, nama: A, jabatan: B, tanggal: 2026-11-25, sidik: 0123456789abcdef}"
    (root / "pengesahan.yml").write_text(f"pengesahan:\n  - {row}\n  - {row}\n")
    found = lines_of(root)
    places = [line.split(" ")[0] for line in found]
    assert places == ["pengesahan.yml:2:13:", "pengesahan.yml:3:13:", "pengesahan.yml:3:13:"]
    (root / "pengesahan.yml").write_text("pengesahan:\n  - {modul: 2, nama: A, sidik: x}\n")
    assert all(line.startswith("pengesahan.yml:2:") for line in lines_of(root))


def test_a_release_names_the_module_whose_text_changed(tmp_path: Path, capsys: Captured) -> None:
    root = finished(tmp_path)
    call(root, "modul-02", *WHO)
    replace(root / "docs/modul-02/tahap-1.md", "Amati tanah", "Amati pasir")
    commit(root, approved=False)
    capsys.readouterr()
    assert run(root, "2026.1", "--dry-run") == 1
    said = capsys.readouterr().out
    assert f"Naskah setiap modul disahkan: belum ({REVOKED})" in said
    assert said.count("belum (") == 1


def test_a_draft_needs_no_approval_but_what_bears_no_mark_does(tmp_path: Path, capsys: Captured) -> None:
    root = finished(tmp_path)
    (root / "pengesahan.yml").unlink()
    commit(root, approved=False)
    assert run(root, "2026.1", "--dry-run", "--draft") == 1
    assert "belum (modul-02: belum disahkan; modul-03: belum disahkan)" in capsys.readouterr().out
    replace(root / "handbook.yml", APPROVED, "")
    commit(root, approved=False)
    assert run(root, "2026.1", "--dry-run", "--draft") == 0
