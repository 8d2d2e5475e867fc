"""Publishing an edition: refused while something is missing, the same bytes wherever it is done."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.commands import check, compare, release
from tests.conftest import MINIBOOK

APPROVED = "  pengesahan: {nama: Contoh Rekaan, jabatan: Kepala Kebun, tanggal: 2026-11-24}\n"
CHANGES = """---
halaman:
  judul: Perubahan
  ringkas: Apa yang berubah.
---
## Edisi 2026.1

Edisi pertama.

/// daftar | perubahan
///
"""
Captured = pytest.CaptureFixture[str]


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@example.org")
    done = subprocess.run(["git", "-C", root, *who, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def finished(folder: Path) -> Path:
    """The minibook with all that an edition needs, under git, its tests noted as passed."""
    root = shutil.copytree(MINIBOOK, folder / "buku")
    replace(root / "handbook.yml", "status: draf", "status: terbit")
    replace(root / "handbook.yml", "  - {nomor: 1, jp: 1, status: rencana, judul: Mengenal Kebun}\n", "")
    replace(root / "handbook.yml", "  tanggal: 2026-11-23\n", f"  tanggal: 2026-11-23\n{APPROVED}")
    replace(root / "handbook.yml", "depan: [index.md]", "depan: [index.md, perubahan.md]")
    replace(root / "docs/modul-02/bacaan-2-1.md", "Modul 1", "Modul 3")
    replace(
        root / "docs/modul-02/bacaan-2-1.md", "  nomor: 2.1", "  nomor: 2.1\n  alias: [modul-02/bacaan-2-9]"
    )
    (root / "docs/perubahan.md").write_text(CHANGES)
    real = (Path(__file__).parent.parent / "mkdocs.yml").read_text(encoding="utf-8")
    real = real.replace("custom_dir: overrides", "custom_dir: !ENV HANDBOOK_OVERRIDES")
    real = real.replace("hooks: [hooks/mkdocs_hooks.py]", "hooks: [!ENV HANDBOOK_HOOK]")
    (root / "mkdocs.yml").write_text(real, encoding="utf-8")
    record(root)
    return root


def record(root: Path) -> None:
    """Put a book under git."""
    (root / ".gitignore").write_text("/dist/\n/site/\n/.build-*/\n.cache/\n/peserta/*\n")
    git(root, "init", "--quiet")
    for key, value in (("name", "Uji"), ("email", "uji@example.org")):
        git(root, "config", f"user.{key}", value)
    commit(root)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def commit(root: Path) -> None:
    """Record everything and note that its tests passed."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Naskah")
    result = {"commit": git(root, "rev-parse", "HEAD"), "clean": True, "passed": True}
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache/hasil-uji.json").write_text(json.dumps(result))


def run(root: Path, *arguments: str) -> int:
    return release.main([*arguments, "--root", str(root)])


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


