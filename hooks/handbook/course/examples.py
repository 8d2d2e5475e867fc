"""The example course ready to print for classes of three sizes, without names: part of an edition."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from handbook.book import Book
from handbook.course.read import read_plan
from handbook.course.sheets.make import make
from handbook.course.sheets.occasion import CourseOccasion
from handbook.packs.people import People
from handbook.report import Reporter

PLAN = "pelatihan/contoh.yml"
"""The plan of the example; a book without it has none."""
FOLDER = "pelatihan-contoh"
"""The folder in an edition."""
SIZES = (20, 30, 40)
"""Participants."""


def make_examples(book: Book, folder: Path, say: Callable[[str], None]) -> list[str]:
    """Print a folder for each size below `folder`; the faults that stop the edition, none in a sound book."""
    if not (book.root / PLAN).is_file():
        return []
    course, problems = read_plan(PLAN, book)
    if course is None:
        reporter = Reporter(book.settings.strings)
        return [reporter.line(item) for item in problems]
    faults: list[str] = []
    for people in SIZES:
        plan = course.plan.model_copy(update={"participants": people, "names": None})
        sized = CourseOccasion(book, replace(course, plan=plan, people=People()))
        faults += make(sized, None, folder / str(people), say).problems
    return faults
