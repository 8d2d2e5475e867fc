"""`./scripts/pack MODULE|all`: what a facilitator prints for a module, in dist/paket-sesi/.

Exit 0 done, 1 the book has problems, 2 a wish that cannot be granted. Nothing is half-written.
"""

import argparse

from handbook import checks
from handbook.book import Book
from handbook.commands.staging import put_in_place, staging_folder
from handbook.commands.terminal import Parser, read_options, refuse, say
from handbook.problem import RefusedError
from handbook.products.session_packs import SessionPacks
from handbook.settings import Settings

SHOWN = {
    "participants": "angka",
    "start": "jam",
    "zone": "zona",
    "paper": "kertas",
    "groups": "angka",
    "spare": "angka",
    "seed": "kata",
    "names": "berkas",
}
"""Options with a value, each with what its help calls the value."""


def main(arguments: list[str]) -> int:
    """Check the book, parse the options, print, put in place."""
    options = read_options("pack", arguments, _options)
    checked = checks.open_book(options.root, whole=True)
    return _pack(checked.sound, options) if checked.sound else refuse(checked, "paket.gagal")


def _pack(book: Book, options: argparse.Namespace) -> int:
    try:
        return _make(book, options)
    except RefusedError as refusal:
        say(book.settings.strings(f"paket.tolak.{refusal.key}", **refusal.words))
        return 2


def _make(book: Book, options: argparse.Namespace) -> int:
    from handbook.packs.build import make_all  # the press costs a moment: only for a sound book
    from handbook.packs.options import parse_options
    from handbook.print.bookpages import PRINTED

    wanted = parse_options({**vars(options), "printed_book": book.root / PRINTED}, book.settings)
    s, path = book.settings.strings, SessionPacks.path
    with staging_folder(book.root) as folder:
        made = make_all(book, wanted, folder / path, say)
        if found := [words for pack in made for words in pack.problems]:
            say("\n".join([*found, s("paket.gagal")]))
            return 1
        put_in_place(folder, book.root, [f"{path}/{file.name}" for pack in made for file in pack.files])
    for pack in made:
        for words in pack.warnings:
            say(s("paket.peringatan", nomor=pack.module, kata=words))
        file = f"{path}/{pack.files[0].name}"
        say(s("paket.selesai", berkas=file, halaman=pack.pages, kertas=pack.paper))
    return 0


def _options(parser: Parser) -> None:
    parser.option("module", shown="modul")
    usual = _usual(parser.settings)
    for name, shown in SHOWN.items():
        parser.option(f"--{name}", usual=usual.get(name), shown=shown)
    parser.option("--break", usual=usual.get("break"), dest="break_", action="append", metavar="10.00/15")
    parser.option("--friday", action="store_true")
    parser.option("--no-book", action="store_true")
    parser.option("--expanded", action="store_true")


def _usual(settings: Settings | None) -> dict[str, object]:
    """The defaults of the options, by their names."""
    if settings is None:
        return {}
    own, book = settings.session, settings.book
    return {**dict(own), "paper": book.paper, "seed": book.edition, "break": ", ".join(own.breaks)}
