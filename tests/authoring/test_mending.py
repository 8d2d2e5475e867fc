"""`./scripts/check --fix`: a book damaged in many ways is as it was; what has no sure remedy stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.authoring.mending import MENDS
from handbook.commands.check import main
from handbook.commands.mending import mended_copy
from tests.authoring.moving import state
from tests.conftest import CopyOf, Edit, apply, lines_of

FIRST = "docs/modul-02/tahap-1.md"
READING, STAGE = "docs/modul-02/bacaan-2-1.md", "docs/modul-02/tahap-2.md"
FORM, QUIZ, SHEET = "docs/modul-02/ik-2-1.yml", "docs/modul-02/kuis-2.yml", "docs/modul-02/index.md"
SOUND: list[Edit] = [
    {
        "berkas": READING,
        "ganti": "## Membuat kompos {#membuat-kompos}\n",
        "dengan": "## Membuat kompos {#membuat-kompos}\n\n### Bahan\n\n"
        'Daun "kering" dan sisa dapur, menurut UU 7/2098. '
        "Baca [tanah](bacaan-2-1.md).\n\n- Daun.\n- Sisa dapur.\n\nKompetensi M.01 (Kerja sama) "
        "dan https://contoh.go.id/kompos.\n\n---\n\nPenyandang disabilitas ikut menanam.\n",
    },
    {
        "berkas": "handbook.yml",
        "ganti": "keparahan: {}",
        "dengan": "ejaan:\n  - {pakai: penyandang disabilitas, bukan: [difabel]}\nkeparahan: {}",
    },
]


def damage(file: str, old: str, new: str) -> Edit:
    return {"berkas": file, "ganti": old, "dengan": new}


DAMAGES: dict[str, Edit] = {
    "blok kurang garis": damage(READING, "/// kotak | 2.1", "// kotak | 2.1"),
    "huruf tak tampak": damage(STAGE, "Benih yang mengambang", "Benih\u200b yang\u00ad mengambang"),
    "huruf asing": damage(STAGE, "baris I pada IK 2.1", "baris I pada I\u041a 2.1"),
    "sebutan salah tulis": damage(READING, "kolom (2) di IK 2.1", "kolom (2) di ik 2.1"),
    "peraturan salah tulis": damage(READING, "menurut UU 7/2098", "menurut UU 7-2098"),
    "peraturan lengkap": damage(READING, "| UU 9/2099 |", "| Undang-Undang Nomor 9 Tahun 2099 |"),
    "huruf kecil": damage(STAGE, "melanjutkan Tahap 1", "melanjutkan tahap 1"),
    "huruf kecil di data": damage(QUIZ, "Lihat Kotak 2.1.", "Lihat kotak 2.1."),
    "judul melompat": damage(READING, "### Bahan", "##### Bahan"),
    "judul tingkat satu": damage(SHEET, "## Tujuan", "# Tujuan"),
    "tautan terputus": damage(READING, "[tanah](bacaan-2-1.md)", "[tanah] (bacaan-2-1.md)"),
    "alamat tanpa garis": damage(READING, "https://contoh", "https:/contoh"),
    "daftar berbutir": damage(READING, "- Daun.\n- Sisa dapur.", "• Daun.\n• Sisa dapur."),
    "daftar menempel": damage(FIRST, "sekolah.\n\n1. Baca", "sekolah.\n1. Baca"),
    "judul bergaris": damage(READING, "kompos.\n\n---", "kompos.\n---"),
    "istilah lain": damage(READING, "Penyandang disabilitas", "Difabel"),
    "nama kompetensi": damage(READING, "M.01 (Kerja sama)", "M.01 (Kerja tim)"),
    "tanda petik": damage(READING, '"kering"', "“kering”"),
    "spasi ganda": damage(READING, "gembur dan gelap", "gembur  dan gelap"),
    "spasi sebelum koma": damage(READING, "sisa dapur, lalu", "sisa dapur , lalu"),
    "spasi di ujung": damage(STAGE, "dibuang.\n", "dibuang. \n"),
    "spasi aneh": damage(STAGE, "Pilih benih yang utuh", "Pilih\u2009benih yang utuh"),
    "urutan kunci": damage(
        FORM, "nomor: 2.1\njudul: Lembar Amatan Kebun\n", "judul: Lembar Amatan Kebun\nnomor: 2.1\n"
    ),
    "urutan kunci kepala": damage(
        STAGE, "  nomor: 2\n  judul: Menyemai\n", "  judul: Menyemai\n  nomor: 2\n"
    ),
    "urutan kunci soal": damage(
        QUIZ,
        "  - id: pupuk-daun\n    jenis: isian-singkat\n    mengukur: 2.1.2\n",
        "  - jenis: isian-singkat\n    mengukur: 2.1.2\n    id: pupuk-daun\n",
    ),
}


@pytest.fixture
def sound(copy_of: CopyOf) -> Path:
    """A book that is as it should be, with something for each mend."""
    root = copy_of(*SOUND)
    assert lines_of(root) == []
    assert mended_copy(root)[1] == set()
    return root


def test_a_damaged_book_is_as_it_was(sound: Path) -> None:
    before = state(sound)
    for edit in DAMAGES.values():
        apply(sound, edit)
    assert lines_of(sound) != []
    mended_copy(sound)
    assert state(sound) == before
    assert mended_copy(sound)[1] == set()


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_alone(sound: Path, name: str) -> None:
    before = state(sound)
    apply(sound, DAMAGES[name])
    assert mended_copy(sound)[1] == {DAMAGES[name]["berkas"]}
    assert state(sound) == before


def test_comments_stay_with_their_keys(sound: Path) -> None:
    file = sound / FORM
    text = (
        file.read_text()
        .replace("nomor: 2.1\n", "# Nomor.\nnomor: 2.1 # tetap\n")
        .replace("judul: L", "# Nama.\njudul: L", 1)
    )
    file.write_text(text)
    assert mended_copy(sound)[1] == set()
    head = "# Nomor.\nnomor: 2.1 # tetap\n"
    file.write_text(text.replace(head, "").replace("ringkas:", f"{head}ringkas:", 1))
    mended_copy(sound)
    assert file.read_text().startswith("# Nama.\n") or file.read_text() == text
    assert "# Nomor.\nnomor: 2.1 # tetap\n" in file.read_text()


@pytest.mark.parametrize(
    "edit",
    [
        damage(STAGE, "IK 2.1, lalu", "ik 2.7, lalu"),
        damage(READING, "menurut UU 7/2098", "menurut UU 8/98"),
        damage(READING, "| UU 9/2099 |", "| Undang-Undang Nomor 9 Tahun 2099 tentang Kebun |"),
        damage(READING, '"kering"', "“kering"),
        damage(STAGE, "Pilih benih yang utuh.", "Pilih `benih  yang`  \nutuh."),
        damage(STAGE, "Pilih benih yang utuh.", "\u202ePilih benih yang utuh."),
    ],
)
def test_what_has_no_sure_remedy_stays(sound: Path, edit: Edit) -> None:
    apply(sound, edit)
    before = state(sound)
    mended_copy(sound)
    assert state(sound) == before


def test_it_is_shown_first(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply(sound, DAMAGES["judul melompat"])
    before = state(sound)
    assert main(["--root", str(sound), "--fix"]) == 1
    said = capsys.readouterr()
    assert "  - ##### Bahan\n  + ### Bahan\n" in said.err
    assert "Belum ada yang diubah." in said.err
    assert state(sound) == before
    assert main(["--root", str(sound), "--fix", "--yes"]) == 0
    assert "Tidak ada masalah." in capsys.readouterr().out
    assert not [*sound.glob(".build-*")]


def test_every_mend_has_a_damage() -> None:
    assert len(DAMAGES) >= len(MENDS) >= 15
