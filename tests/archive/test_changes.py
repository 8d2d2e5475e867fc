"""Changes between two editions: passages word by word, and the sheets to copy again."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from handbook.archive import archive
from handbook.archive.changes import PageChanges, SourcePage, details, read_pages, runs
from handbook.archive.changes import compare as compare_pages
from handbook.commands import compare
from handbook.release.revision import printed_sheets
from handbook.strings import load
from tests.conftest import MINIBOOK, CopyOf, Edit, apply, whole

FORM = "docs/modul-02/ik-2-1.yml"
SETTINGS = "handbook.yml"


def edit(file: str, old: str, new: str) -> Edit:
    return {"berkas": file, "ganti": old, "dengan": new}


NEXT = edit(SETTINGS, "edisi: 2026.1", "edisi: 2026.2")
ONE_WORD = edit(FORM, "Apa langkah Anda?", "Apa langkah kita?")
LONGER = edit(FORM, "Apa langkah Anda?", "Apa langkah Anda? " + "Uraikan satu per satu. " * 120)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minibook with edition 2026.1 kept, and what the press remembers of it."""
    root = shutil.copytree(MINIBOOK, tmp_path_factory.mktemp("simpan") / "buku")
    book = whole(root)
    archive.store(book, printed_sheets(book), root / "editions" / "2026.1")
    return root


@pytest.fixture
def kept(printed: Path, tmp_path: Path) -> Path:
    """A copy of it to edit."""
    return shutil.copytree(printed, tmp_path / "buku")


