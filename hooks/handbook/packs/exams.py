"""A test as it is held: one form, over the banks of one or several modules at one time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handbook.book import Book, Page
from handbook.content.questions.base import shuffled
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.quiz import Quiz
from handbook.source.authored import number_in

FORMS = {"A": "sebelum", "B": "sesudah"}
"""The form before the session and the one after it."""


class ExamSection(NamedTuple):
    """The questions of one bank, each with its number as it is printed: `4`, or `3.4` beside other banks."""

    page: Page
    quiz: Quiz
    items: list[tuple[str, AnyQuestion]]

    @property
    def total(self) -> int:
        """The points of its questions."""
        return total(item for _, item in self.items)


@dataclass(frozen=True)
class Exam:
    """A test of one form in so many minutes."""

    form: str
    minutes: int
    sections: tuple[ExamSection, ...]

    @property
    def id(self) -> str:
        """`tes-3-a`, or `tes-a` over several banks."""
        name = self.sections[0].page.id if self.is_single else "tes"
        return f"{name}-{self.form.lower()}"

    @property
    def is_single(self) -> bool:
        """Whether it asks the questions of one bank."""
        return len(self.sections) == 1

    @property
    def total(self) -> int:
        """The points of all its questions."""
        return sum(section.total for section in self.sections)


def exam(book: Book, form: str, modules: Sequence[int], minutes: int) -> Exam:
    """The test of a form over some modules; one without questions has no sections."""
    found = [(page, quiz, questions(quiz, form)) for page, quiz in banks(book, modules)]
    asked = [(page, quiz, items) for page, quiz, items in found if items]
    lead = {page.id: f"{number_in(page.id)}." if len(asked) > 1 else "" for page, _, _ in asked}
    sections = (
        ExamSection(page, quiz, [(f"{lead[page.id]}{n}", item) for n, item in enumerate(items, 1)])
        for page, quiz, items in asked
    )
    return Exam(form, minutes, tuple(sections))


def banks(book: Book, modules: Sequence[int]) -> Iterator[tuple[Page, Quiz]]:
    """The questions for tests of these modules."""
    for page in book.tests.values():
        if page.module in modules and isinstance(page.value, Quiz):
            yield page, page.value


def questions(quiz: Quiz, form: str) -> list[AnyQuestion]:
    """The questions of a form as they are printed; without parallel forms B is A in another order."""
    if any(item.form for item in quiz.questions):
        return [item for item in quiz.questions if item.form in (form, None)]
    if form == "A":
        return list(quiz.questions)
    return [item.reordered() for item in shuffled(quiz.questions, quiz.title)]


def total(found: Iterable[AnyQuestion]) -> int:
    """The points of these questions."""
    return sum(item.worth for item in found)
