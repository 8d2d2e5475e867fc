"""A new book in a folder of its own: settings, a front page, a glossary, and a draft module of every part.

What stands in starters/<language>/ is copied, its `$words` filled; scaffold adds the module.
"""

import datetime
import re
import shlex
import shutil
import tempfile
from pathlib import Path
from string import Template

from handbook.authoring import scaffold
from handbook.book import Book
from handbook.book.read import read
from handbook.problem import RefusedError
from handbook.settings import FILE
from handbook.strings import Strings

ENGINE = Path(__file__).parents[3]
"""The checkout that this engine stands in; its scripts/ are the commands of the new book too."""
STARTERS = Path(__file__).parent / "starters"
_MINUTES = 20
"""Of the second stage; the first keeps the rest of the lesson hour."""


def make(folder: Path, strings: Strings, title: str) -> Path:
    """Make a book in a folder that is not there yet or empty, in the language of `strings`.

    Gives the folder. RefusedError when it cannot be made there; then nothing was written.
    """
    place = folder.resolve()
    _refuse(place, folder)
    with tempfile.TemporaryDirectory(prefix=".buat-", dir=place.parent) as workshop:
        made = shutil.copytree(STARTERS / strings.language, Path(workshop) / "book")
        _fill(made, place.name, " ".join(title.split()))
        _add_module(made, strings)
        made.rename(place)
    return place


def _refuse(place: Path, named: Path) -> None:
    """Say why no book can be made at a place."""
    if place.exists() and not (place.is_dir() and not any(place.iterdir())):
        raise RefusedError("folder_terisi", nama=named)
    if not place.parent.is_dir():
        raise RefusedError("folder_atas", nama=named.parent)
    above = next((parent for parent in place.parents if (parent / FILE).is_file()), None)
    if above is not None:
        raise RefusedError("dalam_buku", nama=named, buku=above)


def _fill(root: Path, name: str, title: str) -> None:
    """Fill the words in every file of a copied starter."""
    today = datetime.date.today()
    words = {
        "id": re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "book",
        "judul": scaffold.quoted(title),
        "nama": title,
        "edisi": f"{today.year}.1",
        "tanggal": today.isoformat(),
        "mesin": shlex.quote(str(ENGINE)),
    }
    for file in root.rglob("*"):
        if file.is_file():
            text = Template(file.read_text(encoding="utf-8")).substitute(words)
            file.write_text(text, encoding="utf-8")


def _add_module(root: Path, strings: Strings) -> None:
    """Module 1, with two stages, a form and a quiz."""
    title = strings("baru.judul")
    scaffold.module(_book(root), 1, title, 1)
    scaffold.stage(_book(root), 1, strings("baru.tahap", nomor=2), _MINUTES)
    scaffold.instrument(_book(root), "1.1", title, 2)
    scaffold.quiz(_book(root), 1, title)


def _book(root: Path) -> Book:
    book, problems = read(root)
    assert book is not None, problems
    return book
