"""Takes an edition to the press and turns what the press found into problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from handbook import press
from handbook.book import Book
from handbook.html import Audience
from handbook.problem import Kind, Place, Problem, problem
from handbook.typeset import Typeset, typeset

STYLES = Path(__file__).parent / "print" / "book.css"


@dataclass(frozen=True)
class Printed:
    """A printed book: how many pages it has and what was wrong."""

    pages: int
    problems: list[Problem]


def print_book(
    book: Book, audience: Audience, out: Path, *, progress: Callable[[str], None] = lambda _: None
) -> Printed:
    """Print a book for an audience at `out`."""
    strings = book.settings.strings
    report = press.press(
        [_part(item) for item in typeset(book, audience)],
        out,
        metadata=_metadata(book),
        base=book.root,
        stylesheets=[STYLES],
        strings=press.Strings(strings("cetak.hlm"), strings("cetak.hlm_ini")),
        progress=progress,
    )
    return Printed(sum(report.pages.values()), _problems(report, out.name))


def _part(item: Typeset) -> press.Part:
    label = press.Label("r") if item.is_front else press.Label("D", item.prefix)
    return press.Part(item.name, item.title, item.html, label, late=item.is_front)


def _metadata(book: Book) -> press.Metadata:
    own = book.settings.book
    subject = book.settings.strings("buku.edisi", edisi=own.edition)
    created = datetime.combine(own.date, time(), UTC)
    return press.Metadata(
        own.title, language=own.language, subject=subject, edition=own.edition, created=created
    )


def _problems(report: press.Report, name: str) -> list[Problem]:
    place = Place(f"dist/{name}")
    dead = [
        problem(place, Kind.OUTPUT_DEAD_LINK, kata=f"{d.part}: {d.words} → {d.target}") for d in report.dead
    ]
    notes = [
        problem(place, Kind.OUTPUT_WARNING, kata=f"{n.part}: {n.kind} {n.words}") for n in report.warnings
    ]
    return [*dead, *notes]
