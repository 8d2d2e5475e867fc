"""`./scripts/move ik-2-1 ik-2-3`, `tahap-5-3 after tahap-5-4`, `modul-11 modul-03`; `--delete ik-2-1`.

Every changed line is shown first; it is changed with `--yes` or when the terminal says yes. Exit 0 shown or
done, 1 refused (nothing was written), 2 could not run.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from handbook import checks
from handbook.authoring.moving.change import SourceChange, change, left_behind
from handbook.authoring.moving.published import Published
from handbook.authoring.moving.removal import uses_of, without
from handbook.authoring.moving.renaming import Renaming, address_of
from handbook.authoring.moving.wish import renaming_of, target_of
from handbook.authoring.preview import shown
from handbook.authoring.shadow import lay_out
from handbook.book import Book, Checked
from handbook.commands.staging import complete_all, put_in_place, staging_folder
from handbook.commands.terminal import Parser, confirmed, read_options, say, show
from handbook.course.read import read_plan
from handbook.problem import RefusedError
from handbook.source.files import PLANS

AFTER = ("after", "sesudah")


def main(arguments: list[str]) -> int:
    """Move, rename or delete a part of the book."""
    options = read_options("move", arguments, _options)
    complete_all(options.root)
    checked = checks.open_book(options.root)
    book, s = checked.book, checked.reporter.strings
    if book is None or checked.errors:
        show(checked.problems, checked.reporter)
        say(s("pindah.belum_bersih"))
        return 1
    try:
        made, renaming = (
            _delete(book, options.what) if options.delete else _move(book, options.what, options.to)
        )
        return _carry_out(book, made, renaming, yes=options.yes)
    except RefusedError as refusal:
        say(s(f"pindah.{refusal.key}", **refusal.words))
        return 1


def _move(book: Book, what: str, to: list[str]) -> tuple[SourceChange, Renaming]:
    """The change that a wish means: `TO`, or `after OTHER`."""
    is_after = len(to) == 2 and to[0] in AFTER
    if not is_after and len(to) != 1:
        raise RefusedError("tanpa_tujuan", nama=what)
    renaming = renaming_of(book, what, to[-1], after=is_after)
    return change(book, renaming), renaming


def _delete(book: Book, what: str) -> tuple[SourceChange, Renaming]:
    """The change without a page that nothing names any more; places that name it are shown."""
    target, s = target_of(book, what), book.settings.strings
    found = [*uses_of(book, target)]
    for place, words, how in found:
        sys.stdout.write(f"{place}: {words} ({s(f'pindah.cara.{how}')})\n")
    if found:
        raise RefusedError("masih_disebut", nama=target.label, jumlah=len(found))
    return without(book, target)


def _carry_out(book: Book, made: SourceChange, renaming: Renaming, *, yes: bool) -> int:
    """Show a change, judge it on a copy of the book, and put it in place when it is wanted."""
    s = book.settings.strings
    with staging_folder(book.root) as folder:
        lay_out(book.root, folder, made.files, made.removed)
        after = checks.open_book(folder)
        sys.stdout.write("".join(f"{line}\n" for line in shown(made.texts, made.moved)))
        if after.errors or after.book is None:
            show(after.problems, after.reporter)
            say(s("pindah.masalah_sesudah"))
            return 1
        if lost := left_behind(made, after.book):
            raise RefusedError("tertinggal", berkas=", ".join(lost))
        sys.stdout.write("".join(f"{line}\n" for line in _notes(book, after, renaming)))
        if not confirmed(s("pindah.tanya"), yes=yes):
            say(s("pindah.hanya_ditunjukkan"))
            return 0
        put_in_place(folder, book.root, [*made.files, *made.removed])
        _clear_folders(book.root, made)
    say(s("pindah.selesai", berkas=len(made.files)))
    return 0


def _notes(book: Book, after: Checked, renaming: Renaming) -> Iterator[str]:
    """Notes for the editor: published addresses that other pages have now, plans to look at."""
    s = book.settings.strings
    files = {page.address: address_of(renaming.file(page.path)) for page in book.pages.values()}
    moved = {old: new for old, new in files.items() if old != new}
    for address, old in Published(book).reused(moved):
        yield s("pindah.alamat_lain", alamat=address.rstrip("/"), nama=old.rstrip("/"))
    for file in sorted((book.root / PLANS).glob("*.yml")):
        path = f"{PLANS}/{file.name}"
        problems = read_plan(path, after.book, blank=True)[1] if after.book else []
        if problems and not read_plan(path, book, blank=True)[1]:
            yield s("pindah.rencana", berkas=path)
            yield from (f"  {after.reporter.line(item)}" for item in problems)


def _clear_folders(root: Path, made: SourceChange) -> None:
    """Take away folders in which nothing is left."""
    for path in made.removed:
        with suppress(OSError):
            (root / path).parent.rmdir()


def _options(parser: Parser) -> None:
    parser.option("what", shown="sasaran")
    parser.option("to", shown="tujuan", nargs="*")
    parser.option("--delete", action="store_true")
    parser.option("--yes", action="store_true")
