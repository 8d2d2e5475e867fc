"""The command: exit codes, what is said and written, and that nothing is half-written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from handbook.commands import course
from handbook.course.read import read_plan
from tests.conftest import MINIBOOK, PROJECT, CopyOf
from tests.course.sample import NAME, PLAN, lines, small_book, written

FRAME = ["--days", "1", "--from", "2026-12-07"]


def run(root: Path, *arguments: str) -> int:
    """Call the command for a book; its exit code."""
    return course.main(["--root", str(root), *arguments])


def test_the_example_is_shown_in_clock_times(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(PROJECT, "plan", str(PROJECT / "pelatihan/contoh.yml")) == 0
    shown = capsys.readouterr().out
    assert "Hari 5 – Jumat, 11 Desember 2026\n  08.00–08.15  Tinjauan hari kemarin\n" in shown
    assert "  08.30–09.50  Tes awal, bentuk A\n" in shown
    assert "  1.620  Modul (36 JP × 45 menit)\n" in shown
    assert shown.endswith("  2.515  Seluruhnya\n")


def test_notes_on_a_plan_that_can_be_held(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    names = {"berkas": "peserta/kelas.csv", "isi": "nama,nip\nAni Rekaan,123\n"}
    root = small_book(copy_of, names).root
    text = PLAN.replace("peserta: 12", "peserta: 12\nnama: peserta/kelas.csv").replace("2026.1", "2025.4")
    assert run(root, "plan", str(root / written(root, text))) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Rencana ini dibuat untuk edisi 2025.4; menit tahapnya sama pada edisi 2026.1.",
        "Daftar nama baris 2: NIP 3 angka, seharusnya 18. Dicetak apa adanya.",
    ]


def test_a_plan_with_problems(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    root = small_book(copy_of).root
    path = root / written(root, PLAN.replace("nomor: 3}", "nomor: 2}"))
    assert run(root, "plan", str(path)) == 1
    said = capsys.readouterr()
    found = [line.split(": ")[0] for line in said.out.splitlines() if line.endswith("]")]
    assert found == [f"{NAME}:17:3", f"{NAME}:22:9", f"{NAME}:25:9"]
    assert "[rencana-tahap-hilang] Pelatihan memuat setiap modul seutuhnya.\n" in said.out
    assert said.err == ""


def test_settings_that_no_day_can_follow(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    pause = "keparahan: {}\nsesi: {istirahat: [10.00/999]}"
    root = small_book(copy_of, {"berkas": "handbook.yml", "ganti": "keparahan: {}", "dengan": pause}).root
    assert run(root, "plan", str(root / written(root, PLAN))) == 2
    assert capsys.readouterr().err.startswith('Istirahat "10.00/999" tidak dikenali.')


def test_a_book_with_problems(copy_of: CopyOf, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_of({"berkas": "docs/modul-02/tahap-1.md", "ganti": "menit: 15", "dengan": "menit: 25"})
    assert run(root, "propose", *FRAME) == 1
    assert capsys.readouterr().err == "Rencana pelatihan tidak diperiksa dan tidak dibuat.\n"


@pytest.mark.parametrize(
    "text", ["", "judul: [", "\tjudul: a", "- a", "judul: a\njudul: b", "a: &a [*a]", "\0"]
)
def test_a_file_that_is_no_plan(copy_of: CopyOf, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = small_book(copy_of).root
    assert run(root, "plan", str(root / written(root, text))) == 1
    assert capsys.readouterr().out.startswith((f"{NAME}:1:", f"{NAME}:2:1: "))


def test_a_file_that_is_not_there_or_has_an_odd_name(
    copy_of: CopyOf, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_book(copy_of).root
    assert run(root, "plan", str(root / "tiada.yml")) == 1
    assert capsys.readouterr().out.startswith("tiada.yml:1:1: ")
    odd = root / written(root, PLAN, "Kelas A.yml")
    assert run(root, "plan", str(odd)) == 1
    assert capsys.readouterr().out.startswith('Kelas A.yml:1:1: Nilai "Kelas A.yml" tidak cocok untuk "id".')


def test_a_proposal_is_written_once_and_is_a_plan(
    copy_of: CopyOf, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of()
    out = root / "pelatihan/usulan.yml"
    call = ["propose", *FRAME, "--out", str(out)]
    assert run(root, *call) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("     90  Modul (2 JP × 45 menit)\n")
    assert list(out.parent.iterdir()) == [out]
    assert run(root, "plan", str(out)) == 0
    before = out.read_bytes()
    assert run(root, *call) == 2
    assert "sudah ada; tidak ada yang ditulis" in capsys.readouterr().err
    assert out.read_bytes() == before


REFUSED = [
    (["--until", "08.30"], "Kerangka 1 hari, pukul 08.00–08.30, terlalu kecil: "),
    (["--until", "07.00"], "jam selesai harus sesudah jam mulai."),
    (["--until", "sore"], 'Jam "sore" tidak dikenali.'),
    (["--days", "0"], 'Banyaknya hari "0" tidak dapat dipakai. Tulis bilangan dari 1 sampai 30.'),
    (["--days", "31"], 'Banyaknya hari "31" tidak dapat dipakai.'),
    (["--participants", "0"], 'Banyaknya peserta "0" tidak dapat dipakai.'),
]


@pytest.mark.parametrize(("options", "words"), REFUSED, ids=lambda value: " ".join(value)[:20])
def test_wishes_that_cannot_be(
    tmp_path: Path, options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "usulan.yml"
    assert run(MINIBOOK, "propose", *FRAME, *options, "--out", str(out)) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""
    assert list(tmp_path.iterdir()) == []


def test_names_that_git_keeps_are_refused(copy_of: CopyOf) -> None:
    book = small_book(copy_of)
    names = book.root / "peserta/kelas.csv"
    names.parent.mkdir()
    names.write_text("nama\nAni Rekaan\n", encoding="utf-8")
    path = written(book.root, PLAN.replace("peserta: 12", "peserta: 12\nnama: peserta/kelas.csv"))
    for call in (["init", "-q"], ["add", "docs"]):
        subprocess.run(["git", "-C", book.root, *call], check=True)
    found = read_plan(path, book)[0]
    assert found
    assert [person.name for person in found.people.participants] == ["Ani Rekaan"]
    subprocess.run(["git", "-C", book.root, "add", "peserta"], check=True)
    (line,) = lines(read_plan(path, book)[1], book)
    assert lines(read_plan(path, book, blank=True)[1], book) == [line]
    refused = f'{NAME}:7:7: Daftar nama tidak dapat dipakai: berkas "kelas.csv" ikut dalam repositori git. '
    assert line.startswith(refused)
