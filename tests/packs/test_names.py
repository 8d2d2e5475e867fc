"""Lists of names as secretariats really have them. All people are invented."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from handbook.packs.name_overlays import HEIGHTS, LETTER, ROOM, WIDEST, every, html, words_of, written
from handbook.packs.namefile import rows_of
from handbook.packs.people import People, Person, people_of
from handbook.problem import RefusedError
from handbook.strings import load

HEAD = "No;Nama Lengkap dan Gelar;NIP;Jabatan;Kecamatan;Peran"
NIP = "198501012010011001"


def read(path: Path) -> People:
    return people_of(rows_of(path), load("id"))


def csv_of(folder: Path, *rows: str, code: str = "utf-8", head: str = HEAD) -> Path:
    path = folder / "nama.csv"
    path.write_bytes("\r\n".join([head, *rows, ""]).encode(code))
    return path


def xlsx_of(folder: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Nama", "NIP", "Jabatan", "Instansi"], *rows):
        sheet.append(row)
    path = folder / "nama.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_spreadsheets_csv(tmp_path: Path, code: str) -> None:
    row = f"1;Drs. Ma'ruf Rekaan, M.Si.;{NIP};Camat;Désa Rekaan;"
    [person] = read(csv_of(tmp_path, "", row, ";;;;;", code=code)).all
    assert person.name == "Drs. Ma'ruf Rekaan, M.Si."
    assert person.nip == "19850101 201001 1 001"
    assert (person.position, person.office) == ("Camat", "Désa Rekaan")


@pytest.mark.parametrize("head", ["Nama,NIP", "nama\tnip", "NAMA PESERTA;N.I.P."])
def test_other_separators_and_headings(tmp_path: Path, head: str) -> None:
    mark = next(char for char in ",\t;" if char in head)
    [person] = read(csv_of(tmp_path, mark.join(["Ani Rekaan", NIP]), head=head)).all
    assert person.name == "Ani Rekaan"


def test_an_xlsx_with_texts(tmp_path: Path) -> None:
    date = datetime.date(2026, 11, 24)
    found = read(xlsx_of(tmp_path, ["O’Rekaan", NIP, "Camat", "Kali Rekaan"], ["B. Rekaan", None, date, 12]))
    assert [person.nip for person in found.all] == ["19850101 201001 1 001", ""]
    assert [person.name for person in found.all] == ["O’Rekaan", "B. Rekaan"]
    assert found.all[1].office == "12"
    assert found.warnings == ()


@pytest.mark.parametrize("value", [198501012010011001, 1.98501012010011e17])
def test_a_nip_that_excel_kept_as_a_number(tmp_path: Path, value: float) -> None:
    found = read(xlsx_of(tmp_path, ["A. Rekaan", value]))
    assert found.all[0].nip == ""
    assert found.warnings == (("nip_rusak", {"baris": 2, "angka": found.warnings[0][1]["angka"]}),)


@pytest.mark.parametrize(
    ("nip", "warning"),
    [
        ("1,98501E+17", "nip_rusak"),
        ("1.98501012010011E+17", "nip_rusak"),
        ("198501012010011000", "nip_rusak"),
        ("19850101", "nip_panjang"),
        ("19850101 201001 1 001", ""),
        ("non-ASN", ""),
        ("", ""),
    ],
)
def test_a_nip_in_a_csv(tmp_path: Path, nip: str, warning: str) -> None:
    found = read(csv_of(tmp_path, f'1;A. Rekaan;"{nip}";Camat;;'))
    assert [key for key, _ in found.warnings] == ([warning] if warning else [])
    assert (found.all[0].nip == "") == (warning == "nip_rusak" or not nip)


@pytest.mark.parametrize("length", [1, 26, 40, 60, 90, 120])
@pytest.mark.parametrize("width", [130, 150, 270, 290])
def test_a_long_name_stays_on_its_line(length: int, width: int) -> None:
    """It is set smaller or in several lines, and never smaller than can be read."""
    words = words_of("m" * length, width)
    assert words.size * LETTER * length <= words.lines * width + 0.1 * length
    assert words.width == (width if words.lines > 1 else WIDEST)
    assert 5 <= words.size <= ROOM / words.lines


def test_a_name_never_comes_into_the_line_for_the_district() -> None:
    """A sheet may have one of both lines only, or both in another order."""
    person = Person("Ani Rekaan", office="Kali Rekaan")
    [(words, spot)] = written(person, [("kecamatan", (3, 34))], "upright")
    assert (words.text, spot) == ("Kali Rekaan", (3, 34 - HEIGHTS["upright"]))
    assert [words.text for words in every([person])] == ["Ani Rekaan", "Kali Rekaan"]
    assert html([words], "en").startswith('<!DOCTYPE html><html lang="en">')


def test_facilitators_are_told_apart(tmp_path: Path) -> None:
    found = read(csv_of(tmp_path, "1;A. Rekaan;;;;peserta", "2;B. Rekaan;;;;Fasilitator"))
    assert [person.name for person in found.participants] == ["A. Rekaan"]
    assert [person.name for person in found.facilitators] == ["B. Rekaan"]


def test_a_name_given_twice_is_worth_a_word(tmp_path: Path) -> None:
    found = read(csv_of(tmp_path, "1;A. Rekaan;;;;", "2;a. rekaan;;;;"))
    assert found.warnings == (("nama_ganda", {"kata": "a. rekaan"}),)


def test_two_people_with_one_nip_are_worth_a_word(tmp_path: Path) -> None:
    rows = [
        f"1;A. Rekaan;{NIP};;;",
        "2;C. Rekaan;;;;",
        "3;B. Rekaan;19850101 201001 1 001;;;",
        "4;D. Rekaan;;;;",
    ]
    found = read(csv_of(tmp_path, *rows))
    nip = "19850101 201001 1 001"
    assert found.warnings == (("nip_ganda", {"nip": nip, "satu": "A. Rekaan", "dua": "B. Rekaan"}),)


@pytest.mark.parametrize(
    ("row", "key", "words"),
    [
        (f"1;{'A' * 300};;;;", "nama_panjang", {"baris": 2, "huruf": 300, "kolom": "Nama Lengkap dan Gelar"}),
        ("1;ꦱꦫꦶ;;;;", "nama_huruf", {"baris": 2, "kolom": "Nama Lengkap dan Gelar"}),
        ("1;Ани Rekaan;;;;", "nama_huruf", {"baris": 2}),
        ("1;A. Rekaan;;;李;", "nama_huruf", {"kolom": "Kecamatan", "huruf": "李"}),
        ("1;;;Camat;;", "nama_hilang", {"baris": 2}),
    ],
)
def test_rows_that_cannot_be_printed(tmp_path: Path, row: str, key: str, words: dict[str, object]) -> None:
    with pytest.raises(RefusedError) as caught:
        read(csv_of(tmp_path, row))
    assert caught.value.key == key
    assert words.items() <= caught.value.words.items()


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("nama.csv", b"", "nama_kosong"),
        ("nama.csv", HEAD.encode(), "nama_kosong"),
        ("nama.csv", b"A;B\nx;y\n", "nama_tanpa_kolom"),
        ("nama.csv", b"Nama,NIP\nDrs. A. Rekaan, M.Si.,1985\n", "nama_kolom"),
        ("nama.csv", b"Nama\n\0\0\0", "nama_rusak"),
        ("nama.csv", b'Nama\n"A. Rekaan', "nama_rusak"),
        ("nama.xlsx", b"PK\x03\x04 broken", "nama_rusak"),
        ("nama.xlsx", b"Nama;NIP\nA;B\n", "nama_rusak"),
        ("nama.pdf", b"%PDF-1.7", "nama_jenis"),
        ("nama.csv", b"Nama\n" + b"A. Rekaan\n" * 2001, "nama_besar"),
        ("nama.csv", b"x" * 5_000_001, "nama_besar"),
    ],
)
def test_files_that_are_no_list(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RefusedError) as caught:
        read(tmp_path / name)
    assert caught.value.key == key


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "tidak-ada.csv", tmp_path):
        with pytest.raises(RefusedError, match="nama_tak_ada"):
            read(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "nama.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 61_000_000)
    with pytest.raises(RefusedError, match="nama_besar"):
        read(path)


def test_a_symbolic_link_is_no_list_of_names(tmp_path: Path) -> None:
    """A file of names that is a symbolic link is refused: any file could be printed through it."""
    (tmp_path / "peserta").mkdir()
    real = csv_of(tmp_path, "1;Sri;;Camat;Mekar;")
    link = tmp_path / "peserta" / "nama.csv"
    link.symlink_to(real)
    assert rows_of(real)
    with pytest.raises(RefusedError) as refused:
        rows_of(link)
    words = load("id")(f"paket.tolak.{refused.value.key}", **refused.value.words)
    assert "tautan simbolis" in words
