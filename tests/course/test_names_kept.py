"""Sheets with names are kept in the folder of their course, for the next print alone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

from handbook.commands.course import PRINTED
from handbook.course.sheets import workbook
from handbook.course.sheets.occasion import NAMES_KEPT
from handbook.press import pipeline
from tests.conftest import PROJECT
from tests.course.printed import NAMES, PrintedCourse, book_with_names, made, names_somebody

pytestmark = pytest.mark.pdf
SEVEN = "peserta: 7\nnama: peserta/kelas.csv"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return book_with_names(tmp_path_factory.mktemp("nama") / "buku", "kelas.csv")


@pytest.fixture(scope="module")
def course(root: Path) -> PrintedCourse:
    return printed(root)


def printed(
    root: Path, id_: str = "kelas", people: str = "peserta: 7\nnama: peserta/kelas.csv"
) -> PrintedCourse:
    """Every copy for seven people."""
    return made(root, "--expanded", edits=[("peserta: 12", people)], name=f"pelatihan/{id_}.yml")


def refuse(*_: object) -> NoReturn:
    raise InterruptedError


def test_the_next_print_lays_nothing_out(
    root: Path, course: PrintedCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, kept = course.contents(), course.kept
    monkeypatch.setattr(pipeline, "typesetters_for", refuse)
    assert printed(root).contents() == before
    assert course.kept <= kept, "parts that were joined are not asked for when the joined file is kept"


def test_a_damaged_store_is_made_anew(root: Path, course: PrintedCourse) -> None:
    before = course.contents()
    for file in course.kept:
        file.write_bytes(file.read_bytes()[:-9])
    assert printed(root).contents() == before


def test_a_print_that_is_interrupted_leaves_the_store(
    root: Path, course: PrintedCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, kept = course.contents(), course.kept
    monkeypatch.setattr(workbook, "write", refuse)
    with pytest.raises(InterruptedError):
        printed(root)
    assert (course.contents(), course.kept) == (before, kept)


def test_nothing_is_kept_of_people_who_are_no_longer_named(root: Path, course: PrintedCourse) -> None:
    other = PrintedCourse(shutil.copytree(course.folder, course.folder.with_name("ganti")))
    assert any(map(names_somebody, other.kept))
    others = NAMES.replace("Peserta Rekaan", "Pengganti Rekaan")
    (root / "peserta" / "lain.csv").write_text(others, encoding="utf-8")
    printed(root, "ganti", SEVEN.replace("kelas.csv", "lain.csv"))
    assert other.kept
    assert [file for file in other.folder.rglob("*") if file.is_file() and names_somebody(file)] == []
    printed(root, "ganti", "peserta: 7")
    assert not other.kept


def test_git_passes_the_folder_over() -> None:
    file = f"{PRINTED}/kelas/{NAMES_KEPT}/a.bagian"
    assert subprocess.run(["git", "-C", PROJECT, "check-ignore", "-q", file], check=False).returncode == 0
