"""`./scripts/release 2026.2`: publish an edition that never changes afterwards.

Refuses while a condition is not met, then builds into dist/edisi/2026.2/, keeps the sources' texts and
the sheets' fingerprints in editions/2026.2/, commits them, tags the commit and assembles dist/web/.

A release that was ended on the way is completed by running it again, or undone when the sources have
changed since.

Exit 0 done, 1 refused or failed (nothing changed), 2 could not run.
"""

import argparse
import shutil
import sys
from pathlib import Path

from handbook import checks
from handbook.archive import archive
from handbook.book import Book, Checked
from handbook.commands.build import build_all
from handbook.commands.facilitators import CLOSED, Gathering, is_made
from handbook.commands.facilitators import SITE as OPEN
from handbook.commands.recording import PUBLISHED, WEB, Left, is_tagged, left, record, undo
from handbook.commands.staging import complete_all, put_in_place, staging_folder
from handbook.commands.terminal import Parser, read_options, say, show
from handbook.course.plans import with_plans
from handbook.products import PRODUCTS
from handbook.products.book_pdf import BookPdf
from handbook.products.product import Making
from handbook.release import bundle
from handbook.release.conditions import TESTS, conditions
from handbook.release.conformance import keep
from handbook.release.webroot import SITE, assemble
from handbook.strings import Strings


def main(arguments: list[str]) -> int:
    """Check the conditions, then publish."""
    options = read_options("release", arguments, _options)
    root = options.root
    complete_all(root)
    checked = with_plans(checks.open_book(root, whole=True))
    if checked.book is None:
        return show(checked.problems, checked.reporter)
    if options.again:
        return _again(checked.book, checked, options)
    return _release(checked.book, checked, options)


def _release(book: Book, checked: Checked, options: argparse.Namespace) -> int:
    """Complete what was begun; else say whether each condition is met, and publish unless one is not."""
    s, begun = book.settings.strings, left(book, options.edition)
    if begun in (Left.TO_COMPLETE, Left.TO_UNDO):
        sys.stdout.write(s(f"rilis.{begun}", edisi=options.edition) + "\n")
        if not options.dry_run:
            return _end_begun(book, checked, options, begun)
    tests = options.tests or book.root / TESTS
    found = conditions(book, options.edition, len(checked.errors), tests, draft=options.draft)
    for key, missing in found.items():
        state = s("rilis.belum", sebab=missing) if missing else s("rilis.ada")
        sys.stdout.write(f"{s(f'rilis.{key}')}: {state}\n")
    if any(found.values()):
        sys.stdout.write(s("rilis.ditolak") + "\n")
        return 1
    if options.dry_run:
        sys.stdout.write(s("rilis.siap", edisi=options.edition) + "\n")
        return 0
    return _publish(book, checked, options)


def _end_begun(book: Book, checked: Checked, options: argparse.Namespace, begun: Left) -> int:
    """Complete a release that died on its way, or undo it and begin anew."""
    if begun is Left.TO_COMPLETE:
        return _again(book, checked, options)
    undo(book.root, options.edition, book.settings.strings("rilis.pesan_batal", edisi=options.edition))
    return _release(book, checked, options)


def _again(book: Book, checked: Checked, options: argparse.Namespace) -> int:
    """Make the products of a kept edition once more, from the very texts that are kept."""
    if not archive.is_kept(book, options.edition):
        say(book.settings.strings("rilis.lain", edisi=options.edition))
        return 1
    return _publish(book, checked, options)


def _publish(book: Book, checked: Checked, options: argparse.Namespace) -> int:
    """Build, keep, commit, tag, unless it is kept or tagged; what is there changes only when all worked."""
    from handbook.course.examples import FOLDER, make_examples  # the press costs a moment

    edition = options.edition
    is_kept, paper = archive.is_kept(book, edition), book.settings.book.paper
    with staging_folder(book.root) as folder:
        if not build_all(Making(book, folder, PRODUCTS, checked, paper, say, is_edition=True)):
            return 1
        names = [_gathered(book, folder, edition)]
        if faults := make_examples(book, folder / names[0] / FOLDER, folder / BookPdf.path, say):
            say("\n".join(faults))
            return 1
        if options.facilitators and not _for_facilitators(book, checked, folder, folder / names[0]):
            return 1
        if not is_kept:
            names.append(f"{archive.FOLDER}/{edition}")
            archive.store(book, archive.read_sheets(folder / "dist"), folder / names[-1])
            keep(book.root, folder / names[-1])
        put_in_place(folder, book.root, names)
    if not is_tagged(book.root, edition):
        record(book.root, edition, book.settings.strings("rilis.pesan", edisi=edition))
    return _finish(book, edition)


def _for_facilitators(book: Book, checked: Checked, folder: Path, published: Path) -> bool:
    """The facilitators' site as a ZIP, and the folder of tests and keys, beside the rest of an edition."""
    if not is_made(Gathering(checked, book, folder, folder)):
        return False
    (folder / f"{OPEN}.zip").rename(published / f"{Path(OPEN).name}.zip")
    (folder / CLOSED).rename(published / Path(CLOSED).name)
    return True


def _gathered(book: Book, folder: Path, edition: str) -> str:
    """All that is published, in one folder: every product, and the site as a ZIP."""
    place = f"{PUBLISHED}/{edition}"
    published = folder / place
    for product in PRODUCTS:
        made, copy = folder / product.path, published / product.path_in_edition
        if made.is_dir():
            shutil.copytree(made, copy, dirs_exist_ok=True)
        elif made.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, copy)
    name = f"{book.settings.book.id}-{edition}"
    bundle.pack(published / SITE, published / f"{name}.zip", inside=name)
    return place


def _finish(book: Book, edition: str) -> int:
    """The checksums, the folder for the web."""
    s = book.settings.strings
    bundle.write_checksums(book.root / PUBLISHED / edition)
    _assemble(book.root, s)
    sys.stdout.write(s("rilis.selesai", edisi=edition, folder=f"{PUBLISHED}/{edition}", web=WEB) + "\n")
    return 0


def _assemble(root: Path, strings: Strings) -> None:
    """The folder for the web, anew."""
    with staging_folder(root) as folder:
        (folder / WEB).mkdir(parents=True)
        assemble(root / PUBLISHED, folder / WEB, strings)
        put_in_place(folder, root, [WEB])


def _options(parser: Parser) -> None:
    parser.option("edition", shown="edisi")
    parser.option("--dry-run", action="store_true")
    parser.option("--again", action="store_true")
    parser.option("--draft", action="store_true")
    parser.option("--facilitators", action="store_true")
    parser.option("--tests", shown="berkas", usual=TESTS, type=Path)
