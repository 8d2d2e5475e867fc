"""Everything that a course needs on paper and on screen, made into a folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handbook.course.sheets import (
    calendar,
    certificates,
    day,
    keys,
    lists,
    photocopies,
    record,
    results,
    room,
    schedule,
    workbook,
)
from handbook.course.sheets.occasion import CourseOccasion
from handbook.course.sheets.printing import PrintedFile, SheetFile, print_file

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
        """Sheets of paper for all copies that are ordered."""
        return sum(map(photocopies.total, (file for file in self.printed if file.of.is_ordered)))

    @property
    def problems(self) -> list[str]:
        """All that the press found wrong: nothing in a sound book."""
        return [words for file in self.printed for words in file.problems]


def files(course: CourseOccasion) -> Iterator[SheetFile]:
    """The files of sheets to be copied, in the order of their use."""
    named = bool(course.options.people.participants)
    yield SheetFile("jadwal", lambda: [*schedule.sheets(course)], course)
    yield SheetFile("daftar", lambda: [*lists.sheets(course)], course, has_names=named)
    for own in course.course.days:
        here = course.on(own)
        yield SheetFile(f"hari-{own.number}", partial(day.sheets, here), here)
    yield SheetFile("ruang", lambda: [*room.sheets(course)], course, has_names=named)
    if course.part != "open":
        yield _key(course)


def _key(course: CourseOccasion) -> SheetFile:
    return SheetFile("kunci", lambda: [*keys.sheets(course)], course, is_copied=False)


def make_closed(course: CourseOccasion, folder: Path) -> list[PrintedFile]:
    """The tests of a course and its key alone, in a folder that is made for them."""
    folder.mkdir(parents=True)
    tests = SheetFile("tes", lambda: [*day.tests(course)], course)
    return [print_file(file, folder) for file in (tests, _key(course))]


def make(occasion: CourseOccasion, filled: Path | None, folder: Path, say: Say) -> MadeCourse:
    """Make all files of a course in a folder that is made for them.

    With the workbook `filled` in after the course, there are certificates.
    """
    found = results.read(occasion, filled) if filled else []
    folder.mkdir(parents=True)

    def printed(file: SheetFile) -> PrintedFile:
        say(occasion.s("lembar_pelatihan.menyusun", berkas=file.file))
        return print_file(file, folder)

    made = [printed(file) for file in files(occasion)]
    order = SheetFile("pesanan", lambda: [*photocopies.sheets(occasion, made)], occasion, is_ordered=False)
    proofs = SheetFile(
        "sertifikat",
        lambda: [*certificates.sheets(occasion, found)],
        occasion,
        has_names=bool(found),
        is_ordered=False,
    )
    others = [*schedule.tiles(made[0], folder), calendar.FILE, workbook.FILE]
    (folder / calendar.FILE).write_text(calendar.text(occasion), encoding="utf-8", newline="")
    workbook.write(occasion, folder / workbook.FILE)
    made += [printed(order), printed(proofs)]
    names = [*(file.of.file for file in made), *others]
    record_ = SheetFile(
        "arsip", lambda: [*record.sheets(occasion, folder, names)], occasion, is_ordered=False
    )
    return MadeCourse((*made, printed(record_)), tuple(others))
