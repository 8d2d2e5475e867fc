"""The right option stands at every place about equally often."""

from collections import Counter
from string import ascii_uppercase

from handbook.book import Book
from handbook.checks.testwise.items import densest, of_kind, percent
from handbook.checks.testwise.thresholds import FEWEST_IN_BOOK, PLACE, PLACES
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """A book whose right options stand too often or too seldom at one of four places.

    Counted are single-choice items with four options; books with less than FEWEST_IN_BOOK are left out. It
    is reported at an item of the commonest place.
    """
    found = [item for item in of_kind(book, "pilihan-tunggal") if len(item.options) == PLACES]
    if len(found) < FEWEST_IN_BOOK:
        return
    count = Counter(item.right[0] for item in found)
    shares = {place: percent(count[place], len(found)) for place in range(PLACES)}
    least, most = PLACE
    if all(least <= share <= most for share in shares.values()):
        return
    high, low = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    yield problem(
        densest([item for item in found if item.right == [high]]).place("pilihan"),
        Kind.PLACES_UNEVEN,
        kata=", ".join(f"{ascii_uppercase[place]} {share} %" for place, share in shares.items()),
        jumlah=len(found),
        dari=ascii_uppercase[high],
        ke=ascii_uppercase[low],
        sedikit=least,
        banyak=most,
    )
