"""`./scripts/build`: the website, the participants' PDFs and all else that the list of products has.

All of them are put in place, or none. Exit 0 done, 1 problems (site/ and dist/ stay as they were), 2 could
not run.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from handbook import checks, press
from handbook.archive.archive import SHEETS
from handbook.book import Book, Checked
from handbook.book.read import read
from handbook.commands.staging import complete_all, put_in_place, staging_folder
from handbook.commands.terminal import Parser, read_options, refuse, say, show
from handbook.course.plans import with_plans
from handbook.html import Paper
from handbook.problem import Problem
from handbook.products import PRODUCTS
from handbook.products.beside import Beside
from handbook.products.book_pdf import BookPdf
from handbook.products.large_pdf import LargePdf
from handbook.products.making import make, timed
from handbook.products.module_pdfs import ModulePdfs
from handbook.products.product import Making, parts
from handbook.products.standing import Standing
from handbook.render.downloads import size_words

BUILT = tuple(product for product in PRODUCTS if not product.only_in_editions)
PLACES = (*(product.path for product in BUILT), f"dist/{SHEETS}")
"""The products of a build; nothing else in dist/ is touched."""
FAILED = "laporan.bangun_gagal"
"""The words for a build that put nothing in place."""


def main(arguments: list[str]) -> int:
    """Make what is asked for: everything, one module's PDF, or the book in large print."""
    options = read_options("build", arguments, _options)
    complete_all(options.root)
    if options.print:
        return _large(options)
    return _only(options) if options.only else _all(options)


def _all(options: argparse.Namespace) -> int:
    """Make the products and put them in place, unless those that stand there would come out again."""
    root, seconds = options.root, dict[str, float]()
    standing = Standing(root, PLACES, options.paper)
    if known := standing.known():
        say(known)
        return 0
    with _being_drawn(options, seconds) as (checked, drawn):
        book = checked.sound
        if book is None:
            return refuse(checked, FAILED)
        paper = options.paper or book.settings.book.paper
        with staging_folder(root) as folder:
            if not build_all(Making(book, folder, BUILT, checked, paper, say, seconds, drawn=drawn)):
                return 1
            pages, size = _measured(book, folder)
            put_in_place(folder, root, PLACES)
    s, words = book.settings.strings, {"halaman": pages, "ukuran": size}
    standing.note(s("laporan.bangun_tetap", **words))
    say(s("laporan.bangun_selesai", **words))
    if not book.settings.book.address:
        say(s("laporan.tanpa_alamat"))
    if options.timing:
        say("\n".join(f"{spent:7.2f} s  {step}" for step, spent in seconds.items()))
    return 0


@contextmanager
def _being_drawn(
    options: argparse.Namespace, seconds: dict[str, float]
) -> Iterator[tuple[Checked, Callable[[], list[press.Part]]]]:
    """The book, checked while its parts are drawn, and what gives the parts.

    Nothing is printed of a book that the checks refuse.
    """
    with timed(seconds, "read"):
        book, found = _read(options.root)
    if book is None:
        yield _checked(None, found), list
        return
    with Beside(partial(parts, book, options.paper or book.settings.book.paper)) as drawing:
        with timed(seconds, "checks"):
            checked = _checked(book, found)
        yield checked, drawing.value


def _read(root: Path) -> tuple[Book | None, list[Problem]]:
    """Read the book, and what is wrong with it, while the press starts."""
    press.warm_up()
    return read(root)


def _checked(book: Book | None, found: list[Problem]) -> Checked:
    """Check a book that was read, with the plans that it shows."""
    return with_plans(Checked(book, checks.judged(book, found, whole=True) if book else found))


def build_all(run: Making) -> bool:
    """Make and check all products of a run; says what is wrong when one is not fit to be published."""
    found, is_whole = make(run)
    if is_whole and not run.checked.reporter.errors(found):
        return True
    show(found, run.checked.reporter)
    say(run.checked.reporter.strings(FAILED))
    return False


def _measured(book: Book, folder: Path) -> tuple[int, str]:
    """The number of pages of the printed book, and the size of its file."""
    import pypdfium2  # costs a moment: only for a finished book

    file = folder / BookPdf.path
    return len(pypdfium2.PdfDocument(file)), size_words(file.stat().st_size, book.settings.strings)


def _only(options: argparse.Namespace) -> int:
    """Print the book, mostly from the press's cache, and put one module's PDF in place."""
    with _being_drawn(options, {}) as (checked, drawn):
        book = checked.sound
        if book is None:
            return refuse(checked, FAILED)
        s, number = book.settings.strings, options.only
        if book.module(number) is None:
            say(s("baru.tak_ada", nama=s("modul.label", nomor=number)))
            return 2
        pages = (file for file in ModulePdfs().files(book) if file.page and file.page.module == number)
        name = next(pages).path
        _print_module(book, drawn(), name, options.paper or book.settings.book.paper)
    say(s("perubahan.ditulis", berkas=name))
    return 0


def _print_module(book: Book, drawn: list[press.Part], name: str, paper: Paper) -> None:
    from handbook.print.printing import print_book

    with staging_folder(book.root) as folder:
        cuts = [cut for cut in ModulePdfs().extracts(book, folder) if cut.out == folder / name]
        print_book(book, drawn, folder / BookPdf.path, paper=paper, cuts=cuts, whole=False, progress=say)
        put_in_place(folder, book.root, [name])


def _large(options: argparse.Namespace) -> int:
    """Print the book in large print, check it and put it in place; other products stay as they are."""
    checked, product = _checked(*_read(options.root)), LargePdf()
    book = checked.sound
    if book is None:
        return refuse(checked, FAILED)
    with staging_folder(book.root) as folder:
        if not build_all(Making(book, folder, (product,), checked, Paper.A4, say)):
            return 1
        put_in_place(folder, book.root, [product.path])
    say(book.settings.strings("perubahan.ditulis", berkas=product.path))
    return 0


def _options(parser: Parser) -> None:
    paper = parser.settings.book.paper if parser.settings else None
    parser.option("--paper", usual=paper, type=Paper, choices=list(Paper))
    parser.option("--print", choices=("besar",))
    parser.option("--only", shown="nomor", type=int)
    parser.option("--timing", action="store_true")
