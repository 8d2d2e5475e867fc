"""Prints an edition and turns the findings of the press into problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from handbook import press
from handbook.book import Book, Page
from handbook.html import Audience, Paper
from handbook.memory.keys import engine, fingerprint
from handbook.memory.store import CACHE
from handbook.print import continuation
from handbook.print.documents import REGISTERS, large_parts
from handbook.print.parts import parts
from handbook.problem import Kind, Place, Problem, Problems, problem
from handbook.render.glyphs import missing

STYLES = Path(__file__).parent
LIBRARY = (STYLES, Path(__file__).parents[3] / "overrides" / "css")
Told = Callable[[str], None]
LARGE = 1.75
"""The zoom of large print: text of 10.3 pt becomes 18 pt. Its pages are A4, laid out as A4 / 1.75."""


def print_book(
    book: Book,
    items: Sequence[press.Part],
    out: Path,
    *,
    paper: Paper | None = None,
    cuts: Sequence[press.Extract] = (),
    whole: bool = True,
    progress: Told = lambda _: None,
) -> tuple[press.Report, list[Problem]]:
    """Print the parts of a book, and what is cut out of it; unless `whole`, the cuts alone.

    Gives what the press reports, and the problems.
    """
    job = order(book, items, out, book.settings.book.title, paper)
    return _pressed(book, replace(job, extracts=cuts, whole=whole, recto=True), progress)


def print_large(book: Book, audience: Audience, out: Path, progress: Told) -> list[Problem]:
    """Print a book in large print, on A4; gives the problems."""
    title = book.settings.strings("cetak.besar", judul=book.settings.book.title)
    job = order(book, large_parts(book, audience), out, title, Paper.A4)
    job = replace(job, stylesheets=[*job.stylesheets, STYLES / "large.css"], zoom=LARGE, recto=True)
    return _pressed(book, job, progress)[1]


def _pressed(book: Book, job: press.PrintJob, progress: Told) -> tuple[press.Report, list[Problem]]:
    """Do a job with the press's cache, tell its steps by the titles of its parts, give its problems."""
    words = book.settings.strings.tree("laporan.bangun_langkah")
    titles = {item.name: item.title for item in job.parts}

    def tell(step: press.Step, part: str) -> None:
        if step in words and "/" not in part:
            progress("  " + words[step].format(bagian=titles.get(part, part)))

    report = press.press(replace(job, cache=book.root / CACHE, progress=tell))
    place = Place(f"dist/{job.out.name}")
    problems = [problem(place, kind, kata=words) for kind, words in findings(report, titles)]
    return report, [*problems, *_odd_letters(job.parts, book, place)]


def order(
    book: Book, parts: Sequence[press.Part], out: Path, title: str, paper: Paper | None = None
) -> press.PrintJob:
    """An order to the press in the language and the styles of a book, on its paper or another."""
    s = book.settings.strings
    return press.PrintJob(
        parts,
        out,
        metadata(book, title),
        base=book.root,
        stylesheets=stylesheets(paper or book.settings.book.paper),
        strings=press.ReferenceWords(s("cetak.hlm"), more=s("cetak.muat")),
        library=LIBRARY,
    )


def stylesheets(paper: Paper) -> Sequence[Path]:
    """The stylesheet of the book, which is made for A4, and that of another paper."""
    return [STYLES / "book.css", *([] if paper is Paper.A4 else [STYLES / f"paper-{paper}.css"])]


def metadata(book: Book, title: str) -> press.Metadata:
    """The metadata of a PDF of this book."""
    own = book.settings.book
    subject = book.settings.strings("buku.edisi", edisi=own.edition)
    created = datetime.combine(own.date, time(), UTC)
    return press.Metadata(title, language=own.language, subject=subject, edition=own.edition, created=created)


def extracts(book: Book, files: Iterable[tuple[Page, Path]]) -> Iterator[press.Extract]:
    """Forms and modules as files of their own."""
    modules = {page.id: part.name for part in parts(book) for page in part.pages[:1]}
    for page, out in files:
        title, part = page.name(book.settings.strings), modules.get(page.id, page.id)
        yield press.Extract(out, part, metadata(book, title), then=continuation.NAME)


def registers(book: Book, out: Path) -> Iterator[press.Extract]:
    """The registers as a file of its own, where the book has some."""
    if book.settings.registers:
        yield press.Extract(out, REGISTERS, metadata(book, book.settings.strings("cetak.register")))


def _odd_letters(items: Sequence[press.Part], book: Book, place: Place) -> Problems:
    """Letters for which the shipped fonts have no form."""
    for item in items:
        key = fingerprint("letters", engine(), item.html)
        if letters := book.store.facts(key, partial(missing, item.html)):
            words = book.settings.strings("cetak.huruf_asing", huruf=" ".join(letters))
            yield problem(place, Kind.OUTPUT_WARNING, kata=f"{item.title}: {words}")


def findings(report: press.Report, titles: Mapping[str, str]) -> list[tuple[Kind, str]]:
    """The faults that the press found, in words; `titles` are the parts' names for readers."""
    dead = [(Kind.OUTPUT_DEAD_LINK, d.part, f"{d.words} → {d.target}") for d in report.dead]
    notes = [(Kind.OUTPUT_WARNING, n.part, f"{n.kind} {n.words}") for n in report.warnings]
    return [(kind, f"{titles.get(part, part)}: {words}") for kind, part, words in (*dead, *notes)]


def print_leaflet(book: Book, item: press.Part, out: Path) -> None:
    """Print a single sheet, outside the book."""
    press.press(replace(order(book, [item], out, item.title), workers=1))
