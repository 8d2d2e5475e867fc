"""A module cites competencies that the register knows."""

from handbook.book import Book, holding
from handbook.content.module import Module
from handbook.problem import Kind, Problems, nearest, problem


def check(book: Book) -> Problems:
    """Codes that stand in no register."""
    known = book.competencies
    for page, module in holding(book.pages.values(), Module):
        for index, code in enumerate(module.competencies):
            if code not in known:
                hints = nearest(code, known, 0.6, 2)
                yield problem(page.place_of("kompetensi", index), Kind.COMPETENCY_UNKNOWN, hints, kata=code)
