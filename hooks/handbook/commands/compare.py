"""`./scripts/compare 2026.1 2026.2`, or `kerja` for the working tree: what changed, what to copy again.

Writes a sheet for the office, dist/perubahan/LAMA-BARU.pdf. Exit 0 done, 1 the sources do not
pass, 2 could not run.
"""

import json
import sys
from collections.abc import Sequence

from handbook import checks
from handbook.archive import archive
from handbook.archive.changes.draw import page_name
from handbook.archive.fingerprints import Fate
from handbook.book import Book
from handbook.book.read import read
from handbook.classroom.slides.changes import SlideChange
from handbook.classroom.slides.changes import between as between_decks
from handbook.classroom.slides.draw import deck
from handbook.commands.terminal import Parser, read_options, say, show
from handbook.products.comparison_sheet import ComparisonSheet
from handbook.release.revision import WORKING, Revision, between, print_sheet

FOLDER = ComparisonSheet.path


def main(arguments: list[str]) -> int:
    """Compare two editions."""
    options = read_options("compare", arguments, _options)
    root = options.root
    checked = checks.open_book(root)
    book, s = checked.book, checked.reporter.strings
    if book is None:
        return show(checked.problems, checked.reporter)
    unknown = [name for name in (options.old, options.new) if name not in (WORKING, *archive.stored(root))]
    if unknown:
        known = ", ".join([*archive.stored(root), WORKING])
        say(s("perubahan.tak_dikenal", edisi=unknown[0], ada=known))
        return 2
    if WORKING in (options.old, options.new) and checked.errors:
        return show(checked.problems, checked.reporter)
    found = between(book, options.old, options.new)
    slides = _slides(book, found)
    sys.stdout.write(_json(found, slides) if options.format == "json" else _text(found, book, slides))
    if options.format == "text":
        path = f"{options.out}/{found.old}-{found.new}.pdf"
        print_sheet(found, book, book.root / path)
        say(s("perubahan.ditulis", berkas=path))
    return 0


def _slides(book: Book, found: Revision) -> list[SlideChange]:
    """The slides that differ in the modules of which a page does; pictures are those of the working tree."""
    touched = {item.page.module for item in found.pages}
    states = (book if name == WORKING else read(archive.sources(book.root, name))[0] for name in found[:2])
    decks = [
        [deck(state, number, {}, book.root) for number in sorted(touched) if state.module(number)]
        for state in states
        if state
    ]
    return between_decks(*decks) if len(decks) == 2 else []


def _text(found: Revision, book: Book, slides: Sequence[SlideChange]) -> str:
    """Sheets that are not the same, then how much changed on each page, then the slides that differ."""
    s = book.settings.strings
    states = [(id_, state) for id_, state in found.fates().items() if state is not Fate.SAME]
    lines = [
        s("perubahan.daftar_salin"),
        *(f"  {id_}: {s(f'perubahan.nasib.{state}')}" for id_, state in states),
    ]
    lines += [] if states else ["  " + s("perubahan.cetak_tetap")]
    lines += ["", s("perubahan.rincian")]
    for item in found.pages:
        counts = {
            "ditambah": sum(not change.old for change in item.changes),
            "dihapus": sum(not change.new for change in item.changes),
            "diubah": sum(bool(change.old and change.new) for change in item.changes),
        }
        lines.append(f"  docs/{item.page.path} ({page_name(item, s)}): {s('perubahan.ringkas', **counts)}")
    lines += [] if found.pages else ["  " + s("perubahan.tak_ada")]
    told = [
        "  " + s("tayangan.beda", **item._asdict(), nasib=s(f"tayangan.nasib.{item.state}"))
        for item in slides
    ]
    return "\n".join([*lines, *(["", s("tayangan.daftar_beda"), *told] if told else [])]) + "\n"


def _json(found: Revision, slides: Sequence[SlideChange]) -> str:
    """All of it as values."""
    pages = [
        {
            "path": f"docs/{item.page.path}",
            "state": "baru" if item.old is None else "hapus" if item.new is None else "ubah",
            "changes": [{"key": c.key, "old": c.old, "new": c.new, "hidden": c.hidden} for c in item.changes],
        }
        for item in found.pages
    ]
    shown = [item._asdict() for item in slides]
    facts = {"old": found.old, "new": found.new, "sheets": found.fates(), "pages": pages, "slides": shown}
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _options(parser: Parser) -> None:
    parser.option("old", shown="lama")
    parser.option("new", shown="baru", usual=WORKING, nargs="?", default=WORKING)
    parser.option("--format", usual="text", choices=("text", "json"), default="text")
    parser.option("--out", shown="folder", usual=FOLDER, default=FOLDER)
