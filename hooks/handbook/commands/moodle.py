"""`./scripts/moodle MODULE|all`: self-checks and test banks as files for Moodle, in dist/moodle/.

Exit 0 done, 1 the book has problems, 2 a module that is not there. Nothing is half-written.
"""

import argparse

from handbook import checks
from handbook.book import Book
from handbook.commands.staging import put_in_place, staging_folder
from handbook.commands.terminal import Parser, read_options, refuse, say
from handbook.products.moodle_quizzes import MoodleQuizzes
from handbook.products.moodle_tests import MoodleTests

ALL = "all"


def main(arguments: list[str]) -> int:
    """Check the book, then write the files."""
    options = read_options("moodle", arguments, _options)
    checked = checks.open_book(options.root, whole=True)
    return _write(checked.sound, options) if checked.sound else refuse(checked, "moodle.gagal")


def _write(book: Book, options: argparse.Namespace) -> int:
    from handbook.formats.moodle import files

    module = None if options.module == ALL else _number(options.module)
    wanted = {
        MoodleQuizzes.path: files.self_checks(book, module),
        MoodleTests.path: files.test_banks(book, module),
    }
    s = book.settings.strings
    if not any(wanted.values()):
        say(s("moodle.tak_ada", kata=options.module))
        return 2
    with staging_folder(book.root) as folder:
        names = [
            f"{path}/{name}"
            for path, quizzes in wanted.items()
            for name in files.write(book, quizzes, folder / path, say)
        ]
        put_in_place(folder, book.root, names)
    say(s("moodle.selesai", jumlah=len(names) // 2))
    return 0


def _number(words: str) -> int:
    """The number of a module; 0, which no module has, for other words."""
    return int(words) if words.isdecimal() else 0


def _options(parser: Parser) -> None:
    parser.option("module", shown="modul")
