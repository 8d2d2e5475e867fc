"""All plans of a book, judged together with it."""

from dataclasses import replace

from handbook.book import Book, Checked
from handbook.course.read import blank_plan
from handbook.problem import Problem
from handbook.source.files import PLANS


def with_plans(checked: Checked) -> Checked:
    """The findings in a book, and in its plans once the book is sound: their hours follow from it."""
    if checked.sound is None:
        return checked
    return replace(checked, problems=[*checked.problems, *_problems(checked.sound)])


def _problems(book: Book) -> list[Problem]:
    """The faults of the plans; nobody's name is read, as lists of names stay with their owners."""
    found: list[Problem] = []
    for file in sorted((book.root / PLANS).glob("*.yml")):
        found += blank_plan(f"{PLANS}/{file.name}", book)[1]
    return found
