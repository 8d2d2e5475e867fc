"""No page asks for more work than one may: a table of 100,000 cells keeps the press busy for hours."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book import Book
from handbook.problem import Kind, Place, Problem, problem

MOST_CELLS = 5_000
"""Marks between cells on one page; the pages of the handbook have at most a hundred."""


def check(book: Book) -> Iterator[Problem]:
    """Pages whose tables are too big, at the line where they become so."""
    for page in book.pages.values():
        body = page.text.body if page.text else ""
        if page.text and body.count("|") > MOST_CELLS:
            line = _line_of(body)
            place = Place(page.path, page.text.body_line + line)
            yield problem(place, Kind.PAGE_TOO_BIG, ada=body.count("|"), batas=MOST_CELLS)


def _line_of(body: str) -> int:
    """The line, counted from 0, with which the limit is passed."""
    cells = 0
    for number, line in enumerate(body.split("\n")):
        cells += line.count("|")
        if cells > MOST_CELLS:
            return number
    return 0
