"""A matching does not give its last pair away."""

from handbook.book import Book
from handbook.checks.testwise.items import items
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Matchings in which every answer fits once and none is left over."""
    for item in items(book):
        question = item.question
        if question.kind == "menjodohkan" and len(question.letters) == len(question.pairs):
            yield problem(item.place("pasangan"), Kind.MATCH_WITHOUT_SPARE, jumlah=len(question.pairs))
