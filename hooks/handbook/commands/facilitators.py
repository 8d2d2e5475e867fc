"""`./scripts/facilitators`: all that facilitators read and run, in dist/situs-fasilitator/ and as a ZIP.

Tests and keys stand in dist/soal-dan-kunci/, and nowhere in the others. Nothing of it is for participants
or part of a build. Exit 0 done, 1 the book has problems or a test stands where it must not (nothing changed).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from handbook import checks
from handbook.book import Book, Checked
from handbook.classroom import landing
from handbook.commands.staging import complete_all, put_in_place, staging_folder
from handbook.commands.terminal import read_options, refuse, say, show
from handbook.html import Audience
from handbook.problem import Problem, RefusedError
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.secrets import of_tests
from handbook.products.product import Finished, NotMadeError
from handbook.release import bundle
from handbook.site import host, portable

if TYPE_CHECKING:  # the press costs a moment
    from handbook.course.sheets.occasion import CourseOccasion
    from handbook.packs.options import PackOptions

SITE, CLOSED = "dist/situs-fasilitator", "dist/soal-dan-kunci"
"""The folder for all facilitators; the folder of tests and keys, for those who hold and mark tests."""
PLACES = (SITE, f"{SITE}.zip", CLOSED)


@dataclass(frozen=True)
class Gathering:
    """A run that fills the folders; `printed` is where the printed book and other products stand already."""

    checked: Checked
    book: Book
    folder: Path
    printed: Path

    @property
    def site(self) -> Path:
        """The folder for all facilitators."""
        return self.folder / SITE

    @property
    def closed(self) -> Path:
        """The folder of tests and keys."""
        return self.folder / CLOSED


def main(arguments: list[str]) -> int:
    """Make everything anew and put it in place as a whole."""
    options = read_options("facilitators", arguments)
    root = options.root
    complete_all(root)
    checked = checks.open_book(root, whole=True)
    if checked.sound is None:
        return refuse(checked, "situs_fasilitator.gagal")
    with staging_folder(root) as folder:
        if not is_made(Gathering(checked, checked.sound, folder, root)):
            say(checked.reporter.strings("situs_fasilitator.gagal"))
            return 1
        put_in_place(folder, root, PLACES)
    say(checked.reporter.strings("situs_fasilitator.selesai", situs=SITE, tertutup=CLOSED))
    return 0


def is_made(run: Gathering) -> bool:
    """Make everything; False, with words for it, when a part could not be made or holds a test."""
    try:
        found = gather(run)
    except RefusedError as refusal:
        say(run.book.settings.strings(f"paket.tolak.{refusal.key}", **refusal.words))
        return False
    except (NotMadeError, host.HostError) as error:
        say(str(error))
        return False
    return not (found and show(found, run.checked.reporter))


def gather(run: Gathering) -> list[Problem]:
    """Fill both folders and pack the open one; the tests found there, none in a sound engine."""
    for folder in (run.site, run.closed):
        folder.mkdir(parents=True)
    for part in PARTS:
        part(run)
    for folder, key in ((run.site, "situs_fasilitator"), (run.closed, "soal_dan_kunci")):
        landing.write(folder, run.book, key)
    bundle.pack(run.site, run.folder / f"{SITE}.zip", inside=Path(SITE).name)
    return leaks(run.book, run.folder)


def leaks(book: Book, folder: Path) -> list[Problem]:
    """Sentences of tests and keys in the open folder."""
    made = _Open(book, folder, ())
    files = sorted(file for file in (folder / SITE).rglob("*") if file.is_file())
    return [found for file in files for found in made.leaks(file)]


class _Open(Finished):
    """Products in which facilitators may read everything but tests and their keys."""

    @cached_property
    def hidden(self) -> Needles:
        """The sentences of tests."""
        return Needles(of_tests(self.book))


def _book(run: Gathering) -> None:
    """The book with notes and model answers, as it opens from a disk; what readers type is kept apart."""
    own, s = run.book.settings.book, run.book.settings.strings
    title = s("situs_fasilitator.judul", judul=own.short_title)
    mine = own.model_copy(update={"id": f"{own.id}-fasilitator", "short_title": title, "address": ""})
    settings = run.book.settings.model_copy(update={"book": mine})
    checked = replace(run.checked, book=replace(run.book, settings=settings, memo={}))
    say(s("laporan.bangun_situs"))
    handed = host.Handed(checked, run.printed, audience=Audience.FACILITATOR)
    host.build(run.book.root, run.folder / "buku", handed)
    for path, content in portable.files(run.folder / "buku"):
        file = run.site / "buku" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _run_sheets(run: Gathering) -> None:
    """The run-sheets that live: of every module, of every day of the example course."""
    from handbook.classroom.runsheet import write
    from handbook.course.sheets.running import of_day
    from handbook.packs.running import of_session
    from handbook.packs.session import Session

    options = _options(run)
    sheets = [of_session(Session(run.book, number, options)) for number in options.modules]
    if example := _example(run):
        sheets += [of_day(example.on(day)) for day in example.course.days]
    write(run.book, sheets, run.site / "alur")


def _session_packs(run: Gathering) -> None:
    """The session packs, apart from tests and keys."""
    from handbook.packs.build import make_all
    from handbook.packs.exams import banks

    options = _options(run)
    tested = tuple(number for number in options.modules if [*banks(run.book, [number])])
    closed = replace(options, part="closed", modules=tested)
    for folder, own in ((run.site, replace(options, part="open")), (run.closed, closed)):
        made = make_all(run.book, own, folder / "paket-sesi", say)
        _sound(words for pack in made for words in pack.problems)


def _course(run: Gathering) -> None:
    """The example course, apart from tests and keys."""
    from handbook.course.sheets.make import make, make_closed

    if example := _example(run):
        own = replace(example, part="open", sessions={})
        _sound(make(own, None, run.site / "pelatihan-contoh", say).problems)
        closed = make_closed(replace(example, sessions={}), run.closed / "pelatihan-contoh")
        _sound(words for file in closed for words in file.problems)


def _sound(problems: Iterable[str]) -> None:
    """Refuse what the press finds fault with: nothing in a sound book."""
    if found := [*problems]:
        raise NotMadeError("\n".join(found))


def _slides(run: Gathering) -> None:
    """A deck for each module, as a page and as a file of a presenter."""
    from handbook.classroom.slides import make
    from handbook.print.bookpages import PRINTED

    try:
        template = make.template(run.book, None)
    except RefusedError as refusal:
        words = run.book.settings.strings(f"tayangan.tolak.{refusal.key}", **refusal.words)
        raise NotMadeError(words) from refusal
    decks = make.drawn(run.book, _options(run).modules, run.printed / PRINTED)
    make.write(run.book, decks, run.site / "tayangan", template=template, say=say)


def _marks(run: Gathering) -> None:
    """The page of marks, which holds the keys of all tests."""
    from handbook.classroom import marks

    modules = _options(run).modules
    if marks.has_tests(run.book, modules):
        marks.write(run.book, modules, run.closed / "nilai")


def _moodle(run: Gathering) -> None:
    """Self-checks for Moodle, and apart from them the banks of tests."""
    from handbook.formats.moodle import files

    files.write(run.book, files.self_checks(run.book, None), run.site / "moodle", lambda _: None)
    files.write(run.book, files.test_banks(run.book, None), run.closed / "moodle", lambda _: None)


def _options(run: Gathering) -> PackOptions:
    """The usual options of packs."""
    from handbook.packs.options import ALL, parse_options
    from handbook.print.bookpages import PRINTED

    return parse_options({"module": ALL, "printed_book": run.printed / PRINTED}, run.book.settings)


def _example(run: Gathering) -> CourseOccasion | None:
    """The example course without names; a book may have none. NotMadeError when its plan is wrong."""
    from handbook.course.examples import PLAN
    from handbook.course.read import read_plan
    from handbook.course.sheets.occasion import CourseOccasion
    from handbook.print.bookpages import PRINTED

    if not (run.book.root / PLAN).is_file():
        return None
    course, problems = read_plan(PLAN, run.book, blank=True)
    if course is None:
        raise NotMadeError("\n".join(map(run.checked.reporter.line, problems)))
    return CourseOccasion(run.book, course, printed_book=run.printed / PRINTED)


PARTS: tuple[Callable[[Gathering], None], ...] = (
    _book,
    _run_sheets,
    _session_packs,
    _course,
    _slides,
    _marks,
    _moodle,
)
"""Everything that is made, in this order."""
