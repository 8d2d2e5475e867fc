"""The plans that pages show, judged together with their book: a site with a wrong one is not built."""

from dataclasses import replace

from handbook.book import Book, Checked
from handbook.course.read import blank_plan
from handbook.problem import Problem
from handbook.source.blocknames import COURSE
from handbook.source.files import PLANS


def with_plans(checked: Checked) -> Checked:
    """The findings in a book, and in the plans that it shows once it is sound: their hours follow from it."""
    if checked.sound is None:
        return checked
    return replace(checked, problems=[*checked.problems, *_problems(checked.sound)])


def shown_plans(book: Book) -> list[str]:
    """The names of the plans that pages show."""
    marks = (mark for page in book.pages.values() for mark in page.text.blocks if mark.name == COURSE)
    return sorted({mark.argument for mark in marks})


def _problems(book: Book) -> list[Problem]:
    """The faults of the plans; nobody's name is read, as lists of names stay with their owners."""
    return [item for name in shown_plans(book) for item in blank_plan(f"{PLANS}/{name}.yml", book)[1]]
