"""A test measures each indicator of its module more than once: one item says little of a person."""

from collections import Counter

from handbook.book import Book, Page
from handbook.checks.testwise.thresholds import PER_INDICATOR
from handbook.content.quiz import Quiz
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Indicators with less than PER_INDICATOR items over both forms of their module's test.

    A test without forms, of which the second paper is the first in another order, is left out.
    """
    for page in book.tests.values():
        if isinstance(page.value, Quiz) and any(question.form for question in page.value.questions):
            yield from _uncovered(book, page, page.value)


def _uncovered(book: Book, page: Page, quiz: Quiz) -> Problems:
    module = book.module(page.module) if page.module else None
    count = Counter(question.measures for question in quiz.questions)
    for indicator in module.indicators if module else ():
        if count[indicator.number] < PER_INDICATOR:
            number, found = indicator.number, count[indicator.number]
            place = page.place_of("soal")
            yield problem(place, Kind.INDICATOR_SELDOM, kata=number, jumlah=found, sedikit=PER_INDICATOR)