def compared(root: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The command's lines for the working tree against 2026.1; unchanged sheets are left out."""
    assert compare.main(["2026.1", "--root", str(root), "--format", "json"]) == 0
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    return facts


@pytest.mark.pdf
def test_slides_that_differ_are_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stage = "docs/modul-02/tahap-1.md"
    apply(kept, edit(stage, "Remas segenggam tanah", "Remas dua genggam tanah"))
    apply(
        kept,
        edit(
            stage,
            "\n/// catatan-penyunting",
            "\n/// tayang | Cacing\nAda cacing.\n///\n\n/// catatan-penyunting",
        ),
    )
    assert compared(kept, capsys)["slides"] == [
        {"module": 2, "number": 5, "title": "Tahap 1: Langkah", "state": "ubah"},
        {"module": 2, "number": 6, "title": "Cacing", "state": "baru"},
    ]


def not_the_same(facts: dict[str, Any]) -> dict[str, str]:
    return {id_: state for id_, state in facts["sheets"].items() if state != "sama"}


@pytest.mark.pdf
def test_one_word_in_a_row_lists_that_form_and_the_module_that_shows_its_example(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apply(kept, ONE_WORD)
    facts = compared(kept, capsys)
    assert not_the_same(facts) == {"modul-02": "redaksi", "ik-2-1": "redaksi"}
    [page] = facts["pages"]
    assert page["path"] == FORM
    assert page["changes"] == [
        {
            "key": "bagian.id=kisi.baris.id=langkah.judul",
            "old": "Apa langkah Anda?",
            "new": "Apa langkah kita?",
            "hidden": False,
        }
    ]


@pytest.mark.pdf
def test_a_row_that_breaks_the_page_means_copy_again(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply(kept, LONGER)
    assert not_the_same(compared(kept, capsys))["ik-2-1"] == "tata_letak"


@pytest.mark.pdf
def test_the_name_of_the_edition_alone_changes_no_sheet(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apply(kept, NEXT)
    assert not_the_same(compared(kept, capsys)) == {}


@pytest.mark.pdf
def test_the_sheet_names_the_form_and_has_room_for_approval(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apply(kept, ONE_WORD)
    assert compare.main(["2026.1", "kerja", "--root", str(kept)]) == 0
    said = capsys.readouterr()
    assert "ik-2-1: hanya redaksi" in said.out
    file = kept / "dist/perubahan/2026.1-kerja.pdf"
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    for words in ("IK 2.1: Lembar Amatan Kebun", "hanya redaksi", "Tanda tangan", "langkah kita?"):
        assert words in text


def test_an_edition_that_is_not_kept_is_named(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.main(["2025.9", "--root", str(copy_of())]) == 2
    assert 'Edisi "2025.9" tidak disimpan. Yang ada: kerja.' in capsys.readouterr().err


def changes(copy_of: CopyOf, *edits: Edit) -> list[PageChanges]:
    return compare_pages(read_pages(copy_of(name="lama")), read_pages(copy_of(*edits, name="baru")))


def test_added_removed_and_reworded_passages(copy_of: CopyOf) -> None:
    file = "docs/modul-02/tahap-2.md"
    new = "Pilih benih yang utuh dan kering. Benih yang mengambang dibuang.\n\nSimpan sisanya."
    [page] = changes(
        copy_of,
        edit(file, "Pilih benih yang utuh. Benih yang mengambang dibuang.", new),
        edit(file, "Tahap ini melanjutkan Tahap 1.\n", ""),
    )
    assert {(item.old, item.new) for item in page.public} == {
        ("Tahap ini melanjutkan Tahap 1.", ""),
        (
            "Pilih benih yang utuh. Benih yang mengambang dibuang.",
            "Pilih benih yang utuh dan kering. Benih yang mengambang dibuang.",
        ),
        ("", "Simpan sisanya."),
    }


def test_an_entry_in_quite_other_words_is_the_same_entry(copy_of: CopyOf) -> None:
    [page] = changes(copy_of, edit(FORM, "Apa langkah Anda?", "Siapa menyiram bibit selama musim kering?"))
    assert [(item.old, item.new) for item in page.changes] == [
        ("Apa langkah Anda?", "Siapa menyiram bibit selama musim kering?")
    ]


def test_a_new_row_and_a_new_question_are_added_alone(copy_of: CopyOf) -> None:
    row = "\n      - {id: hasil, nomor: III, judul: Apa hasilnya?}\n    tinggi_baris: 14mm"
    [page] = changes(copy_of, edit(FORM, "\n    tinggi_baris: 14mm", row))
    assert {(item.old, item.new) for item in page.public} == {("", "III"), ("", "Apa hasilnya?")}


def test_what_is_for_facilitators_is_not_shown(copy_of: CopyOf) -> None:
    note = "\n\n/// fasilitator\nBeri waktu lima menit lagi kepada kelompok yang tertinggal.\n///\n"
    file = "docs/modul-02/tahap-2.md"
    found = changes(copy_of, edit(file, "Pilih benih yang utuh.", f"Pilih benih yang utuh.{note}\n"))
    words = "Beri waktu lima menit lagi kepada kelompok yang tertinggal."
    assert [item.new for item in found[0].changes if item.hidden] == [words]
    drawn = details(found, str, lambda _: None, load("id"))
    assert words not in "".join(drawn.itertext())


def test_keys_of_quizzes_are_hidden(copy_of: CopyOf) -> None:
    pages = read_pages(copy_of())
    shown = " ".join(item.text for item in pages["modul-02/kuis-2.yml"].passages if not item.hidden)
    hidden = [item.key.rpartition(".")[2] for item in pages["modul-02/kuis-2.yml"].passages if item.hidden]
    assert {"benar", "pembahasan"} <= set(hidden)
    assert "ya" not in shown.split()


def test_words_are_marked_one_by_one() -> None:
    old, new = runs("Isi baris IV pada IK 2.1.", "Isi baris III pada IK 2.1 dengan pensil.")
    assert [run.text for run in old if not run.shared] == ["IV"]
    assert [run.text.strip() for run in new if not run.shared] == ["III", "dengan pensil"]


def test_a_moved_page_is_known_by_its_alias() -> None:
    old = {"modul-02/ik-2-9.yml": SourcePage("modul-02/ik-2-9.yml", "instrumen", "2.9", "Lama", 2)}
    new = {
        "modul-02/ik-2-1.yml": SourcePage("modul-02/ik-2-1.yml", "instrumen", "2.1", "Lama", 2, ("ik-2-9",))
    }
    assert compare_pages(old, new) == []


def test_editions_are_in_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("2026.10", "2026.9", "2025.1"):
        folder = tmp_path / "editions" / name
        folder.mkdir(parents=True)
        (folder / "fingerprints.json").write_text("{}")
    assert archive.stored(tmp_path) == ["2025.1", "2026.9", "2026.10"]
    assert archive.before(tmp_path, "2026.10") == "2026.9"
    assert archive.before(tmp_path, "2025.1") is None
