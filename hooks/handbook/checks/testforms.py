"""A test with forms A and B has them in parallel: as many questions, the same indicators."""

from handbook.book import Book, Page, holding
from handbook.content.quiz import Quiz
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Questions without a form beside others that have one; forms that are not parallel."""
    for page, quiz in holding(book.all_pages, Quiz):
        if any(question.form for question in quiz.questions):
            yield from _forms(page, quiz)


def _forms(page: Page, quiz: Quiz) -> Problems:
    for index, question in enumerate(quiz.questions):
        if question.form is None:
            yield problem(page.place_of("soal", index), Kind.KEY_MISSING, kata="bentuk")
    a, b = (_measured(quiz, form) for form in ("A", "B"))
    if a != b:
        given = [", ".join(form) or "–" for form in (a, b)]
        yield problem(page.place_of("soal"), Kind.TEST_FORMS_UNEQUAL, a=given[0], b=given[1])


def _measured(quiz: Quiz, form: str) -> list[str]:
    """The indicators of a form's questions, each as often as it is measured."""
    numbers = [question.measures for question in quiz.questions if question.form == form]
    return sorted(numbers, key=lambda number: [int(step) for step in number.split(".")])
