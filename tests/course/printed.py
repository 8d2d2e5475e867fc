"""A printed course of the small book, for the tests of its sheets."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pikepdf

from handbook.commands import course as course_command
from handbook.course.sheets.occasion import NAMES_KEPT
from tests.conftest import MINIBOOK, apply, keeping_together
from tests.course.sample import NAME, PLAN, written
from tests.packs.sample import EDITS

DISPLAYS = """\
      pajang:
        - {isi: [Cangkul rekaan, Gembor rekaan, "3"]}
        - {isi: [Setuju rekaan, Menolak rekaan], per: orang, warna: [hijau]}
"""
NAMES = "Nama;NIP;Jabatan;Instansi;Kabupaten;Kelamin\n" + "\n".join(
    f"Peserta Rekaan {letter};19850101201001100{n + 1};Camat;Kali {n % 3};Kabupaten {n % 4};{'LP'[n % 2]}"
    for n, letter in enumerate("ABCDEFG")
)


class Word(NamedTuple):
    """A word and the points from the top of its page to its foot."""

    text: str
    foot: float


@dataclass(frozen=True)
class PrintedCourse:
    """The folder of a course."""

    folder: Path

    def text(self, name: str) -> str:
        """The words of a PDF, laid out as on its pages."""
        command = ["pdftotext", "-layout", str(self.folder / f"{name}.pdf"), "-"]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    def words(self, name: str) -> list[Word]:
        """The words of a PDF with their places, page by page in the order of reading."""
        command = ["pdftotext", "-bbox", str(self.folder / f"{name}.pdf"), "-"]
        page = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        return [Word(words, float(foot)) for foot, words in re.findall(r'yMax="([\d.]+)">(.*)</word>', page)]

    def pages(self, name: str) -> int:
        """Pages of a PDF."""
        with pikepdf.open(self.folder / f"{name}.pdf") as pdf:
            return len(pdf.pages)

    def contents(self) -> dict[str, bytes]:
        """The bytes of every file, but for the store of sheets with names."""
        return {file.name: file.read_bytes() for file in self.folder.iterdir() if file.is_file()}

    @property
    def kept(self) -> set[Path]:
        """The files of the store of sheets with names."""
        return {*(self.folder / NAMES_KEPT).glob("*")}

    @cached_property
    def order(self) -> str:
        """The words of the order."""
        return self.text("pesanan")

    def totals(self) -> dict[str, tuple[int, int]]:
        """Pages and sheets of each file as the order's summary says."""
        found = re.findall(r"^ *(\S+)\.pdf .*? (\d+) +([\d.,]+)(?: +Rp[\d.,]+)?$", self.order, re.M)
        return {name: (int(pages), int(re.sub("[.,]", "", count))) for name, pages, count in found}


def names_somebody(file: Path) -> bool:
    """Whether a name stands in a file, also where it is packed or printed."""
    content = file.read_bytes()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as packed:
            content += b"".join(packed.read(name) for name in packed.namelist())
    if (start := content.find(b"%PDF")) >= 0:  # a part that the store keeps has words before it
        command = ["pdftotext", "-", "-"]
        content += subprocess.run(command, input=content[start:], capture_output=True, check=True).stdout
    return b"Peserta Rekaan" in content


def add_displays(root: Path) -> None:
    """The edits of session packs, and words that are printed large."""
    for edit in EDITS:
        apply(root, edit)
    apply(
        root,
        {
            "berkas": "docs/modul-02/tahap-2.md",
            "ganti": "      siapkan: [Tirai rekaan di jendela]\n",
            "dengan": f"      siapkan: [Tirai rekaan di jendela]\n{DISPLAYS}",
        },
    )


def book_with_names(root: Path, file: str) -> Path:
    """A copy of the small book with displays and a list of names, whose copies keep together."""
    keeping_together(shutil.copytree(MINIBOOK, root))
    add_displays(root)
    (root / "peserta").mkdir()
    (root / "peserta" / file).write_text(NAMES, encoding="utf-8")
    return root


def made(root: Path, *options: str, edits: Sequence[tuple[str, str]] = (), name: str = NAME) -> PrintedCourse:
    """Print the course of the sample plan with some of its words replaced."""
    text = PLAN
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    plan = str(root / written(root, text, name))
    assert course_command.main(["--root", str(root), "print", plan, *options]) == 0
    return PrintedCourse(root / "dist" / "pelatihan" / Path(name).stem)
