"""The questions of a book as the measures want them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from handbook.book import Book, Page, kept
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.html import plain
from handbook.problem import Place

_MEMO = "items"


@dataclass(frozen=True)
class QuizItem:
    """A question, the page and quiz that it stands in, and its index there.

    `options` are those to choose from as readers see them, each with whether it is right.
    """

    page: Page
    quiz: Quiz
    index: int
    question: AnyQuestion
    options: tuple[tuple[str, bool], ...]

    @property
    def is_test(self) -> bool:
        """Whether it stands in a test, not in a self-check."""
        return self.quiz.kind == "tes"

    @property
    def lengths(self) -> list[int]:
        """The characters of each option."""
        return [len(words) for words, _ in self.options]

    @property
    def right(self) -> list[int]:
        """The indexes of the right options."""
        return [index for index, (_, is_right) in enumerate(self.options) if is_right]

    def place(self, *steps: str | int) -> Place:
        """The place of a key of the question in its file."""
        return self.page.place_of("soal", self.index, *steps)


def items(book: Book) -> list[QuizItem]:
    """Every question of the book's self-checks and tests in their order; a book is gone through once."""
    if _MEMO not in book.memo:
        book.memo[_MEMO] = [item for page in book.all_pages for item in _items_of(book, page)]
    found: list[QuizItem] = book.memo[_MEMO]
    return found


@kept
def _items_of(_: Book, page: Page) -> list[QuizItem]:
    quiz = page.value
    if not isinstance(quiz, Quiz):
        return []
    return [
        QuizItem(page, quiz, index, question, _options(question))
        for index, question in enumerate(quiz.questions)
    ]


def _options(question: AnyQuestion) -> tuple[tuple[str, bool], ...]:
    return tuple((plain(words), is_right) for words, is_right in question.offered)


def of_kind(book: Book, kind: str) -> list[QuizItem]:
    """The questions of a kind, such as `pilihan-tunggal`."""
    return [item for item in items(book) if item.question.kind == kind]


def percent(part: float, whole: int) -> int:
    """A share in whole percent."""
    return round(100 * part / whole)


def densest(found: Sequence[QuizItem]) -> QuizItem:
    """The first of these items on the page that has most of them: mending begins there."""
    counts = Counter(item.page.path for item in found)
    return max(found, key=lambda item: counts[item.page.path])
