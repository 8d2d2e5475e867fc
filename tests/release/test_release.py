"""Publishing an edition: the same bytes wherever it is done, old addresses kept, the next one compared."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.book import Book
from handbook.commands import check, compare
from handbook.course import examples
from tests.conftest import PROJECT
from tests.release.publishing import Captured, bytes_of, commit, finished, git, replace, run


@pytest.fixture(scope="module", autouse=True)
def _one_example() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examples, "make_examples", _one_sheet)
        yield


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same book published in two folders, in the second from nothing."""
    environment = pytest.MonkeyPatch()
    hooks = PROJECT / "hooks"
    for name, value in (
        ("HANDBOOK_HOOK", hooks / "mkdocs_hooks.py"),
        ("HANDBOOK_OVERRIDES", hooks.parent / "overrides"),
        ("PYTHONPATH", hooks),
        ("NO_MKDOCS_2_WARNING", "1"),
    ):
        environment.setenv(name, str(value))
    roots = [
        finished(tmp_path_factory.mktemp("satu")),
        finished(tmp_path_factory.mktemp("dua-yang-lebih-panjang"), keeps_nothing=True),
    ]
    assert [run(root, "2026.1") for root in roots] == [0, 0]
    environment.undo()
    return roots


def _one_sheet(_book: Book, folder: Path, printed_book: Path, _say: object) -> list[str]:
    """A stand-in for the example courses, which have tests of their own."""
    assert printed_book.read_bytes().startswith(b"%PDF-")
    (folder / "30").mkdir(parents=True)
    (folder / "30" / "jadwal.pdf").write_bytes(b"%PDF-1.7")
    return []


@pytest.mark.pdf
def test_two_folders_give_the_same_bytes(published: list[Path]) -> None:
    first, second = (bytes_of(root / "dist") for root in published)
    assert first == second
    assert "edisi/2026.1/buku-peserta.pdf" in first


@pytest.mark.pdf
def test_an_edition_is_whole(published: list[Path]) -> None:
    folder = published[0] / "dist/edisi/2026.1"
    names = {path.name for path in folder.iterdir()}
    assert {"situs", "modul", "instrumen", "instrumen-word", "moodle", "SHA256SUMS"} <= names
    assert "buku-kebun-2026.1.zip" in names
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
def test_example_courses_are_in_the_edition_but_not_on_the_web(published: list[Path]) -> None:
    dist = published[0] / "dist"
    assert (dist / "edisi/2026.1/pelatihan-contoh/30/jadwal.pdf").is_file()
    assert not [
        path for place in ("web", "edisi/2026.1/situs") for path in (dist / place).rglob("*pelatihan-contoh*")
    ]


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
    changed = {id_ for id_, state in sheets.items() if state != "sama"}
    assert changed == {"ik-2-1", "modul-02"}  # the module shows the example of the form
