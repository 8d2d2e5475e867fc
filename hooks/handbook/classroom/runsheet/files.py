"""The folder of the run-sheets: a page for each, one style, one script, the fonts."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from handbook.book import Book
from handbook.classroom.runsheet.page import page
from handbook.packs.running import RunningSheet
from handbook.site import assets
from handbook.site.host import ENGINE

THEME = ENGINE / "overrides"
NAME = "runsheet"
"""The joined style and script."""
FONTS = ("source-sans-3-latin-wght-normal.woff2", "source-serif-4-latin-600-normal.woff2")


def style(folder: Path, name: str) -> None:
    """Write the style sheet under a name, and its fonts, into a folder that is made where it is missing."""
    (folder / "fonts").mkdir(parents=True)
    for font in FONTS:
        shutil.copyfile(THEME / "assets/fonts" / font, folder / "fonts" / font)
    (folder / name).write_text(assets.styles(THEME)[NAME], encoding="utf-8")


def write(book: Book, sheets: Iterable[RunningSheet], folder: Path) -> None:
    """Write the pages into a folder that is made for them, with all that they need beside them."""
    style(folder, f"{NAME}.css")
    own, s = book.settings.book, book.settings.strings
    data = {"book": own.id, "edition": own.edition, "language": own.language, "aliases": {}}
    known = assets.known_to_scripts({**data, "words": s.tree("alur_hidup.skrip")})
    (folder / f"{NAME}.js").write_text(known + assets.scripts(THEME)[NAME], encoding="utf-8")
    for sheet in sheets:
        (folder / f"{sheet.name}.html").write_text(page(sheet, book), encoding="utf-8")
