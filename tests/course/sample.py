"""A small book with a test, and a plan for a course on it, shared by the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handbook.book import Book
from handbook.book.report import Reporter
from tests.conftest import CopyOf, Edit, whole
from tests.packs.sample import TEST

NAME = "pelatihan/kebun.yml"
PLAN = """\
judul: Kursus Kebun Rekaan
tempat: Kebun Rekaan
penyelenggara: Sekolah Rekaan
mulai: 08.00
sampai: 12.00
peserta: 12
fasilitator:
  - {id: sri, nama: Sri Rekaan}
  - {id: budi, nama: Budi Rekaan}
ruang: [Kebun, Kelas]
buku:
  edisi: 2026.1
  menit:
    2: [15, 10, 20]
    3: [45]
hari:
  - tanggal: 2026-12-07
    acara:
      - {jenis: pembukaan, menit: 30}
      - {jenis: tes, bentuk: A, menit: 15, modul: [2]}
      - {jenis: modul, nomor: 2}
      - {jenis: tes, bentuk: B, menit: 15, modul: [2]}
  - tanggal: 2026-12-08
    acara:
      - {jenis: modul, nomor: 3}
      - {jenis: penutupan, menit: 15}
"""


def replaced(text: str, edits: list[Edit]) -> str:
    """A text with some of its words, each of which it has once, replaced."""
    for edit in edits:
        assert text.count(edit["ganti"]) == 1, edit
        text = text.replace(edit["ganti"], edit["dengan"])
    return text


def small_book(copy_of: CopyOf, *edits: Edit) -> Book:
    """The minibook with a test for Modul 2 and some edits."""
    return whole(copy_of({"berkas": "docs/modul-02/tes-2.yml", "isi": TEST}, *edits))


def lines(problems: list[Any], book: Book) -> list[str]:
    """Problems in the words of the command."""
    reporter = Reporter(book.settings.strings)
    return [reporter.line(item) for item in problems]


def written(root: Path, text: str, name: str = NAME) -> str:
    """Write a plan below the folder of a book; its path."""
    file = root / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return name
