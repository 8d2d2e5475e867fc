"""Size limits of pages: a table of 100,000 cells would keep the press busy for hours."""

from handbook.book import Book, holding
from handbook.content.instrument import Instrument
from handbook.problem import Kind, Place, Problems, problem

MOST_CELLS = 5_000
"""Cells on one page; the pages of the handbook have at most a hundred in tables, a few hundred in forms."""


def check(book: Book) -> Problems:
    """Tables and parts of forms that are too big, at the line where they become so or begin."""
    for page in book.pages.values():
        body = page.text.body
        if body.count("|") > MOST_CELLS:
            place = Place(page.path, page.text.body_line + _line_of(body))
            yield problem(place, Kind.PAGE_TOO_BIG, ada=body.count("|"), batas=MOST_CELLS)
    for page, form in holding(book.pages.values(), Instrument):
        for index, part in enumerate(form.parts):
            if (cells := len(part.paths)) > MOST_CELLS:
                place = page.place_of("bagian", index)
                yield problem(place, Kind.PAGE_TOO_BIG, ada=cells, batas=MOST_CELLS)


def _line_of(body: str) -> int:
    """The line, counted from 0, at which the limit is passed."""
    cells = 0
    for number, line in enumerate(body.split("\n")):
        cells += line.count("|")
        if cells > MOST_CELLS:
            return number
    return 0
