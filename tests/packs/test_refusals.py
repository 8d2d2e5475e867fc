"""Options that cannot be met are refused in clear words, with exit code 2, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.commands import pack
from handbook.packs.options import parse_options
from handbook.settings import read_settings
from tests.conftest import PROJECT, CopyOf
from tests.packs.sample import EDITS, run

REFUSED = [
    (["--participants", "0"], 'Banyaknya peserta "0" tidak dapat dipakai. Tulis bilangan dari 1 sampai 500.'),
    (["--participants", "10000"], 'Banyaknya peserta "10000" tidak dapat dipakai.'),
    (["--participants", "tiga"], 'Banyaknya peserta "tiga" tidak dapat dipakai.'),
    (["--participants", "-3"], 'Banyaknya peserta "-3" tidak dapat dipakai.'),
    (["--participants", "4", "--groups", "5"], "kelompok lebih banyak daripada orang"),
    (["--groups", "0"], 'Banyaknya kelompok "0" tidak dapat dipakai.'),
    (["--start", "banana"], 'Jam "banana" tidak dikenali. Tulis seperti 8, 8.00, atau 08:00.'),
    (["--start", ""], 'Jam "" tidak dikenali.'),
    (["--start", "23.50"], "Sesi melewati tengah malam."),
    (["--break", "10.00"], 'Istirahat "10.00" tidak dikenali.'),
    (["--break", "10.00/15", "--break", "10.10/15"], "Istirahat 10.00 dan istirahat 10.10 bertumpuk."),
    (["--zone", "gmt"], 'Zona waktu "gmt" tidak dikenali. Pilih: wib, wita, wit.'),
    (["--paper", "a3"], 'Kertas "a3" tidak dikenali. Pilih: a4, f4, letter.'),
    (["--seed", "a b"], 'Benih acak "a b" tidak dapat dipakai.'),
    (["--spare", "51"], 'Banyaknya cadangan "51" tidak dapat dipakai. Tulis bilangan dari 0 sampai 50.'),
    (["--spare", "-1"], 'Banyaknya cadangan "-1" tidak dapat dipakai.'),
    (["--names", "tidak-ada.csv"], 'Berkas nama "tidak-ada.csv" tidak dapat dibuka.'),
]


@pytest.mark.parametrize(
    ("said", "paper"), [("folio", "f4"), ("Folio", "f4"), ("A4", "a4"), ("LETTER", "letter")]
)
def test_paper_is_known_by_the_names_that_people_use(said: str, paper: str) -> None:
    settings = read_settings(PROJECT)[0]
    assert settings
    assert parse_options({"module": 3, "paper": said}, settings).paper == paper


@pytest.fixture
def root(copy_of: CopyOf) -> Path:
    return copy_of(*EDITS)


def assert_untouched(root: Path) -> None:
    """Nothing of a pack, not even a draft."""
    folder = root / "dist" / "paket-sesi"
    assert not folder.exists() or list(folder.iterdir()) == []


@pytest.mark.parametrize(("options", "words"), REFUSED)
def test_wishes_that_cannot_be(
    root: Path, options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, *options) == 2
    assert words in capsys.readouterr().err
    assert_untouched(root)


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("9", 'Modul "9" tidak ada. Pilih: all, 2, 3.'),
        ("x", 'Modul "x" tidak ada. Pilih: all, 2, 3.'),
        ("1", "Modul 1 belum ditulis. Pilih: all, 2, 3."),
    ],
)
def test_modules_that_are_not_there(
    root: Path, module: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pack.main([module, "--root", str(root)]) == 2
    assert words in capsys.readouterr().err
    assert_untouched(root)


def test_a_stage_with_more_groups_than_people(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    fixed = {
        "berkas": "docs/modul-02/tahap-2.md",
        "ganti": "      kelompok: kelompok\n",
        "dengan": "      kelompok: kelompok\n      jumlah_kelompok: 6\n",
    }
    root = copy_of(*EDITS, fixed)
    assert run(root, "--participants", "5") == 2
    assert "Tahap 2A membagi kelas menjadi 6 kelompok; 5 peserta tidak cukup." in capsys.readouterr().err
    assert_untouched(root)


def test_more_names_than_participants(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = root / "nama.csv"
    names.write_text("Nama\nA. Rekaan\nB. Rekaan\n", encoding="utf-8")
    assert run(root, "--names", str(names), "--participants", "1") == 2
    assert "Berkas nama memuat 2 peserta, tetapi yang diminta 1." in capsys.readouterr().err


def test_a_book_with_problems_gives_no_pack(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_of({"berkas": "docs/modul-02/tahap-1.md", "ganti": "Amati tanah", "dengan": "Lihat IK 2.9"})
    assert run(root) == 1
    out = capsys.readouterr()
    assert "IK 2.9" in out.out
    assert "Paket sesi tidak dibuat" in out.err
    assert_untouched(root)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run(tmp_path / "tidak-ada")
    assert ended.value.code == 2
