"""The questions that a review asks again, looked up in the self-checks of the book."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book.book import Book
from handbook.book.page import Page, holding
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.content.review import Review


@dataclass(frozen=True)
class Recalled:
    """A question with an id that is its own in the review; the page of its quiz, and its number there."""

    question: AnyQuestion
    origin: Page
    number: int


def self_checks(book: Book) -> dict[str, tuple[Page, Quiz]]:
    """The quizzes that participants have, by id; never a test."""
    return {page.id: (page, quiz) for page, quiz in holding(book.pages.values(), Quiz)}


def recalled(book: Book, review: Review) -> Iterator[Recalled]:
    """The questions in the order of the review, without those that a check finds missing."""
    asked = {
        (page.id, question.id): Recalled(question, page, number)
        for page, quiz in self_checks(book).values()
        for number, question in enumerate(quiz.questions, 1)
    }
    for recall in review.recalls:
        if found := asked.get((recall.quiz, recall.question)):
            question = found.question.model_copy(update={"id": recall.id})
            yield Recalled(question, found.origin, found.number)
