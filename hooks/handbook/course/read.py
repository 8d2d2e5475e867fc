"""The plan of a course read from its file, checked, and put in clock times."""

from pathlib import Path

from handbook.book import Book
from handbook.content.course_plan import CoursePlan
from handbook.course.timetable import Course, Day, DayClock, Units
from handbook.packs.timetable import units
from handbook.problem import Kind, Place, Problem, problem
from handbook.source.files import read_text
from handbook.source.validation import validate
from handbook.source.yamltext import read_yaml


def read_plan(path: str, book: Book) -> tuple[Course | None, list[Problem]]:
    """The course planned in the file at a path relative to the folder of the book, or what is wrong there."""
    text, unreadable = read_text(book.root, path)
    if text is None:
        return None, unreadable
    source = read_yaml(path, text)
    if source.root is None:
        return None, list(source.problems) or [problem(Place(path), Kind.FILE_EMPTY, kata=path)]
    plan, problems = validate(CoursePlan, source.root)
    problems = [*source.problems, *problems]
    if plan is None or problems:
        return None, problems
    return Course(Path(path).stem, plan, days_of(plan, book)), problems


def days_of(plan: CoursePlan, book: Book) -> tuple[Day, ...]:
    """The days of a plan in clock times."""
    strings, taught = book.settings.strings, units_of_book(book)
    clocks = [DayClock(plan, taught, strings).events(day) for day in plan.days]
    pairs = enumerate(zip(plan.days, clocks, strict=True), 1)
    return tuple(Day(number, day.date, events) for number, (day, events) in pairs)


def units_of_book(book: Book) -> Units:
    """All units of teaching, by written module."""
    numbers = [plan.number for plan in book.settings.modules if not plan.planned]
    return {number: units(book.stages(number), number) for number in numbers}
