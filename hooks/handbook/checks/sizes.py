"""Size limits of pages: a table of 100,000 cells would keep the press busy for hours."""

from handbook.book import Book, Page
from handbook.book.known_pages import kept_clean
from handbook.content.instrument import Instrument
from handbook.problem import Kind, Place, Problem, Problems, problem

MOST_CELLS = 5_000
"""Cells on one page; the pages of the handbook have at most a hundred in tables, a few hundred in forms."""


def check(book: Book) -> Problems:
    """Tables and parts of forms that are too big, at the line where they become so or begin."""
    for page in book.pages.values():
        yield from _too_big(book, page)


@kept_clean
def _too_big(_: Book, page: Page) -> list[Problem]:
    parts = page.value.parts if isinstance(page.value, Instrument) else []
    counts = [(page.place_of("bagian", index), len(part.paths)) for index, part in enumerate(parts)]
    body = page.text.body
    if (bars := body.count("|")) > MOST_CELLS:
        counts.append((Place(page.path, page.text.body_line + _line_of(body)), bars))
    big = ((place, cells) for place, cells in counts if cells > MOST_CELLS)
    return [problem(place, Kind.PAGE_TOO_BIG, ada=cells, batas=MOST_CELLS) for place, cells in big]


def _line_of(body: str) -> int:
    """The line, counted from 0, at which the limit is passed."""
    cells = 0
    for number, line in enumerate(body.split("\n")):
        cells += line.count("|")
        if cells > MOST_CELLS:
            return number
    return 0
