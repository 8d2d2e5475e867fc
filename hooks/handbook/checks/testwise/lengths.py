"""The options of an item are about equally long."""

from handbook.book import Book
from handbook.checks.testwise.items import items
from handbook.checks.testwise.thresholds import LENGTHS, SHORT
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Items whose longest option is more than LENGTHS times the shortest, at the longest.

    Counted are the characters that readers see, since the eye compares lines on the paper, not numbers of
    words; marks of emphasis do not count. An option below SHORT characters counts as one of SHORT: a number
    or a short name cannot be stretched, and *7* beside *21* or *Camat* beside *Bupati* tells nothing.
    """
    for item in items(book):
        lengths = [max(length, SHORT) for length in item.lengths]
        if lengths and max(lengths) > LENGTHS * min(lengths):
            place = item.place("pilihan", lengths.index(max(lengths)), "teks")
            yield problem(place, Kind.OPTIONS_UNEVEN, panjang=max(lengths), pendek=min(lengths))