def bytes_of(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same book published in two folders."""
    environment = pytest.MonkeyPatch()
    hooks = Path(__file__).parent.parent / "hooks"
    for name, value in (
        ("HANDBOOK_HOOK", hooks / "mkdocs_hooks.py"),
        ("HANDBOOK_OVERRIDES", hooks.parent / "overrides"),
        ("PYTHONPATH", hooks),
        ("NO_MKDOCS_2_WARNING", "1"),
        ("HANDBOOK_EDITIONS", ""),
        ("SOURCE_DATE_EPOCH", ""),
    ):
        environment.setenv(name, str(value))
    roots = [finished(tmp_path_factory.mktemp(name)) for name in ("satu", "dua-yang-lebih-panjang")]
    assert [run(root, "2026.1") for root in roots] == [0, 0]
    environment.undo()
    return roots


@pytest.mark.pdf
def test_two_folders_give_the_same_bytes(published: list[Path]) -> None:
    first, second = (bytes_of(root / "dist") for root in published)
    assert first == second
    assert "edisi/2026.1/buku-peserta.pdf" in first


@pytest.mark.pdf
def test_an_edition_is_whole(published: list[Path]) -> None:
    folder = published[0] / "dist/edisi/2026.1"
    names = {path.name for path in folder.iterdir()}
    assert {"situs", "modul", "instrumen", "buku-peserta.pdf", "SHA256SUMS", "buku-kebun-2026.1.zip"} <= names
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
    with zipfile.ZipFile(folder / "buku-kebun-2026.1.zip") as archive:
        assert "buku-kebun-2026.1/modul-02/ik-2-1/index.html" in archive.namelist()


@pytest.mark.pdf
def test_session_packs_are_in_the_edition_but_not_on_the_web(published: list[Path]) -> None:
    dist = published[0] / "dist"
    packs = {path.name for path in (dist / "edisi/2026.1/paket-sesi").iterdir()}
    assert {"modul-02.pdf", "modul-02-kunci.pdf", "modul-02.json", "modul-03.pdf"} <= packs
    assert not [path for place in ("web", "edisi/2026.1/situs") for path in (dist / place).rglob("*paket*")]


@pytest.mark.pdf
def test_the_commit_holds_the_texts_and_is_tagged(published: list[Path]) -> None:
    root = published[0]
    kept = git(root, "ls-tree", "-r", "--name-only", "edisi-2026.1", "editions/2026.1/").splitlines()
    assert {"editions/2026.1/docs/modul-02/ik-2-1.yml", "editions/2026.1/fingerprints.json"} <= set(kept)
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.pdf
def test_addresses_without_edition_lead_to_the_newest(published: list[Path]) -> None:
    web = published[0] / "dist/web"
    assert json.loads((web / "versions.json").read_text()) == [
        {"version": "2026.1", "title": "Edisi 2026.1", "aliases": ["terbaru"]}
    ]
    page = (web / "modul-02/ik-2-1/index.html").read_text()
    assert 'url=../../2026.1/modul-02/ik-2-1/"' in page
    assert (web / "2026.1/modul-02/ik-2-1/index.html").is_file()
    assert 'url=2026.1/"' in (web / "index.html").read_text()
    assert "Halaman tidak ditemukan" in (web / "404.html").read_text()


@pytest.mark.pdf
def test_pages_can_say_that_they_are_old_and_are_no_draft(published: list[Path]) -> None:
    page = (published[0] / "dist/edisi/2026.1/situs/modul-02/ik-2-1/index.html").read_text()
    assert "Anda membaca edisi lama buku ini." in page
    assert '"provider": "mike"' in page.replace('":"', '": "')
    assert "DRAF" not in page


@pytest.mark.pdf
def test_a_page_that_moved_must_answer_at_its_old_address(
    published: list[Path], tmp_path: Path, capsys: Captured
) -> None:
    root = shutil.copytree(published[0], tmp_path / "buku")
    (root / "docs/lampiran/kompetensi.md").rename(root / "docs/lampiran/daftar-kompetensi.md")
    replace(root / "handbook.yml", "lampiran/kompetensi.md", "lampiran/daftar-kompetensi.md")
    assert check.main(["--root", str(root)]) == 1
    assert 'Alamat "lampiran/kompetensi" ada pada Edisi 2026.1' in capsys.readouterr().out
    page = root / "docs/lampiran/daftar-kompetensi.md"
    replace(page, "halaman:\n", "halaman:\n  alias: [lampiran/kompetensi]\n")
    assert check.main(["--root", str(root)]) == 0


@pytest.mark.pdf
def test_an_old_address_answers_on_the_site(published: list[Path]) -> None:
    page = (published[0] / "dist/edisi/2026.1/situs/modul-02/bacaan-2-9/index.html").read_text()
    assert 'content="0; url=../bacaan-2-1/"' in page or 'content="0; url=../../modul-02/bacaan-2-1/"' in page


@pytest.mark.pdf
@pytest.mark.usefixtures("host_environment")
def test_a_kept_edition_is_built_again_with_the_same_bytes(published: list[Path], tmp_path: Path) -> None:
    root = shutil.copytree(published[0], tmp_path / "buku")
    shutil.rmtree(root / "dist")
    assert run(root, "2026.1", "--again") == 0
    assert bytes_of(root / "dist") == bytes_of(published[0] / "dist")
    replace(root / "docs/perubahan.md", "Edisi pertama.", "Edisi lain.")
    assert run(root, "2026.1", "--again") == 1


@pytest.mark.pdf
def test_the_next_edition_waits_until_the_one_before_is_as_it_was(
    published: list[Path], tmp_path: Path, capsys: Captured
) -> None:
    root = shutil.copytree(published[0], tmp_path / "buku")
    replace(root / "handbook.yml", "edisi: 2026.1", "edisi: 2026.2")
    replace(root / "editions/2026.1/docs/perubahan.md", "Edisi pertama.", "Edisi lain.")
    commit(root)
    assert run(root, "2026.2") == 1
    said = capsys.readouterr().out
    assert "Edisi yang sudah terbit tidak diubah: belum (editions/2026.1)" in said
    assert "Catatan perubahan berisi edisi ini: belum (Edisi 2026.2)" in said


@pytest.mark.pdf
def test_a_published_edition_can_be_compared(published: list[Path], tmp_path: Path, capsys: Captured) -> None:
    root = shutil.copytree(published[0], tmp_path / "buku")
    replace(root / "docs/modul-02/ik-2-1.yml", "Apa langkah Anda?", "Apa langkah kita?")
    assert compare.main(["2026.1", "--root", str(root), "--format", "json"]) == 0
    sheets = json.loads(capsys.readouterr().out)["sheets"]
    assert {id_ for id_, state in sheets.items() if state != "sama"} == {"ik-2-1"}
