"""`./scripts/check`: all checks of the sources, no build.

`--outputs` checks the finished products instead, `--uses ID` lists every place
that mentions a target, `--external` also asks the addresses outside the book, `--fix` mends what has one
sure remedy: shown first, done with `--yes` or when the terminal says yes, `--watch` checks anew after each
change.

Exit 0 clean, 1 problems, 2 could not run.
"""

from __future__ import annotations

import argparse
import gc
import sys
from typing import TYPE_CHECKING

from handbook.commands.clean import Clean
from handbook.commands.staging import complete_all
from handbook.commands.terminal import Parser, read_options, say, show

if TYPE_CHECKING:
    from handbook.book import Book, Checked, Target

FORMATS = ("text", "json", "github")


def main(arguments: list[str]) -> int:
    """Check a book and print what is wrong; one that is known to be clean is not read again."""
    options = read_options("check", arguments, _options)
    complete_all(options.root)
    if options.watch:
        from handbook.commands.watching import watch  # plain checks need not pay for it

        gc.enable()
        watch(options.root)
    clean = Clean(options.root)
    is_plain = not (options.uses or options.outputs or options.fix or options.external)
    if is_plain and options.format == FORMATS[0] and clean.is_known:
        sys.stdout.write(options.words("laporan.bersih") + "\n")
        return 0
    return _check(options, clean)


def _check(options: argparse.Namespace, clean: Clean) -> int:
    """Read and check a book, and do with it what is asked for."""
    from handbook import checks  # with the models of a book: costs a moment

    checked = checks.open_book(options.root)
    book, problems = checked.book, checked.problems
    if not problems:
        clean.note()
    if book and options.uses:
        return _show_uses(book, options.uses)
    if book and options.outputs:
        return _check_outputs(book, checked, options.format)
    if book and options.fix:
        from handbook.commands.mending import mend

        return mend(checked, options.format, yes=options.yes)
    if book and options.external:
        from handbook.checks.external import dead_addresses  # asks the network: only on demand

        problems = [*problems, *dead_addresses(book)]
    return show(problems, checked.reporter, options.format, whole=options.all)


def _show_uses(book: Book, id_: str) -> int:
    """Every place that mentions a target, a line each."""
    from handbook.book import all_uses

    target = book.targets.get(id_) or _mentioned(book, id_)
    if target is None:
        say(book.settings.strings("laporan.tak_ada_sasaran", id=id_))
        return 2
    uses = [use for use in all_uses(book) if use.mention.id == target.id]
    lines = [f"{use.place}: {use.mention.plain}" for use in sorted(uses, key=lambda u: u.place)]
    head = book.settings.strings("laporan.dipakai", label=target.label, judul=target.title, jumlah=len(lines))
    sys.stdout.write("\n".join([head, *lines]) + "\n")
    return 0


def _mentioned(book: Book, words: str) -> Target | None:
    """The targets that some words mention, such as *IK 2.1*."""
    from handbook.mentions.scanner import TextOrigin

    return next((book.targets.get(mention.id) for mention in book.scanner.scan(words, TextOrigin())), None)


def _check_outputs(book: Book, checked: Checked, format_: str) -> int:
    """Check the products in site/ and dist/ as they are."""
    from handbook.checks import rendered
    from handbook.products import PRODUCTS  # reads PDFs: costs a moment that plain checks need not pay
    from handbook.products.book_pdf import BookPdf
    from handbook.products.making import check
    from handbook.products.product import Finished
    from handbook.products.website import Website

    if not (book.root / Website.path).is_dir() or not (book.root / BookPdf.path).is_file():
        say(checked.reporter.strings("laporan.tak_ada_hasil"))
        return 2
    found = check(Finished(book, book.root, PRODUCTS))
    return show([*rendered.judged(book), *found], checked.reporter, format_)


def _options(parser: Parser) -> None:
    parser.option("--format", usual=FORMATS[0], choices=FORMATS, default=FORMATS[0])
    parser.option("--outputs", action="store_true")
    parser.option("--uses", metavar="ID")
    parser.option("--external", action="store_true")
    parser.option("--all", action="store_true")
    parser.option("--fix", action="store_true")
    parser.option("--yes", action="store_true")
    parser.option("--watch", action="store_true")
