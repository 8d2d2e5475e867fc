"""Prints an edition and turns the findings of the press into problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from handbook import press
from handbook.book.book import Book
from handbook.book.page import Page
from handbook.html import Audience, Paper
from handbook.print import continuation
from handbook.print.documents import PartHtml, html_parts
from handbook.print.parts import parts
from handbook.problem import Kind, Place, Problem, problem
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
    out: Path,
    *,
    paper: Paper | None = None,
    cuts: Sequence[press.Extract] = (),
    whole: bool = True,
    progress: Callable[[str], None] = lambda _: None,
) -> Printed:
    """Print a book for an audience, and what is cut out of it; unless `whole`, the cuts alone."""
    paper = paper or book.settings.book.paper
    strings = book.settings.strings
    words = strings.tree("laporan.bangun_langkah")
    items = html_parts(book, audience, paper)
    titles = {item.name: item.title for item in items}

    def tell(step: press.Step, part: str) -> None:
        if step in words and "/" not in part:
            progress("  " + words[step].format(bagian=titles.get(part, part)))

    job = press.PrintJob(
        [_part(item) for item in items],
        out,
        metadata(book, book.settings.book.title),
        base=book.root,
        stylesheets=stylesheets(paper),
        strings=page_words(strings),
        library=LIBRARY,
        extracts=cuts,
        whole=whole,
        recto=True,
        cache=book.root / CACHE,
        progress=tell,
    )
    report, place = press.press(job), Place(f"dist/{out.name}")
    problems = [*_problems(report, place, titles), *_odd_letters(items, book, place)]
    return Printed(report.total, problems, report.anchors)


def page_words(strings: Strings) -> press.ReferenceWords:
    """The words of page references and fields in the book's language."""
    return press.ReferenceWords(strings("cetak.hlm"), more=strings("cetak.muat"))


def stylesheets(paper: Paper) -> Sequence[Path]:
    """The stylesheet of the book, which is made for A4, and that of another paper."""
    return [STYLES / "book.css", *([] if paper is Paper.A4 else [STYLES / f"paper-{paper}.css"])]


def metadata(book: Book, title: str) -> press.Metadata:
    """The metadata of a PDF of this book."""
    own = book.settings.book
    subject = book.settings.strings("buku.edisi", edisi=own.edition)
    created = datetime.combine(own.date, time(), UTC)
    return press.Metadata(title, language=own.language, subject=subject, edition=own.edition, created=created)


def _part(item: PartHtml) -> press.Part:
    label = press.Label("r") if item.is_front else press.Label("D", item.prefix)
    return press.Part(item.name, item.title, item.html, label, late=item.is_front)


def extracts(book: Book, files: Iterable[tuple[Page, Path]], *, whole: bool) -> Iterator[press.Extract]:
    """Pages as files of their own, cut out of the book; with `whole`, each with all of its part."""
    holders = {page.id: part for part in parts(book) for page in part.pages}
    for page, out in files:
        part = holders[page.id]
        after = part.pages[part.pages.index(page) + 1 :]
        own = ("", "") if whole else (page.id, after[0].id if after else "")
        yield press.Extract(out, part.name, metadata(book, _title(page, book)), *own, then=continuation.NAME)


def _title(page: Page, book: Book) -> str:
    return f"{page.label(book.settings.strings)}: {page.title}"


def _odd_letters(items: Sequence[PartHtml], book: Book, place: Place) -> Iterator[Problem]:
    """Letters for which the shipped fonts have no form."""
    for item in items:
        if letters := missing(item.html):
            words = book.settings.strings("cetak.huruf_asing", huruf=" ".join(letters))
            yield problem(place, Kind.OUTPUT_WARNING, kata=f"{item.title}: {words}")


def _problems(report: press.Report, place: Place, titles: Mapping[str, str]) -> list[Problem]:
    """The findings of the press as problems; `titles` are the parts' names for readers."""
    dead = [
        problem(place, Kind.OUTPUT_DEAD_LINK, kata=f"{titles.get(d.part, d.part)}: {d.words} → {d.target}")
        for d in report.dead
    ]
    notes = [
        problem(place, Kind.OUTPUT_WARNING, kata=f"{titles.get(n.part, n.part)}: {n.kind} {n.words}")
        for n in report.warnings
    ]
    return [*dead, *notes]


def print_leaflet(book: Book, item: PartHtml, out: Path) -> None:
    """Print a single sheet, outside the book."""
    strings = book.settings.strings
    job = press.PrintJob(
        [press.Part(item.name, item.title, item.html)],
        out,
        metadata(book, item.title),
        base=book.root,
        stylesheets=stylesheets(book.settings.book.paper),
        strings=page_words(strings),
        library=LIBRARY,
        workers=1,
    )
    press.press(job)
