"""`./scripts/check`: all checks of the sources, no build.

`--outputs` checks the finished products instead, `--uses ID` lists every place
that mentions a target, `--external` also asks the addresses outside the book.

Exit 0 clean, 1 problems, 2 could not run.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from handbook import checks
from handbook.book.book import Book
from handbook.book.targets import Target
from handbook.book.uses import all_uses
from handbook.checks import rendered
from handbook.commands import door
from handbook.commands.parser import Parser
from handbook.mentions.scanner import Where
from handbook.problem import Problem, Severity
from handbook.render.downloads import BOOK
from handbook.report import Reporter
from handbook.strings import DEFAULT_LANGUAGE, load


def main(arguments: list[str] | None = None) -> int:
    """Check a book and print what is wrong."""
    options = _parser(arguments).parse_args(arguments)
    if not options.root.is_dir():
        sys.stderr.write(load(DEFAULT_LANGUAGE)("laporan.bukan_folder", kata=options.root) + "\n")
        return 2
    book, problems = checks.run(options.root)
    strings = book.settings.strings if book else load(DEFAULT_LANGUAGE)
    reporter = Reporter(strings, book.settings.severities if book else None)
    if book and options.uses:
        return _show_uses(book, options.uses)
    if book and options.outputs:
        return _check_outputs(book, reporter, options.format)
    if book and options.external:
        from handbook.checks.external import dead_addresses  # asks the network: only on demand

        problems = [*problems, *dead_addresses(book)]
    return show(problems, reporter, options.format, whole=options.all)


def _show_uses(book: Book, id_: str) -> int:
    """Every place that mentions a target, a line each."""
    strings = book.settings.strings
    target = book.register.get(id_) or _mentioned(book, id_)
    if target is None:
        sys.stderr.write(strings("laporan.tak_ada_sasaran", id=id_) + "\n")
        return 2
    uses = [use for use in all_uses(book) if use.mention.id == target.id]
    lines = [f"{use.place}: {use.mention.plain}" for use in sorted(uses, key=lambda u: u.place)]
    head = strings("laporan.dipakai", label=target.label, judul=target.title, jumlah=len(lines))
    sys.stdout.write("\n".join([head, *lines]) + "\n")
    return 0


def _mentioned(book: Book, words: str) -> Target | None:
    """What some words mention, such as *IK 2.1*."""
    return next((book.register.get(mention.id) for mention in book.scanner.scan(words, Where())), None)


def _check_outputs(book: Book, reporter: Reporter, format_: str) -> int:
    """Check site/ and dist/ as they are."""
    from handbook import products  # reads PDFs: costs a moment that plain checks need not pay

    site, pdf = book.root / "site", book.root / "dist" / BOOK
    if not site.is_dir() or not pdf.is_file():
        sys.stderr.write(reporter.strings("laporan.tak_ada_hasil") + "\n")
        return 2
    return show([*rendered.judged(book), *products.check(book, site, pdf)], reporter, format_)


def show(problems: list[Problem], reporter: Reporter, format_: str, *, whole: bool = False) -> int:
    """Print problems in a format, with what follows from others when `whole`; 1 when any is an error."""
    shapes = {"json": reporter.json, "github": reporter.github}
    words = shapes[format_](problems) if format_ in shapes else reporter.text(problems, whole=whole)
    sys.stdout.write(words)
    return int(any(reporter.severity(item) is Severity.ERROR for item in problems))


def _parser(arguments: Sequence[str] | None) -> Parser:
    parser = Parser("check", arguments)
    parser.option("--format", usual="text", choices=("text", "json", "github"), default="text")
    parser.option("--outputs", action="store_true")
    parser.option("--uses", metavar="ID")
    parser.option("--external", action="store_true")
    parser.option("--all", action="store_true")
    parser.root()
    return parser


if __name__ == "__main__":
    gc.disable()  # the process ends with its answer: looking for garbage frees nothing
    door.enter(main)
