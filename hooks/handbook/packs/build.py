"""A pack printed: sheets first, then the cover that counts them, then the copies."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook import press
from handbook.book import Book
from handbook.memory.store import CACHE
from handbook.packs import advice, contents, copying, cover, key, print_parts
from handbook.packs.manifest import manifest
from handbook.packs.options import PackOptions
from handbook.packs.order import OrderRow, Sheet
from handbook.packs.presswork import NamePrints, NameStore, Presswork
from handbook.packs.session import Session
from handbook.press.assembly.arrange import arrange
from handbook.print.printing import findings, metadata

MOST_COVERS = 4

Say = Callable[[str], None]


@dataclass(frozen=True)
class PrintedPack:
    """A printed pack in a temporary folder, not yet in its final place."""

    module: int
    files: tuple[Path, ...]
    pages: int
    paper: int
    """Sheets of paper for all copies."""
    warnings: tuple[str, ...]
    problems: tuple[str, ...]
    """Problems found by the press: none in a sound book."""


def make(book: Book, options: PackOptions, number: int, folder: Path) -> PrintedPack:
    """Print the pack of a module into a folder: the sheets, the key, the manifest."""
    session = Session(book, number, options)
    session.check()
    name, has_key = f"modul-{number:02d}", options.part != "open"
    with tempfile.TemporaryDirectory(prefix=".paket-", dir=folder) as drafts:
        key_folder = folder if has_key else Path(drafts)
        printing = _Printing(session, Path(drafts), key_folder / f"{name}-kunci.pdf")
        sheets, left_out = contents.drawn(session)
        warnings = advice.found(session, left_out)
        report, rows = printing.pack(sheets, warnings)
        leaves, stamps = copying.copies(session, rows, report, printing.names)
        arrange(printing.draft, folder / f"{name}.pdf", leaves, stamps)
    places = copying.places(session, rows)
    files = (folder / f"{name}.pdf", *([folder / f"{name}-kunci.pdf"] if has_key else []))
    facts = manifest(session, rows, places, {file.name: _digest(file) for file in files}, warnings)
    listing = folder / f"{name}.json"
    listing.write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    total = sum(row.total for row in rows)
    found = tuple(words for _, words in findings(report, {}))
    return PrintedPack(number, (*files, listing), len(leaves), total, tuple(warnings), found)


def make_all(book: Book, options: PackOptions, folder: Path, say: Say) -> list[PrintedPack]:
    """The packs of all wanted modules, in a folder that is made for them."""
    folder.mkdir(parents=True)
    made = []
    for number in options.modules:
        say(book.settings.strings("paket.menyusun", nomor=number))
        made.append(make(book, options, number, folder))
    return made


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@dataclass
class _Printing:
    """Runs of the press for one pack."""

    session: Session
    folder: Path
    key: Path

    @property
    def presswork(self) -> Presswork:
        """The press, at work in this pack's folder."""
        return Presswork(self.session, self._store if self.session.options.people.all else None)

    @property
    def names(self) -> NamePrints:
        """The names that are printed over copies."""
        return NamePrints(self.session, self.folder, self._store)

    @property
    def _store(self) -> NameStore:
        """The store for names: it goes with this pack's folder."""
        return NameStore(self.folder / CACHE)

    @property
    def draft(self) -> Path:
        """The masters, cover first, before copies are made of them."""
        return self.folder / "paket.pdf"

    def pack(self, sheets: Sequence[Sheet], warnings: Sequence[str]) -> tuple[press.Report, list[OrderRow]]:
        """The masters and where they are; the cover is drawn anew until its own length is right."""
        parts = print_parts.parts(self.session, sheets)
        label = self.session.s("paket.kunci.judul")
        answers = print_parts.part(
            self.session, key.PART, print_parts.numbered(label, key.article(self.session))
        )
        body = self._press([*parts, answers], self.folder / "isi.pdf", [self._extract()])
        count = sum(body.pages.values()) - body.pages[key.PART]
        inner = print_parts.rows(sheets, body, count)
        length = 1
        for _ in range(MOST_COVERS):
            rows = [copying.cover_row(self.session, length), *copying.moved(inner, length)]
            html = cover.article(self.session, rows, copying.places(self.session, rows), warnings)
            label = self.session.s("paket.nomor", nomor=1)
            front = print_parts.part(self.session, cover.PART, print_parts.numbered(label, html))
            report = self._press([front, *parts], self.draft)
            if report.pages[cover.PART] == length:
                return report, rows
            length = report.pages[cover.PART]
        raise press.PressError("the cover never settles")

    def _extract(self) -> press.Extract:
        title = f"{self.session.s('paket.kunci.judul')}: {self.session.title}"
        return press.Extract(self.key, key.PART, metadata(self.session.book, title))

    def _press(
        self, parts: Sequence[press.Part], out: Path, extracts: Sequence[press.Extract] = ()
    ) -> press.Report:
        title = self.session.s("paket.judul", modul=self.session.title)
        return self.presswork.sheets(parts, out, title, extracts)
