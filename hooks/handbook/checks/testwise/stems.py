"""A form of a test asks nothing that another form, another test or a self-check asks in the same words."""

import re

from handbook.book import Book
from handbook.checks.testwise.items import QuizItem, items
from handbook.html import plain
from handbook.problem import Kind, Problems, problem

_WORD = re.compile(r"\w+")


def check(book: Book) -> Problems:
    """Items of tests whose stems stand elsewhere already, letters and numbers alone compared.

    The answer of the one would be learnt from the other: self-checks are public. Items of one form may share
    a stem, and so may self-checks.
    """
    seen: dict[str, QuizItem] = {}
    for item in items(book):
        stem = " ".join(_WORD.findall(plain(item.question.ask).casefold()))
        first = seen.setdefault(stem, item)
        if item.is_test and _paper(first) != _paper(item):
            place, there = item.place("tanya"), first.place("tanya")
            yield problem(place, Kind.STEM_REPEATED, kata=item.question.ask, pertama=there)


def _paper(item: QuizItem) -> tuple[str, str | None]:
    """The file and the form that an item stands in: the sheet that one person gets."""
    return item.page.path, item.question.form
