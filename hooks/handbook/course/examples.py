"""The example course ready to print for classes of three sizes, without names: part of an edition."""

from collections.abc import Callable
from pathlib import Path

from handbook.book import Book
from handbook.book.report import Reporter
from handbook.course.read import read_plan
from handbook.course.sheets.make import make
from handbook.course.sheets.occasion import CourseOccasion
from handbook.source.files import PLANS

PLAN = f"{PLANS}/contoh.yml"
"""The plan of the example; a book without it has none."""
FOLDER = "pelatihan-contoh"
"""The folder in an edition."""
SIZES = (20, 30, 40)
"""Participants."""


def make_examples(book: Book, folder: Path, printed_book: Path, say: Callable[[str], None]) -> list[str]:
    """Print a folder for each size below `folder`; the faults that stop the edition, none in a sound book.

    Run-sheets name the pages of `printed_book`.
    """
    if not (book.root / PLAN).is_file():
        return []
    faults: list[str] = []
    for people in SIZES:
        course, problems = read_plan(PLAN, book, people, blank=True)
        if course is None:
            reporter = Reporter(book.settings.strings)
            return [reporter.line(item) for item in problems]
        sized = CourseOccasion(book, course, printed_book=printed_book)
        faults += make(sized, None, folder / str(people), say).problems
    return faults
