"""`./scripts/new module|stage|instrument|quiz …`: a skeleton that passes the checks as a draft.

Exit 0 made, 1 refused (nothing was written), 2 could not run.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from handbook import planting
from handbook.book import Book
from handbook.bookreader import read
from handbook.commands import door
from handbook.commands.check import show
from handbook.commands.parser import Parser
from handbook.report import Reporter
from handbook.strings import DEFAULT_LANGUAGE, load


def main(arguments: list[str] | None = None) -> int:
    """Make a part of the book."""
    options = _parser().parse_args(arguments)
    book, problems = read(options.root.resolve())
    if book is None:
        return show(problems, Reporter(load(DEFAULT_LANGUAGE)), "text")
    s = book.settings.strings
    try:
        made = _make(book, options)
    except planting.RefusalError as refusal:
        sys.stderr.write(s(f"baru.{refusal.key}", **refusal.words) + "\n")
        return 1
    sys.stdout.write("\n".join([*(s("baru.ditulis", nama=name) for name in made), s("baru.lanjut")]) + "\n")
    return 0


def _make(book: Book, options: argparse.Namespace) -> list[str]:
    s = book.settings.strings
    match options.what:
        case "module":
            return planting.module(book, options.number, options.title or s("baru.judul"), options.jp)
        case "stage":
            return planting.stage(book, options.number, options.title or s("baru.judul"), options.minutes)
        case "instrument":
            title = options.title or s("baru.judul")
            return planting.instrument(book, options.number, title, options.stage, options.module)
    label = s("kuis.label", nomor=options.number)
    return planting.quiz(book, options.number, options.title or label)


def _number(text: str) -> str:
    """A form's number such as 2.1, or its letter."""
    if not re.fullmatch(r"\d{1,2}\.\d{1,2}|[A-Z]", text):
        raise argparse.ArgumentTypeError(f"{text}: 2.1, A")
    return text


def _parser() -> Parser:
    parser = Parser(prog="new", description="Buat kerangka bagian baru.")
    parser.add_argument("--root", type=Path, default=Path(), help="folder yang memuat handbook.yml")
    kinds = parser.add_subparsers(dest="what", required=True, metavar="module|stage|instrument|quiz")
    module = kinds.add_parser("module", help="modul: nomor, judul, --jp")
    module.add_argument("--jp", type=int, default=2, help="jam pelajaran")
    stage = kinds.add_parser("stage", help="tahap berikutnya dari sebuah modul")
    stage.add_argument("--minutes", type=int, default=30, help="lama, diambil dari tahap terlama")
    form = kinds.add_parser("instrument", help="formulir: nomor seperti 2.3, judul, --stage")
    form.add_argument("--stage", type=int, default=1, help="tahap yang memakainya")
    form.add_argument("--module", type=int, help="modulnya, bila formulir bernama huruf")
    quiz = kinds.add_parser("quiz", help="kuis sebuah modul, satu soal untuk setiap indikator")
    for kind in (module, stage, quiz):
        kind.add_argument("number", type=int, metavar="NOMOR", help="nomor modul")
    form.add_argument("number", type=_number, metavar="NOMOR")
    for kind in (module, stage, form, quiz):
        kind.add_argument("title", nargs="?", default="", metavar="JUDUL")
    return parser


if __name__ == "__main__":
    door.enter(main)
