"""The number of right options of multiple-choice items varies, so that it must be thought about."""

from handbook.book import Book
from handbook.checks.testwise.items import of_kind
from handbook.checks.testwise.thresholds import FEWEST_MULTIPLE
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """A book whose multiple-choice items, FEWEST_MULTIPLE at least, all have as many right options."""
    found = of_kind(book, "pilihan-jamak")
    wanted = {len(item.right) for item in found}
    if len(found) >= FEWEST_MULTIPLE and len(wanted) == 1:
        place = found[0].place("pilihan")
        yield problem(place, Kind.RIGHT_COUNT_SAME, jumlah=len(found), benar=wanted.pop())
