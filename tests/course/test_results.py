"""Who passes: the workbook that was filled in, the plan's rule, the certificates that follow."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from handbook.course.read import plan_of
from handbook.course.sheets import certificates, results, workbook
from handbook.course.sheets.occasion import CourseOccasion
from handbook.problem import RefusedError
from tests.conftest import CopyOf
from tests.course.sample import NAME, PLAN, small_book

SIGNED = """\
lulus: {hadir: 75, nilai: 60}
sertifikat: {nama: Kepala Rekaan, jabatan: Kepala Sekolah Rekaan, nomor: "KR/{urut}/2026", kota: Kali Rekaan}
"""


def occasion(copy_of: CopyOf, more: str = "") -> CourseOccasion:
    """The course of the small plan with more keys."""
    book = small_book(copy_of)
    course, problems = plan_of(NAME, PLAN.replace("ruang:", f"{more}ruang:"), book)
    assert course, problems
    return CourseOccasion(book, course)


def filled(course: CourseOccasion, folder: Path, rows: dict[int, tuple[str, str, int | str | None]]) -> Path:
    """The workbook with a name, half-days (H or -) and the points of the last test for some rows."""
    file = folder / "isi.xlsx"
    workbook.write(course, file)
    book = openpyxl.load_workbook(file)
    people, there, marks = (_sheet(book[name]) for name in ("Peserta", "Hadir", "Nilai"))
    for row, (name, halves, points) in rows.items():
        people.cell(row, 2, name)
        for column, half in enumerate(halves, 3):
            there.cell(row, column, half)
        marks.cell(row, 6, points)
    book.save(file)
    return file


def _sheet(found: object) -> Worksheet:
    assert isinstance(found, Worksheet)
    return found


def test_attendance_and_marks_decide(copy_of: CopyOf, tmp_path: Path) -> None:
    course = occasion(copy_of, SIGNED)
    rows: dict[int, tuple[str, str, int | str | None]] = {
        3: ("Rekaan Satu", "HHHH", 3),
        4: ("Rekaan Dua", "HH--", 3),
        5: ("Rekaan Tiga", "hHH-", 1),
        6: ("Rekaan Empat", "HHH-", None),
        8: ("Rekaan Lima", "HHH-", 2),
    }
    found = results.read(course, filled(course, tmp_path, rows))
    assert [(one.person.name, one.attendance, one.mark, one.passed) for one in found] == [
        ("Rekaan Satu", 100, 100, True),
        ("Rekaan Dua", 50, 100, False),
        ("Rekaan Tiga", 75, 33.3, False),
        ("Rekaan Empat", 75, None, False),
        ("Rekaan Lima", 75, 66.7, True),
    ]
    words = [_words(sheet.html[0]) for sheet in certificates.sheets(course, found)]
    assert len(words) == 2
    assert "Nomor: KR/1/2026" in words[0]
    assert "Rekaan Satu" in words[0]
    assert "Nomor: KR/2/2026" in words[1]
    assert "Rekaan Lima" in words[1]
    assert all("Kali Rekaan, 8 Desember 2026" in text and "Kepala Rekaan" in text for text in words)
    assert all("DRAF" not in text for text in words)


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_draft_until_results_and_signer_are_there(copy_of: CopyOf, tmp_path: Path) -> None:
    course = occasion(copy_of)
    found = results.read(course, filled(course, tmp_path, {3: ("Rekaan Satu", "HHHH", 3)}))
    unsigned, empty = ([*certificates.sheets(course, given)] for given in (found, []))
    assert [len(unsigned), len(empty)] == [1, 1]
    assert all("DRAF" in _words(sheet.html[0]) for sheet in (*unsigned, *empty))
    assert "Nomor: …………" in _words(unsigned[0].html[0])


@pytest.mark.parametrize(("points", "key"), [("tiga", "hasil_poin"), (4, "hasil_poin"), (-1, "hasil_poin")])
def test_points_that_cannot_be(copy_of: CopyOf, tmp_path: Path, points: int | str, key: str) -> None:
    course = occasion(copy_of)
    file = filled(course, tmp_path, {3: ("Rekaan Satu", "HHHH", points)})
    with pytest.raises(RefusedError) as refusal:
        results.read(course, file)
    assert (refusal.value.key, refusal.value.words["baris"]) == (key, 3)


def test_a_file_that_is_no_such_workbook(copy_of: CopyOf, tmp_path: Path) -> None:
    course = occasion(copy_of)
    broken = tmp_path / "lain.xlsx"
    broken.write_text("bukan buku kerja", encoding="utf-8")
    for file, key in ((broken, "hasil_rusak"), (tmp_path / "tak-ada.xlsx", "nama_tak_ada")):
        with pytest.raises(RefusedError) as refusal:
            results.read(course, file)
        assert refusal.value.key == key


def test_the_same_workbook_twice(copy_of: CopyOf, tmp_path: Path) -> None:
    course = occasion(copy_of)
    for name in ("satu.xlsx", "dua.xlsx"):
        workbook.write(course, tmp_path / name)
    assert (tmp_path / "satu.xlsx").read_bytes() == (tmp_path / "dua.xlsx").read_bytes()
