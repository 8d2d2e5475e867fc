"""About half of the statements to judge are true."""

from handbook.book import Book
from handbook.checks.testwise.items import densest, items, percent
from handbook.checks.testwise.thresholds import FEWEST_STATEMENTS, TRUE
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """A book of which too many or too few statements are true; of FEWEST_STATEMENTS at least."""
    found = [(item, item.question.right) for item in items(book) if item.question.kind == "benar-salah"]
    if len(found) < FEWEST_STATEMENTS:
        return
    right = sum(is_right for _, is_right in found)
    share, (least, most) = percent(right, len(found)), TRUE
    if not least <= share <= most:
        first = densest([item for item, is_right in found if is_right == (share > most)])
        yield problem(
            first.place("benar"),
            Kind.STATEMENTS_UNEVEN,
            benar=right,
            jumlah=len(found),
            persen=share,
            sedikit=least,
            banyak=most,
        )
