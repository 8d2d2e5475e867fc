"""The folder of the run-sheets: a page for each, one style, one script, the fonts."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from handbook.book import Book
from handbook.classroom.runsheet.page import page
from handbook.packs.running import RunningSheet
from handbook.site import assets
from handbook.site.host import ENGINE

NAME = "runsheet"
"""The joined style and script."""
FONTS = ("source-sans-3-latin-wght-normal.woff2", "source-serif-4-latin-600-normal.woff2")


def write(book: Book, sheets: Iterable[RunningSheet], folder: Path) -> None:
    """Write the pages into a folder that is made for them, with all that they need beside them."""
    theme, s = ENGINE / "overrides", book.settings.strings
    (folder / "fonts").mkdir(parents=True)
    for name in FONTS:
        shutil.copyfile(theme / "assets/fonts" / name, folder / "fonts" / name)
    own = book.settings.book
    data = {"book": own.id, "edition": own.edition, "language": own.language, "aliases": {}}
    known = assets.known_to_scripts({**data, "words": s.tree("alur_hidup.skrip")})
    (folder / f"{NAME}.js").write_text(known + assets.scripts(theme)[NAME], encoding="utf-8")
    (folder / f"{NAME}.css").write_text(assets.styles(theme)[NAME], encoding="utf-8")
    for sheet in sheets:
        (folder / f"{sheet.name}.html").write_text(page(sheet, book), encoding="utf-8")
