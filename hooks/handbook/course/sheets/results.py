"""The results of a course: attendance and marks, from the workbook that was filled in."""

import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook

from handbook.course.sheets import workbook
from handbook.course.sheets.occasion import CourseOccasion
from handbook.packs.namefile import LARGEST
from handbook.packs.people import Person, tidied
from handbook.problem import RefusedError

Rows = list[tuple[object, ...]]
"""The rows of a sheet, from the first participant on."""


class Result(NamedTuple):
    """A participant with the share of half-days attended, in percent, and the mark of the last test."""

    person: Person
    attendance: float
    mark: float | None
    passed: bool


def read(course: CourseOccasion, file: Path) -> list[Result]:
    """The results of everybody who has a name; a `RefusedError` says what cannot be used."""
    people, present, points = (_rows(course, file, key) for key in ("peserta", "hadir", "nilai"))
    found = []
    for index, row in enumerate(people):
        name, nip, position, office = (tidied(str(cell or "")) for cell in row[1:5])
        if name:
            attendance = _attendance(course, present[index])
            mark = _mark(course, points[index], index)
            person = Person(name, nip, position, office)
            found.append(Result(person, attendance, mark, _passes(course, attendance, mark)))
    return found


def _rows(course: CourseOccasion, file: Path, key: str) -> Rows:
    """As many rows as there are participants; short ones are filled with nothing."""
    name, count = course.s(f"lembar_pelatihan.buku.{key}"), course.options.participants
    if not file.is_file() or file.stat().st_size > LARGEST:
        raise RefusedError("nama_tak_ada", berkas=file.name)
    try:
        with closing(load_workbook(file, read_only=True, data_only=True)) as book:
            rows = book[name].iter_rows(
                min_row=workbook.FIRST, max_row=workbook.FIRST + count - 1, max_col=200, values_only=True
            )
            found = [tuple(row) for row in rows]
    except (KeyError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise RefusedError("hasil_rusak", berkas=file.name, kata=name) from error
    empty: tuple[object, ...] = (None,) * 200
    return [*((*row, *empty)[:200] for row in found), *[empty] * (count - len(found))]


def _attendance(course: CourseOccasion, row: Sequence[object]) -> float:
    halves = len(workbook.HALVES) * len(course.course.days)
    there = sum(str(cell or "").strip().upper() == workbook.PRESENT for cell in row[2 : 2 + halves])
    return there / halves * 100


def _mark(course: CourseOccasion, row: Sequence[object], index: int) -> float | None:
    """The mark of the last test, of 100; None for somebody who has no points."""
    start, cells, worth = 2, row[0:0], 0
    for _, banks in workbook.tests(course):
        cells, worth = row[start : start + len(banks)], sum(points for _, points in banks)
        for cell, (module, points) in zip(cells, banks, strict=True):
            if cell is not None and not (isinstance(cell, int | float) and 0 <= cell <= points):
                words = {"baris": workbook.FIRST + index, "modul": module, "kata": cell, "paling": points}
                raise RefusedError("hasil_poin", **words)
        start += len(banks) + 2
    given = [float(cell) for cell in cells if isinstance(cell, int | float)]
    return round(sum(given) / worth * 100, 1) if given and worth else None


def _passes(course: CourseOccasion, attendance: float, mark: float | None) -> bool:
    """The plan's rule: enough attendance, and in the last test the least mark where there is one."""
    least = course.pass_mark if workbook.tests(course) else None
    return attendance >= course.course.plan.passing.attendance and (least is None or (mark or 0) >= least)
