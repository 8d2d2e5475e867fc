"""The example course of an edition: three sizes, nobody's name, the pages of the edition's own book."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from handbook.book import Book
from handbook.course import examples
from handbook.course.sheets.make import MadeCourse
from handbook.course.sheets.occasion import CourseOccasion
from tests.conftest import CopyOf
from tests.course.printed import NAMES
from tests.course.sample import PLAN, replaced, small_book, written

NAMED = {"ganti": "peserta: 12", "dengan": "peserta: 12\nnama: peserta/kelas.csv"}
Made = list[tuple[int, int, str, Path | None]]


@pytest.fixture
def book(copy_of: CopyOf) -> Book:
    """A book with an example that has a list of names."""
    book = small_book(copy_of, {"berkas": "peserta/kelas.csv", "isi": NAMES})
    written(book.root, replaced(PLAN, [NAMED]), examples.PLAN)
    return book


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """For each folder that would be printed: people, names, its name, the book whose pages are named."""
    found: Made = []

    def make(course: CourseOccasion, _filled: None, folder: Path, _say: object) -> MadeCourse:
        people = len(course.options.people.participants)
        found.append((course.options.participants, people, folder.name, course.options.printed_book))
        return MadeCourse((), ())

    monkeypatch.setattr(examples, "make", make)
    return found


def test_three_sizes_without_names(book: Book, made: Made, tmp_path: Path) -> None:
    printed = tmp_path / "buku.pdf"
    assert examples.make_examples(book, tmp_path, printed, lambda _: None) == []
    assert made == [(20, 0, "20", printed), (30, 0, "30", printed), (40, 0, "40", printed)]


def test_a_list_of_names_need_not_be_there_but_git_must_not_keep_it(
    book: Book, made: Made, tmp_path: Path
) -> None:
    names = book.root / "peserta/kelas.csv"
    for call in (["init", "-q"], ["add", "peserta"]):
        subprocess.run(["git", "-C", book.root, *call], check=True)
    [line] = examples.make_examples(book, tmp_path, tmp_path, lambda _: None)
    assert line.startswith(f"{examples.PLAN}:7:7: Daftar nama tidak dapat dipakai: ")
    assert made == []
    subprocess.run(["git", "-C", book.root, "rm", "-q", "--cached", "peserta/kelas.csv"], check=True)
    names.unlink()
    assert examples.make_examples(book, tmp_path, tmp_path, lambda _: None) == []
    assert len(made) == len(examples.SIZES)


def test_a_plan_that_does_not_fit_the_book_stops_the_edition(book: Book, made: Made, tmp_path: Path) -> None:
    written(book.root, PLAN.replace("nomor: 3}", "nomor: 2}"), examples.PLAN)
    faults = examples.make_examples(book, tmp_path, tmp_path, lambda _: None)
    assert faults
    assert all(line.startswith(f"{examples.PLAN}:") for line in faults)
    assert made == []


def test_a_book_without_the_plan_has_none(copy_of: CopyOf, tmp_path: Path) -> None:
    assert examples.make_examples(small_book(copy_of), tmp_path, tmp_path, lambda _: None) == []
    assert not (tmp_path / "20").exists()
