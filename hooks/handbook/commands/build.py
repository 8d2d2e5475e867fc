"""`./scripts/build`: the website and the participant PDF, both whole or neither.

Exit 0 done, 1 problems (site/ and dist/ stay as they were), 2 could not run.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from handbook import checks, press
from handbook.archive.archive import SHEETS, write_sheets
from handbook.book.book import Book
from handbook.commands import check, door
from handbook.commands.lifeline import end_with_parent
from handbook.commands.parser import Parser
from handbook.commands.workshop import complete_all, put_in_place, workshop
from handbook.html import Audience, Paper
from handbook.problem import Problem, Severity
from handbook.render.downloads import BOOK, size_words
from handbook.report import Reporter
from handbook.site import portable
from handbook.strings import DEFAULT_LANGUAGE, load

ENGINE = Path(__file__).parents[3]
"""Where mkdocs.yml of the engine stands, for books that have none."""
PRODUCTS = ("site", *(f"dist/{name}" for name in ("modul", "instrumen", SHEETS, BOOK, portable.NAME)))
"""What a build puts in place; nothing else in dist/ is touched."""


def main(arguments: list[str] | None = None) -> int:
    """Check, print, build the site, then put both in place."""
    options = _parser(arguments).parse_args(arguments)
    root = options.root.resolve()
    complete_all(root)
    if options.only:
        press.warm_up()
        gc.disable()  # the run is short and somebody waits for it
    book, problems = checks.run(root, whole=True)
    strings = book.settings.strings if book else load(DEFAULT_LANGUAGE)
    reporter = Reporter(strings, book.settings.severities if book else None)
    if book is None or errors_of(problems, reporter):
        check.show(problems, reporter, "text")
        _say(strings("laporan.bangun_gagal"))
        return 1
    paper = options.paper or book.settings.book.paper
    if options.only:
        return _only(book, options.only, reporter, paper)
    with workshop(root) as folder:
        pages = build_all(book, reporter, root, folder, paper)
        if pages is None:
            return 1
        size = size_words((folder / "dist" / BOOK).stat().st_size, strings)
        put_in_place(folder, root, PRODUCTS)
    _say(strings("laporan.bangun_selesai", halaman=pages, ukuran=size))
    return 0


def _only(book: Book, number: int, reporter: Reporter, paper: Paper) -> int:
    """Print the book, of which the press remembers most, and put one module's PDF in place."""
    from handbook.print.printing import print_book

    name = f"modul/modul-{number:02d}.pdf"
    if book.module(number) is None:
        label = reporter.strings("modul.label", nomor=number)
        _say(reporter.strings("baru.tak_ada", nama=label))
        return 2
    with workshop(book.root) as folder:
        print_book(book, Audience.PARTICIPANT, folder / "dist", paper=paper, only=name, progress=_say)
        put_in_place(folder, book.root, [f"dist/{name}"])
    _say(reporter.strings("perubahan.ditulis", berkas=f"dist/{name}"))
    return 0


def errors_of(problems: list[Problem], reporter: Reporter) -> list[Problem]:
    """The problems that stop a build."""
    return [item for item in problems if reporter.severity(item) is Severity.ERROR]


def build_all(book: Book, reporter: Reporter, root: Path, folder: Path, paper: Paper) -> int | None:
    """Print, build the site and check both in a folder; the number of printed pages, None on failure."""
    from handbook import products  # both cost half a second: only when the sources are clean
    from handbook.print.printing import print_book
    from handbook.release.sheets import survey

    s = reporter.strings
    _say(s("laporan.bangun_pdf"))
    dist = folder / "dist"
    printed = print_book(book, Audience.PARTICIPANT, dist, paper=paper, progress=_say)
    write_sheets(survey(book, printed.anchors, dist / BOOK), dist)
    _say(s("laporan.bangun_situs"))
    code = _build_site(root, folder, paper)
    found = list(printed.problems)
    if not code:
        archive = dist / portable.NAME
        portable.write(folder / "site", archive)
        size = size_words(archive.stat().st_size, s)
        portable.offer(folder / "site", archive, s("unduhan.situs", ukuran=size))
        _say(s("laporan.bangun_keluaran"))
        found += products.check(book, folder / "site", dist / BOOK)
    if code or errors_of(found, reporter):
        check.show(found, reporter, "text")
        _say(s("laporan.bangun_gagal"))
        return None
    return printed.pages


def _build_site(root: Path, folder: Path, paper: Paper) -> int:
    """Let the site generator build in a process of its own; warnings are errors.

    Its words are shown only when it fails: asked to be quiet, it would not count warnings.
    """
    config, told = site_settings(root)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(config), "--site-dir", str(folder / "site")]
    told |= {"HANDBOOK_DIST": str(folder / "dist"), "HANDBOOK_PAPER": str(paper)}
    environment = {**os.environ, **told}
    done = subprocess.run(
        command,
        env=environment,
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=end_with_parent,
    )
    if done.returncode:
        sys.stderr.write(done.stderr)
    return done.returncode


def site_settings(root: Path) -> tuple[Path, dict[str, str]]:
    """The settings of a book's site, its own or the engine's, and what the host must be told."""
    own = root / "mkdocs.yml"
    told = {"HANDBOOK_ROOT": str(root), "HANDBOOK_DOCS": str(root / "docs"), "NO_MKDOCS_2_WARNING": "1"}
    return (own if own.is_file() else ENGINE / "mkdocs.yml"), told


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def _parser(arguments: Sequence[str] | None) -> Parser:
    parser = Parser("build", arguments)
    paper = parser.settings.book.paper if parser.settings else None
    parser.root()
    parser.option("--paper", usual=paper, type=Paper, choices=list(Paper))
    parser.option("--only", shown="nomor", type=int)
    return parser


if __name__ == "__main__":
    door.enter(main)
