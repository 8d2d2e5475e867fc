"""`./scripts/pack MODULE|all`: what a facilitator prints for a module, in dist/paket-sesi/.

Exit 0 done, 1 the book has problems, 2 a wish that cannot be granted. Nothing is half-written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from handbook import checks
from handbook.book.book import Book
from handbook.commands import check, door
from handbook.commands.parser import Parser
from handbook.commands.workshop import put_in_place, workshop
from handbook.problem import Severity
from handbook.report import Reporter
from handbook.settings import Settings
from handbook.strings import DEFAULT_LANGUAGE, Strings, load

SHOWN = {
    "participants": "angka",
    "start": "jam",
    "zone": "zona",
    "paper": "kertas",
    "groups": "angka",
    "seed": "kata",
    "names": "berkas",
}
"""Options with a value, each with what its help calls the value."""


def main(arguments: list[str] | None = None) -> int:
    """Check the book, understand the wishes, print, put in place."""
    options = _parser(arguments).parse_args(arguments)
    root = options.root.resolve()
    if not root.is_dir():
        _say(load(DEFAULT_LANGUAGE)("laporan.bukan_folder", kata=options.root))
        return 2
    book, problems = checks.run(root, whole=True)
    strings = book.settings.strings if book else load(DEFAULT_LANGUAGE)
    reporter = Reporter(strings, book.settings.severities if book else None)
    errors = [item for item in problems if reporter.severity(item) is Severity.ERROR]
    if book is None or errors:
        check.show(problems, reporter, "text")
        _say(strings("paket.gagal"))
        return 1
    return _pack(book, options)


def _pack(book: Book, options: argparse.Namespace) -> int:
    from handbook.packs import RefusalError, understand  # the press costs a moment: only for a sound book

    s = book.settings.strings
    try:
        wishes = understand(vars(options), book.settings)
        return _make(book, wishes)
    except RefusalError as refusal:
        _say(s(f"paket.tolak.{refusal.key}", **refusal.words))
        return 2


def _make(book: Book, wishes: object) -> int:
    from handbook.packs import Made, Wishes, make
    from handbook.packs.build import FOLDER

    assert isinstance(wishes, Wishes)
    s, made = book.settings.strings, list[Made]()
    with workshop(book.root) as folder:
        place = folder / "dist" / FOLDER
        place.mkdir(parents=True)
        for number in wishes.modules:
            _say(s("paket.menyusun", nomor=number))
            made.append(make(book, wishes, number, place))
        if found := [words for pack in made for words in pack.problems]:
            _say("\n".join([*found, s("paket.gagal")]))
            return 1
        files = (file.name for pack in made for file in pack.files)
        put_in_place(folder, book.root, [f"dist/{FOLDER}/{name}" for name in files])
    for pack in made:
        _report(pack.module, pack.pages, pack.paper, pack.warnings, s)
    return 0


def _report(module: int, pages: int, paper: int, warnings: tuple[str, ...], s: Strings) -> None:
    for words in warnings:
        _say(s("paket.peringatan", nomor=module, kata=words))
    _say(s("paket.selesai", berkas=f"dist/paket-sesi/modul-{module:02d}.pdf", halaman=pages, kertas=paper))


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def _parser(arguments: Sequence[str] | None) -> Parser:
    parser = Parser("pack", arguments)
    parser.option("module", shown="modul")
    usual = _usual(parser.settings)
    for name, shown in SHOWN.items():
        parser.option(f"--{name}", usual=usual.get(name), shown=shown)
    parser.option("--break", usual=usual.get("break"), dest="break_", action="append", metavar="10.00/15")
    parser.option("--friday", action="store_true")
    parser.option("--expanded", action="store_true")
    parser.root()
    return parser


def _usual(settings: Settings | None) -> dict[str, object]:
    """What holds where the call says nothing, by the names of the options."""
    if settings is None:
        return {}
    own = settings.session
    return {
        "participants": own.participants,
        "start": own.start,
        "zone": own.zone,
        "paper": settings.book.paper,
        "seed": settings.book.edition,
        "break": ", ".join(own.breaks),
    }


if __name__ == "__main__":
    door.enter(main)
