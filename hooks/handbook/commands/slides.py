"""`./scripts/slides MODULE|all`: a deck of slides for each module, in dist/tayangan/.

Exit 0 done, 1 the book has problems, 2 a wish that cannot be granted. An edited deck is never replaced.
"""

import argparse
from pathlib import Path

from handbook import checks
from handbook.book import Book
from handbook.commands.staging import put_in_place, staging_folder
from handbook.commands.terminal import Parser, read_options, refuse, say
from handbook.problem import RefusedError
from handbook.strings import Strings

EITHER = ("html", "pptx")
"""The forms of a deck."""
FOLDER = "dist/tayangan"
"""The usual place of decks, below the folder of the book."""


def main(arguments: list[str]) -> int:
    """Check the book, draw the decks, put them in place."""
    options = read_options("slides", arguments, _options)
    checked = checks.open_book(options.root, whole=True)
    if not checked.sound:
        return refuse(checked, "tayangan.gagal")
    try:
        return _make(checked.sound, options)
    except RefusedError as refusal:
        say(checked.sound.settings.strings(f"tayangan.tolak.{refusal.key}", **refusal.words))
        return 2


def _make(book: Book, options: argparse.Namespace) -> int:
    from handbook.classroom.slides import make  # python-pptx costs a moment: only for a sound book

    formats = (options.format,) if options.format else make.FORMATS
    numbers = make.wanted(book, options.module)
    template = make.template(book, options.template)
    place = options.out or book.root / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    with staging_folder(place) as folder:
        made = make.write(book, make.drawn(book, numbers), folder, formats, template, say)
        return _put(made, folder, place, book.settings.strings)


def _put(made: list[str], folder: Path, place: Path, s: Strings) -> int:
    """Put the files in place, those with the name of an edited one beside it."""
    from handbook.classroom.slides import kept

    names = []
    for name in made:
        free = kept.name_for(place, name, folder / name)
        (folder / name).rename(folder / free)
        if free != name:
            say(s("tayangan.disunting", berkas=_shown(place / name), baru=free))
        names.append(free)
    kept.remember(place, folder, names)
    put_in_place(folder, place, [*names, kept.RECORD])
    for name in names:
        say(s("tayangan.selesai", berkas=_shown(place / name)))
    return 0


def _shown(path: Path) -> Path:
    """A path as seen from where the command was called."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _options(parser: Parser) -> None:
    parser.option("module", shown="modul")
    parser.option("--format", choices=EITHER)
    parser.option("--template", type=Path, shown="berkas")
    parser.option("--out", type=Path, shown="folder", usual=FOLDER)
