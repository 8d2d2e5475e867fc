"""`./scripts/new module|stage|instrument|quiz|book …`: a skeleton that passes the checks as a draft.

Exit 0 made, 1 refused (nothing was written), 2 could not run.
"""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from handbook.authoring import scaffold, starter
from handbook.book import Book, Checked
from handbook.book.read import read
from handbook.commands.terminal import Parser, read_options, say, show
from handbook.problem import RefusedError
from handbook.strings import Strings, languages, load

KINDS = ("module", "stage", "instrument", "quiz", "book")


def main(arguments: list[str]) -> int:
    """Make a part of the book, or a new book."""
    options = read_options("new", arguments, _options)
    if options.what == "book":
        s = load(options.language)
        return _tell(s, lambda: [starter.make(options.folder, s, options.title or s("baru.judul"))], "buku")
    checked = Checked(*read(options.root))
    book = checked.book
    if book is None:
        return show(checked.problems, checked.reporter)
    return _tell(book.settings.strings, lambda: _make(book, options), "lanjut")


def _tell(s: Strings, make: Callable[[], Sequence[object]], then: str) -> int:
    """Make something, and say what was written and what comes then, or why nothing was."""
    try:
        made = make()
    except RefusedError as refusal:
        say(s(f"baru.{refusal.key}", **refusal.words))
        return 1
    sys.stdout.write("\n".join([*(s("baru.ditulis", nama=name) for name in made), s(f"baru.{then}")]) + "\n")
    return 0


def _make(book: Book, options: argparse.Namespace) -> list[str]:
    title = options.title or book.settings.strings("baru.judul")
    match options.what:
        case "module":
            return scaffold.module(book, options.number, title, options.jp)
        case "stage":
            return scaffold.stage(book, options.number, title, options.minutes)
        case "instrument":
            return scaffold.instrument(book, options.number, title, options.stage, options.module)
    sheet = book.module(options.number)
    return scaffold.quiz(book, options.number, options.title or (sheet.title if sheet else title))


def _number(text: str) -> str:
    """A form's number such as 2.1, or its letter."""
    if not re.fullmatch(r"\d{1,2}\.\d{1,2}|[A-Z]", text):
        raise argparse.ArgumentTypeError(f"{text}: 2.1, A")
    return text


def _options(parser: Parser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="|".join(KINDS))
    module, stage, form, quiz, book = (_kind(name, kinds, parser) for name in KINDS)
    module.option("--jp", usual=2, type=int, default=2)
    stage.option("--minutes", usual=30, type=int, default=30)
    form.option("--stage", key="tahap-formulir", usual=1, type=int, default=1)
    form.option("--module", key="modul-formulir", type=int)
    book.option("folder", shown="folder", type=Path)
    book.option("--language", usual=parser.words.language, choices=languages(), default=parser.words.language)
    for kind in (module, stage, quiz):
        kind.option("number", shown="nomor", type=int)
    form.option("number", key="nomor-formulir", shown="nomor", type=_number)
    for kind in (module, stage, form, quiz, book):
        kind.option("title", shown="judul", nargs="?", default="")


def _kind(name: str, kinds: Any, parser: Parser) -> Parser:
    help_ = parser.words(f"perintah.new.{name}")
    made = kinds.add_parser(name, help=help_, description=help_, command="new", arguments=parser.arguments)
    assert isinstance(made, Parser)
    return made
