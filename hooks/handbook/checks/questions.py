"""A question measures an indicator of its module and names a passage that exists."""

from handbook.book import Book, Page, holding
from handbook.content.quiz import Quiz
from handbook.problem import Kind, Problem, Problems, nearest, problem


def check(book: Book) -> Problems:
    """Questions without indicator or passage, and ids that come twice in one quiz."""
    for page, quiz in holding(book.all_pages, Quiz):
        yield from _quiz(book, page, quiz)


def _quiz(book: Book, page: Page, quiz: Quiz) -> Problems:
    sheet = book.module(page.module) if page.module else None
    numbers = [item.number for item in sheet.indicators] if sheet else []
    seen: set[str] = set()
    for index, question in enumerate(quiz.questions):
        if question.id in seen:
            place = page.place_of("soal", index, "id")
            yield problem(place, Kind.ID_REPEATED, kata=question.id, pertama=page.path)
        seen.add(question.id)
        if question.measures not in numbers:
            place = page.place_of("soal", index, "mengukur")
            yield problem(place, Kind.INDICATOR_UNKNOWN, tuple(numbers[:3]), kata=question.measures)
        if book.targets.get(question.passage) is None:
            yield _passage(book, page, index, question.passage)


def _passage(book: Book, page: Page, index: int, passage: str) -> Problem:
    known = [id_ for id_ in book.targets.by_id if id_.startswith(passage.partition("#")[0])]
    hints = nearest(passage, known, 0.5)
    return problem(page.place_of("soal", index, "bagian"), Kind.PASSAGE_UNKNOWN, hints, kata=passage)
