"""Prints an edition and turns the findings of the press into problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from handbook import press
from handbook.book.book import Book
from handbook.book.page import Page, PageKind
from handbook.html import Audience, Paper
from handbook.print import continuation
from handbook.print.documents import Typeset, typeset
from handbook.print.parts import parts
from handbook.problem import Kind, Place, Problem, problem
from handbook.render.downloads import BOOK, files
from handbook.render.glyphs import missing
from handbook.strings import Strings

STYLES = Path(__file__).parent
LIBRARY = (STYLES, Path(__file__).parents[3] / "overrides" / "css")
CACHE = ".cache/press"


@dataclass(frozen=True)
class Printed:
    """The result of printing a book: its number of pages, and the problems."""

    pages: int
    problems: list[Problem]
    anchors: Mapping[str, press.Anchor] = field(default_factory=dict)
    """The place of each target."""


def print_book(
    book: Book,
    audience: Audience,
    folder: Path,
    *,
    paper: Paper | None = None,
    only: str = "",
    progress: Callable[[str], None] = lambda _: None,
) -> Printed:
    """Print a book for an audience into a folder: the whole, each module, each form, or `only` one file."""
    paper = paper or book.settings.book.paper
    strings = book.settings.strings
    words = strings.tree("laporan.bangun_langkah")
    items = typeset(book, audience, paper)
    titles = {item.name: item.title for item in items}

    def tell(step: press.Step, part: str) -> None:
        if step in words and "/" not in part:
            progress("  " + words[step].format(bagian=titles.get(part, part)))

    report = press.press(
        [_part(item) for item in items],
        folder / BOOK,
        metadata=metadata(book, book.settings.book.title),
        base=book.root,
        stylesheets=stylesheets(paper),
        strings=page_words(strings),
        library=LIBRARY,
        whole=not only,
        recto=True,
        extracts=[cut for cut in _extracts(book, folder) if not only or cut.out == folder / only],
        cache=book.root / CACHE,
        progress=tell,
    )
    problems = [*_problems(report, BOOK, titles), *_odd_letters(items, book)]
    return Printed(report.total, problems, report.anchors)


def page_words(strings: Strings) -> press.Strings:
    """The words of page references and fields in the book's language."""
    return press.Strings(strings("cetak.hlm"), more=strings("cetak.muat"))


def stylesheets(paper: Paper) -> Sequence[Path]:
    """The stylesheet of the book, which is made for A4, and that of another paper."""
    return [STYLES / "book.css", *([] if paper is Paper.A4 else [STYLES / f"paper-{paper}.css"])]


def metadata(book: Book, title: str) -> press.Metadata:
    """The metadata of a PDF of this book."""
    own = book.settings.book
    subject = book.settings.strings("buku.edisi", edisi=own.edition)
    created = datetime.combine(own.date, time(), UTC)
    return press.Metadata(title, language=own.language, subject=subject, edition=own.edition, created=created)


def _part(item: Typeset) -> press.Part:
    label = press.Label("r") if item.is_front else press.Label("D", item.prefix)
    return press.Part(item.name, item.title, item.html, label, late=item.is_front)


def _extracts(book: Book, folder: Path) -> Iterator[press.Extract]:
    """The modules and the forms, cut out of the book."""
    holders = {page.id: part for part in parts(book) for page in part.pages}
    for page, name in files(book):
        if page is None:
            continue
        part = holders[page.id]
        facts = metadata(book, _title(page, book))
        if page.kind is PageKind.MODULE:
            yield press.Extract(folder / name, part.name, facts, then=continuation.NAME)
            continue
        after = part.pages[part.pages.index(page) + 1 :]
        until = after[0].id if after else ""
        yield press.Extract(folder / name, part.name, facts, page.id, until, then=continuation.NAME)


def _title(page: Page, book: Book) -> str:
    return f"{page.label(book.settings.strings)}: {page.title}"


def _odd_letters(items: Sequence[Typeset], book: Book) -> Iterator[Problem]:
    """Letters for which the shipped fonts have no form."""
    for item in items:
        if letters := missing(item.html):
            words = book.settings.strings("cetak.huruf_asing", huruf=" ".join(letters))
            yield problem(Place(f"dist/{BOOK}"), Kind.OUTPUT_WARNING, kata=f"{item.title}: {words}")


def _problems(report: press.Report, name: str, titles: Mapping[str, str]) -> list[Problem]:
    """The findings of the press as problems; `titles` are the parts' names for readers."""
    place = Place(f"dist/{name}")
    dead = [
        problem(place, Kind.OUTPUT_DEAD_LINK, kata=f"{titles.get(d.part, d.part)}: {d.words} → {d.target}")
        for d in report.dead
    ]
    notes = [
        problem(place, Kind.OUTPUT_WARNING, kata=f"{titles.get(n.part, n.part)}: {n.kind} {n.words}")
        for n in report.warnings
    ]
    return [*dead, *notes]


def print_leaflet(book: Book, item: Typeset, out: Path) -> None:
    """Print a single sheet, outside the book."""
    strings = book.settings.strings
    press.press(
        [press.Part(item.name, item.title, item.html)],
        out,
        metadata=metadata(book, item.title),
        base=book.root,
        stylesheets=stylesheets(book.settings.book.paper),
        strings=page_words(strings),
        library=LIBRARY,
        workers=1,
    )
