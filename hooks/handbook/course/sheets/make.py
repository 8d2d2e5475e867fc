"""Everything that a course needs on paper and on screen, made into a folder."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from handbook.book import Book
from handbook.course.sheets import day, keys, schedule
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.printing import PrintedFile, SheetFile, print_file
from handbook.course.timetable import Course

Say = Callable[[str], None]


def files(course: CourseOccasion) -> Iterator[SheetFile]:
    """The files of sheets in the order of their use."""
    yield SheetFile("jadwal", lambda: [*schedule.sheets(course)], course)
    for own in course.course.days:
        here = course.on(own)
        yield SheetFile(f"hari-{own.number}", partial(day.sheets, here), here)
    yield SheetFile("kunci", lambda: [*keys.sheets(course)], course)


def make(book: Book, course: Course, expanded: bool, folder: Path, say: Say) -> list[PrintedFile]:
    """Print all files of a course into a folder that is made for them."""
    folder.mkdir(parents=True)
    occasion = CourseOccasion(book, course, expanded)
    made = []
    for file in files(occasion):
        say(book.settings.strings("lembar_pelatihan.menyusun", berkas=file.file))
        made.append(print_file(file, folder))
    return made
