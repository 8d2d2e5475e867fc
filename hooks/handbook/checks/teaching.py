"""Topics have a stage that teaches them, indicators a question that measures them."""

from handbook.book import Book, Page, holding
from handbook.content.module import Module
from handbook.content.quiz import Quiz
from handbook.content.stage import Stage
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Topics without a stage, stages with unknown topics, indicators without a question."""
    for page, module in holding(book.pages.values(), Module):
        yield from _topics(book, page, module)
        yield from _indicators(book, page, module)


def _topics(book: Book, page: Page, module: Module) -> Problems:
    numbers = [topic.number for topic in module.topics]
    taught: set[str] = set()
    for there, stage in holding(book.of_module(module.number), Stage):
        for index, number in enumerate(stage.topics):
            taught.add(number)
            if number not in numbers:
                place, id_ = there.place_of("materi", index), f"materi-{number}".replace(".", "-")
                words = f"materi {number}"
                yield problem(place, Kind.REFERENCE_MISSING, tuple(numbers), id_, kata=words)
    for index, number in enumerate(numbers):
        if number not in taught:
            yield problem(page.place_of("materi", index, "nomor"), Kind.TOPIC_WITHOUT_STAGE, kata=number)


def _indicators(book: Book, page: Page, module: Module) -> Problems:
    quizzes = [quiz for _, quiz in holding(book.of_module(module.number), Quiz)]
    measured = {question.measures for quiz in quizzes for question in quiz.questions}
    for t, topic in enumerate(module.topics):
        for i, item in enumerate(topic.indicators):
            if quizzes and item.number not in measured:
                place = page.place_of("materi", t, "indikator", i, "nomor")
                yield problem(place, Kind.INDICATOR_WITHOUT_QUESTION, kata=item.number)
