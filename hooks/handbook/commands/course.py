"""`./scripts/course`: a training of several days, planned in pelatihan/*.yml.

`plan FILE` checks a plan and shows its days in clock times; `propose` writes one to begin with; `print FILE`
makes all that the course needs in dist/pelatihan/<id>/.
Exit 0 done, 1 the book or the plan has problems, 2 a wish that cannot be granted. Nothing is half-written.
"""

import argparse
import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from handbook import checks
from handbook.book import Book
from handbook.book.report import Reporter
from handbook.commands.staging import put_in_place, staging_folder
from handbook.commands.terminal import Parser, read_options, refuse, say, show
from handbook.problem import RefusedError
from handbook.strings import Strings

PRINTED = "dist/pelatihan"
"""The folder of the folders of courses."""
USUAL_UNTIL = "16.30"


def main(arguments: list[str]) -> int:
    """Check the book, then do what was asked."""
    options = read_options("course", arguments, _options)
    checked = checks.open_book(options.root, whole=options.what == "print")
    if checked.sound is None:
        return refuse(checked, "pelatihan.gagal")
    todo: dict[str, Callable[[Book, argparse.Namespace], int]] = {
        "plan": _plan,
        "print": _print,
        "propose": _propose,
    }
    return _granted(lambda book: todo[options.what](book, options), checked.sound)


def _granted(do: Callable[[Book], int], book: Book) -> int:
    """Do something for a book; a wish that cannot be granted is answered, with exit code 2."""
    try:
        return do(book)
    except RefusedError as refusal:
        s, own = book.settings.strings, f"pelatihan.tolak.{refusal.key}"
        say(s(own if s.has(own) else f"paket.tolak.{refusal.key}", **refusal.words))
        return 2


def _plan(book: Book, options: argparse.Namespace) -> int:
    from handbook.course.read import read_plan
    from handbook.course.shown import lines, notes

    course, problems = read_plan(_path(options.file, options.root), book)
    if course is None:
        return show(problems, Reporter(book.settings.strings, book.settings.severities))
    sys.stdout.write("\n".join(lines(course, book)) + "\n")
    for note in notes(course, book):
        say(note)
    return 0


def _print(book: Book, options: argparse.Namespace) -> int:
    from handbook.course.read import read_plan
    from handbook.course.sheets.make import make  # the press costs a moment: only for a sound plan
    from handbook.course.sheets.occasion import CourseOccasion

    course, problems = read_plan(_path(options.file, options.root), book)
    if course is None:
        return show(problems, Reporter(book.settings.strings, book.settings.severities))
    s, path = book.settings.strings, f"{PRINTED}/{course.id}"
    with staging_folder(book.root) as folder:
        occasion = CourseOccasion(book, course, options.expanded)
        made = make(occasion, options.filled, folder / path, say, earlier=book.root / path)
        if made.problems:
            say("\n".join([*made.problems, s("lembar_pelatihan.gagal")]))
            return 1
        put_in_place(folder, book.root, [path])
    say(s("lembar_pelatihan.selesai", folder=path, berkas=len(made.names), kertas=made.paper))
    return 0


def _path(file: Path, root: Path) -> str:
    """A file as the words of problems name it: from the folder of the book where it stands in it."""
    whole = Path.cwd() / file
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.as_posix()


def _propose(book: Book, options: argparse.Namespace) -> int:
    """The sum of minutes first, then the plan: into a file that is not there yet, else to standard output."""
    from handbook.course.proposing import Wish, propose, refuse_missing
    from handbook.course.read import plan_of
    from handbook.course.sums import shown_sums, sums
    from handbook.course.written import text_of

    own, s = book.settings.session, book.settings.strings
    people = own.participants if options.participants is None else options.participants
    start = own.start if options.start is None else options.start
    wish = Wish(options.days, start, options.until, options.first, people, options.shorten)
    if options.out and options.out.exists():
        raise RefusedError("ada", berkas=options.out)
    proposal = propose(book, wish)
    for line in shown_sums(sums(proposal.blocks), book.settings.minutes_per_lesson_hour, s):
        say(line)
    refuse_missing(book, proposal)
    text = text_of(proposal, book, people)
    name = _path(options.out, options.root) if options.out else "pelatihan/usulan.yml"
    course, problems = plan_of(name, text, book)
    if course is None:
        return show(problems, Reporter(s, book.settings.severities))
    return _put(text, options.out, s)


def _put(text: str, out: Path | None, s: Strings) -> int:
    if out is None:
        sys.stdout.write(text)
        return 0
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.baru")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.rename(out)
    finally:
        draft.unlink(missing_ok=True)
    say(s("pelatihan.ditulis", berkas=out))
    return 0


def _options(parser: Parser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="plan|print|propose")
    _kind("plan", kinds, parser).option("file", shown="berkas", type=Path)
    printed = _kind("print", kinds, parser)
    printed.option("file", shown="berkas", type=Path)
    printed.option("--expanded", action="store_true")
    printed.option("--filled", shown="berkas", type=Path)
    propose = _kind("propose", kinds, parser)
    own = parser.settings.session if parser.settings else None
    propose.option("--days", shown="angka", type=int, required=True)
    propose.option("--from", shown="tanggal", dest="first", type=datetime.date.fromisoformat, required=True)
    propose.option("--start", usual=own.start if own else "", shown="jam")
    propose.option("--until", usual=USUAL_UNTIL, shown="jam", default=USUAL_UNTIL)
    propose.option("--participants", usual=own.participants if own else "", shown="angka", type=int)
    propose.option("--shorten", action="store_true")
    propose.option("--out", shown="berkas", type=Path)


def _kind(name: str, kinds: Any, parser: Parser) -> Parser:
    help_ = parser.words(f"perintah.course.{name}")
    made = kinds.add_parser(name, help=help_, description=help_, command="course", arguments=parser.arguments)
    assert isinstance(made, Parser)
    return made
