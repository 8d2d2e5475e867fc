"""Everything that a course needs on paper and on screen, made into a folder."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
from handbook.course.sheets.occasion import NAMES_KEPT, CourseOccasion
from handbook.course.sheets.printing import PrintedFile, SheetFile, print_file
from handbook.packs.presswork import NamePrints, NameStore

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
    tests = SheetFile("tes", lambda: [*day.tests(course)], course)
    with _names(course, folder, None) as names:
        return [print_file(file, folder, names) for file in (tests, _key(course)) if file.sheets]


@contextmanager
def _names(course: CourseOccasion, folder: Path, earlier: Path | None) -> Iterator[NamePrints]:
    """The names of a course, in a folder within `folder`, which is made for them and the files."""
    folder.mkdir(parents=True)
    store = NameStore(folder / NAMES_KEPT, earlier / NAMES_KEPT if earlier else None)
    with tempfile.TemporaryDirectory(prefix=".nama-", dir=folder) as drafts:
        yield NamePrints(course, Path(drafts), store)


def make(
    occasion: CourseOccasion, filled: Path | None, folder: Path, say: Say, earlier: Path | None = None
) -> MadeCourse:
    """Make all files of a course in a folder that is made for them.

    With the workbook `filled` in after the course, there are certificates. `earlier` is the folder as it was
    made before: sheets with names that are the same are taken over from its store.
    """
    found = results.read(occasion, filled) if filled else []
    with _names(occasion, folder, earlier) as names:

        def printed(file: SheetFile) -> PrintedFile:
            say(occasion.s("lembar_pelatihan.menyusun", berkas=file.file))
            return print_file(file, folder, names)

        made = [printed(file) for file in files(occasion) if file.sheets]
        others = [*schedule.tiles(made[0], folder), calendar.FILE, workbook.FILE]
        (folder / calendar.FILE).write_text(calendar.text(occasion), encoding="utf-8", newline="")
        workbook.write(occasion, folder / workbook.FILE)
        made += [printed(file) for file in _afterwards(occasion, made, found)]
        made.append(printed(_record(occasion, folder, [*(file.of.file for file in made), *others])))
    return MadeCourse(tuple(made), tuple(others))


def _afterwards(
    course: CourseOccasion, made: Sequence[PrintedFile], found: Sequence[results.Result]
) -> Iterator[SheetFile]:
    """The order of what was printed, and the certificates."""
    yield SheetFile("pesanan", lambda: [*photocopies.sheets(course, made)], course, is_ordered=False)
    certified = partial(certificates.sheets, course, found)
    named = bool(found)
    yield SheetFile("sertifikat", lambda: [*certified()], course, has_names=named, is_ordered=False)


def _record(course: CourseOccasion, folder: Path, names: Sequence[str]) -> SheetFile:
    return SheetFile("arsip", lambda: [*record.sheets(course, folder, names)], course, is_ordered=False)
