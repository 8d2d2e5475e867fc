"""`./scripts/release 2026.2`: publish an edition that never changes afterwards.

Refuses while a condition is not met, then builds into dist/edisi/2026.2/, keeps the sources' texts and
the sheets' fingerprints in editions/2026.2/, commits them, tags the commit and assembles dist/web/.

A release that was ended on the way is completed by running it again, or undone when the sources have
changed since.

Exit 0 done, 1 refused or failed (nothing changed), 2 could not run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from handbook import checks
from handbook.archive import archive
from handbook.book.book import Book
from handbook.commands import compare, door
from handbook.commands.build import build_all, errors_of
from handbook.commands.check import show
from handbook.commands.parser import Parser
from handbook.commands.recording import PUBLISHED, WEB, Left, is_tagged, left, record, undo
from handbook.commands.workshop import complete_all, put_in_place, workshop
from handbook.packs import make, understand
from handbook.packs.build import FOLDER
from handbook.packs.wishes import ALL
from handbook.release import bundle
from handbook.release.conditions import TESTS, conditions
from handbook.release.webroot import SITE, assemble
from handbook.report import Reporter
from handbook.strings import DEFAULT_LANGUAGE, Strings, load


def main(arguments: list[str] | None = None) -> int:
    """Check the conditions, then publish."""
    options = _parser(arguments).parse_args(arguments)
    root = options.root.resolve()
    complete_all(root)
    book, problems = checks.run(root, whole=True)
    reporter = Reporter(
        book.settings.strings if book else load(DEFAULT_LANGUAGE), book.settings.severities if book else None
    )
    if book is None:
        return show(problems, reporter, "text")
    if options.again:
        return _again(book, reporter, options.edition)
    return _release(book, reporter, options, len(errors_of(problems, reporter)))


def _release(book: Book, reporter: Reporter, options: argparse.Namespace, errors: int) -> int:
    """Complete what was begun; else say whether each condition is met, and publish unless one is not."""
    begun = left(book, options.edition)
    if begun in (Left.TO_COMPLETE, Left.TO_UNDO):
        sys.stdout.write(reporter.strings(f"rilis.{begun}", edisi=options.edition) + "\n")
        if not options.dry_run:
            return _end_begun(book, reporter, options, errors, begun)
    tests = options.tests or book.root / TESTS
    found = conditions(book, options.edition, errors, tests, draft=options.draft)
    s = reporter.strings
    for item in found:
        state = s("rilis.belum", sebab=item.words) if item.words else s("rilis.ada")
        sys.stdout.write(f"{s(f'rilis.{item.key}')}: {state}\n")
    if not all(item.met for item in found):
        sys.stdout.write(s("rilis.ditolak") + "\n")
        return 1
    if options.dry_run:
        sys.stdout.write(s("rilis.siap", edisi=options.edition) + "\n")
        return 0
    return _publish(book, reporter, options.edition)


def _end_begun(book: Book, reporter: Reporter, options: argparse.Namespace, errors: int, begun: Left) -> int:
    """Complete a release that died on its way, or undo it and begin anew."""
    if begun is Left.TO_COMPLETE:
        return _again(book, reporter, options.edition)
    undo(book.root, options.edition, reporter.strings("rilis.pesan_batal", edisi=options.edition))
    return _release(book, reporter, options, errors)


def _again(book: Book, reporter: Reporter, edition: str) -> int:
    """Make the products of a kept edition once more, from the very texts that are kept."""
    s = reporter.strings
    if not archive.is_kept(book, edition):
        sys.stderr.write(s("rilis.lain", edisi=edition) + "\n")
        return 1
    with _built(book, reporter) as folder:
        if folder is None:
            return 1
        put_in_place(folder, book.root, [_product(book, folder, edition)])
    if not is_tagged(book.root, edition):
        record(book.root, edition, s("rilis.pesan", edisi=edition))
    return _finish(book, reporter, edition)


@contextmanager
def _built(book: Book, reporter: Reporter) -> Iterator[Path | None]:
    """A folder with the site and the printed book as they are published, None when they failed."""
    os.environ["HANDBOOK_EDITIONS"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = str(_seconds(book))
    with workshop(book.root) as folder:
        built = build_all(book, reporter, book.root, folder, book.settings.book.paper)
        yield None if built is None or not _packed(book, folder / "dist", reporter.strings) else folder


def _packed(book: Book, dist: Path, s: Strings) -> bool:
    """The session packs of all modules as the settings want them; says what is wrong with one."""
    wishes = understand({"module": ALL}, book.settings)
    place = dist / FOLDER
    place.mkdir()
    made = []
    for number in wishes.modules:
        sys.stderr.write(s("paket.menyusun", nomor=number) + "\n")
        made.append(make(book, wishes, number, place))
    found = [words for pack in made for words in pack.problems]
    sys.stderr.write("".join(f"{words}\n" for words in found))
    return not found


def _finish(book: Book, reporter: Reporter, edition: str) -> int:
    """The sheet of changes, the checksums, the folder for the web."""
    s = reporter.strings
    _print_changes(book.root, edition)
    bundle.write_checksums(book.root / PUBLISHED / edition)
    _assemble(book.root, reporter)
    sys.stdout.write(s("rilis.selesai", edisi=edition, folder=f"{PUBLISHED}/{edition}", web=WEB) + "\n")
    return 0


def _publish(book: Book, reporter: Reporter, edition: str) -> int:
    """Build, keep, commit, tag; the working tree changes only when all of it worked."""
    with _built(book, reporter) as folder:
        if folder is None:
            return 1
        kept = f"{archive.FOLDER}/{edition}"
        archive.store(book, archive.read_sheets(folder / "dist"), folder / kept)
        put_in_place(folder, book.root, [_product(book, folder, edition), kept])
    record(book.root, edition, reporter.strings("rilis.pesan", edisi=edition))
    return _finish(book, reporter, edition)


def _seconds(book: Book) -> int:
    """The date of the edition, so that nothing depends on the day of the build."""
    from handbook.print.printing import metadata

    created = metadata(book, "").created
    return int(created.timestamp()) if created else 0


def _product(book: Book, folder: Path, edition: str) -> str:
    """What is published, in one folder of the workshop: the site, the PDFs, the packs, the site as a ZIP."""
    place = f"{PUBLISHED}/{edition}"
    product = folder / place
    shutil.copytree(folder / "site", product / SITE)
    for path in (folder / "dist").iterdir():
        if path.name not in (archive.SHEETS, Path(PUBLISHED).name):
            copy = shutil.copytree if path.is_dir() else shutil.copyfile
            copy(path, product / path.name)
    name = f"{book.settings.book.id}-{edition}"
    bundle.pack(product / SITE, product / f"{name}.zip", inside=name)
    return place


def _print_changes(root: Path, edition: str) -> None:
    """The sheet of changes against the edition before."""
    old = archive.before(root, edition)
    if old is not None:
        compare.main([old, edition, "--root", str(root), "--out", f"{PUBLISHED}/{edition}"])


def _assemble(root: Path, reporter: Reporter) -> None:
    """The folder for the web, anew."""
    with workshop(root) as folder:
        (folder / WEB).mkdir(parents=True)
        assemble(root / PUBLISHED, folder / WEB, reporter.strings)
        put_in_place(folder, root, [WEB])


def _parser(arguments: Sequence[str] | None) -> Parser:
    parser = Parser("release", arguments)
    parser.option("edition", shown="edisi")
    parser.option("--dry-run", action="store_true")
    parser.option("--again", action="store_true")
    parser.option("--draft", action="store_true")
    parser.option("--tests", shown="berkas", usual=TESTS, type=Path)
    parser.root()
    return parser


if __name__ == "__main__":
    door.enter(main)
