"""Topics have a stage that teaches them, indicators a question that measures them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book.book import Book
from handbook.book.page import Page
from handbook.content.module import Module
from handbook.content.quiz import Quiz
from handbook.content.stage import Stage
from handbook.problem import Kind, Problem, problem


def check(book: Book) -> Iterator[Problem]:
    """Topics without a stage, stages with unknown topics, indicators without a question."""
    for page in book.pages.values():
        if isinstance(page.value, Module):
            yield from _topics(book, page, page.value)
            yield from _indicators(book, page, page.value)


def _topics(book: Book, page: Page, module: Module) -> Iterator[Problem]:
    numbers = [topic.number for topic in module.topics]
    taught: set[str] = set()
    for there in book.of_module(module.number):
        for index, number in enumerate(there.value.topics if isinstance(there.value, Stage) else ()):
            taught.add(number)
            if number not in numbers:
                place = there.place_of("materi", index)
                yield problem(
                    place,
                    Kind.REFERENCE_MISSING,
                    tuple(numbers),
                    f"materi-{number}".replace(".", "-"),
                    kata=f"materi {number}",
                )
    for index, number in enumerate(numbers):
        if number not in taught:
            yield problem(page.place_of("materi", index, "nomor"), Kind.TOPIC_WITHOUT_STAGE, kata=number)


def _indicators(book: Book, page: Page, module: Module) -> Iterator[Problem]:
    quizzes = [there.value for there in book.of_module(module.number) if isinstance(there.value, Quiz)]
    measured = {question.measures for quiz in quizzes for question in quiz.questions}
    for t, topic in enumerate(module.topics):
        for i, item in enumerate(topic.indicators):
            if quizzes and item.number not in measured:
                place = page.place_of("materi", t, "indikator", i, "nomor")
                yield problem(place, Kind.INDICATOR_WITHOUT_QUESTION, kata=item.number)
