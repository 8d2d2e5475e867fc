"""Everything that a course needs on paper and on screen, made into a folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handbook.book import Book
from handbook.course.sheets import calendar, day, keys, lists, photocopies, room, schedule, workbook
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.printing import PrintedFile, SheetFile, print_file
from handbook.course.timetable import Course

Say = Callable[[str], None]


@dataclass(frozen=True)
class MadeCourse:
    """The folder of a course that was made: its files of sheets, and the names of the other files."""

    printed: tuple[PrintedFile, ...]
    others: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The names of all files."""
        return [*(file.of.file for file in self.printed), *self.others]

    @property
    def paper(self) -> int:
        """Sheets of paper for all copies."""
        return sum(map(photocopies.total, self.printed))

    @property
    def problems(self) -> list[str]:
        """What the press found wrong: nothing in a sound book."""
        return [words for file in self.printed for words in file.problems]


def files(course: CourseOccasion) -> Iterator[SheetFile]:
    """The files of sheets to be copied, in the order of their use."""
    yield SheetFile("jadwal", lambda: [*schedule.sheets(course)], course)
    yield SheetFile("daftar", lambda: [*lists.sheets(course)], course, has_names=True)
    for own in course.course.days:
        here = course.on(own)
        yield SheetFile(f"hari-{own.number}", partial(day.sheets, here), here)
    yield SheetFile("ruang", lambda: [*room.sheets(course)], course, has_names=True)
    yield SheetFile("kunci", lambda: [*keys.sheets(course)], course)


def make(book: Book, course: Course, expanded: bool, folder: Path, say: Say) -> MadeCourse:
    """Make all files of a course in a folder that is made for them."""
    folder.mkdir(parents=True)
    occasion = CourseOccasion(book, course, expanded)

    def printed(file: SheetFile) -> PrintedFile:
        say(book.settings.strings("lembar_pelatihan.menyusun", berkas=file.file))
        return print_file(file, folder)

    made = [printed(file) for file in files(occasion)]
    order = SheetFile("pesanan", lambda: [*photocopies.sheets(occasion, made)], occasion)
    others = [*schedule.tiles(made[0], folder), calendar.FILE, workbook.FILE]
    (folder / calendar.FILE).write_text(calendar.text(occasion), encoding="utf-8", newline="")
    workbook.write(occasion, folder / workbook.FILE)
    return MadeCourse((*made, printed(order)), tuple(others))
