"""Forms A and B of a test ask for the same levels of thinking, else a gain tells of forms, not of people."""

from collections import Counter
from itertools import groupby

from handbook.book import Book
from handbook.checks.testwise.items import QuizItem, items
from handbook.content.questions.base import Level
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Items of tests without a level; indicators that forms A and B ask for at different levels.

    A book in which no question has a level does not use them, and is left out.
    """
    found = items(book)
    if any(item.question.level for item in found):
        for _, group in groupby([item for item in found if item.is_test], key=lambda item: item.page.path):
            yield from _test(list(group))


def _test(found: list[QuizItem]) -> Problems:
    for item in found:
        if item.question.level is None:
            yield problem(item.place(), Kind.LEVEL_MISSING, kata=item.question.id, tingkat=", ".join(Level))
    for indicator in dict.fromkeys(item.question.measures for item in found):
        yield from _indicator([item for item in found if item.question.measures == indicator])


def _indicator(found: list[QuizItem]) -> Problems:
    """At the first item of form B whose level none of form A pairs with.

    Forms of different lengths are told of elsewhere (testforms.py), and so are items without a level.
    """
    a, b = ([item for item in found if item.question.form == form] for form in ("A", "B"))
    surplus = Counter(_levels(b)) - Counter(_levels(a))
    if len(a) == len(b) and surplus and all(item.question.level for item in found):
        first = next(item for item in b if item.question.level in surplus)
        place, levels = first.place("tingkat"), [", ".join(_levels(form)) for form in (a, b)]
        yield problem(place, Kind.LEVELS_UNEQUAL, kata=first.question.measures, a=levels[0], b=levels[1])


def _levels(found: list[QuizItem]) -> list[Level]:
    """The levels of these items, the lowest first."""
    return [level for level in Level for item in found if item.question.level is level]
