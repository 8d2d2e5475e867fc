"""The plan of a course read from its file, checked, and put in clock times."""

from pathlib import Path

from handbook.book import Book
from handbook.content.course_plan import CoursePlan
from handbook.course import check_people, check_teaching, check_times
from handbook.course.names import people_in
from handbook.course.reading import PlanReading
from handbook.course.timetable import Course
from handbook.problem import Kind, Place, Problem, phrase, problem
from handbook.source.files import read_text, usual_name
from handbook.source.validation import validate
from handbook.source.yamltext import read_yaml


def read_plan(
    path: str, book: Book, size: int | None = None, *, blank: bool = False
) -> tuple[Course | None, list[Problem]]:
    """The course planned in a file, named from the folder of the book; or what is wrong there.

    With a `size` it is held for so many people; `blank`: nobody's name is read.
    """
    text, unreadable = read_text(book.root, path)
    return (None, unreadable) if text is None else plan_of(path, text, book, size, blank=blank)


def blank_plan(path: str, book: Book) -> tuple[Course | None, list[Problem]]:
    """The course planned in a file, with nobody's name: read once of a book."""
    key = f"plan {path}"
    if key not in book.memo:
        book.memo[key] = read_plan(path, book, blank=True)
    found: tuple[Course | None, list[Problem]] = book.memo[key]
    return found


def plan_of(
    path: str, text: str, book: Book, size: int | None = None, *, blank: bool = False
) -> tuple[Course | None, list[Problem]]:
    """The course planned in the text of a file, or what is wrong there; `size` and `blank` as above."""
    source = read_yaml(path, text)
    if source.root is None:
        return None, list(source.problems) or [problem(Place(path), Kind.FILE_EMPTY, kata=path)]
    plan, problems = validate(CoursePlan, source.root)
    problems = [*source.problems, *_name(path), *problems]
    if plan is None or problems:
        return None, problems
    held = plan.model_copy(update={"participants": size or plan.participants})
    return _checked(Path(path).stem, PlanReading(book, held, source.root), blank=blank)


def _checked(id_: str, reading: PlanReading, *, blank: bool) -> tuple[Course | None, list[Problem]]:
    people, problems = people_in(reading, blank=blank)
    problems += check_people.check(reading, people)
    if unknown := [*check_teaching.unknown(reading)]:
        problems += unknown
    else:
        problems += [*check_times.check(reading), *check_teaching.check(reading)]
    course = None if problems else Course(id_, reading.plan, reading.days, people)
    return course, sorted(problems, key=lambda item: item.place)


def _name(path: str) -> list[Problem]:
    """A name of the file that cannot be that of a folder on the site and in dist/."""
    file = Path(path)
    if not usual_name(file.name) and file.suffix == ".yml":
        return []
    return [problem(Place(path), Kind.VALUE_WRONG, kata=file.name, kunci="id", harap=phrase("nama_rencana"))]
