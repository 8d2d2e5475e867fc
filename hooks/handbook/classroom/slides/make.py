"""The decks of some modules as files in a folder."""

from collections.abc import Callable, Iterable
from pathlib import Path

from handbook.book import Book
from handbook.classroom.slides import powerpoint, web
from handbook.classroom.slides.deck import Deck
from handbook.classroom.slides.draw import deck
from handbook.memory.keys import ENGINE
from handbook.print.bookpages import PRINTED, page_labels
from handbook.problem import RefusedError
from handbook.site.assets import colours, scripts

ALL = "all"
FORMATS = ("html", "pptx")


def wanted(book: Book, module: str) -> list[int]:
    """The numbers of the modules that a wish names; RefusedError when it names none that is written."""
    written = [plan.number for plan in book.settings.modules if book.module(plan.number)]
    if module == ALL:
        return written
    if not module.isdecimal() or int(module) not in written:
        raise RefusedError("modul", kata=module, boleh=", ".join(map(str, written)))
    return [int(module)]


def template(book: Book, wish: Path | None) -> Path | None:
    """The file whose look decks have: the one that is wished, else that of the settings, if there is one."""
    own = book.settings.session.template
    found = wish or (book.root / own if own else None)
    if found and not found.is_file():
        raise RefusedError("templat_tak_ada", berkas=found)
    return found


def drawn(book: Book, numbers: Iterable[int], printed: Path | None = None) -> list[Deck]:
    """The decks of some modules; with the pages of the printed book, where it is."""
    labels = page_labels(printed or book.root / PRINTED)
    return [deck(book, number, labels) for number in numbers]


def write(
    book: Book,
    decks: Iterable[Deck],
    folder: Path,
    formats: Iterable[str] = FORMATS,
    template: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """Write decks into a folder, which is made for them; the names of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    theme, s, names = ENGINE / "overrides", book.settings.strings, []
    accents, script = colours(theme, "accent"), scripts(theme)["slides"]
    for own in decks:
        say(s("tayangan.menyusun", nomor=own.module))
        accent = accents[own.module % len(accents)]
        for kind in formats:
            name = f"modul-{own.module:02d}.{kind}"
            if kind == "html":
                (folder / name).write_text(web.page(own, accent, script, s), encoding="utf-8")
            else:
                powerpoint.write(own, folder / name, accent, book.settings.book, s, template)
            names.append(name)
    return names
