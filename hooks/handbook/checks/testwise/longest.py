"""Whoever always ticks the longest option must not do better than chance."""

from itertools import groupby

from handbook.book import Book
from handbook.checks.testwise.items import QuizItem, densest, of_kind, percent
from handbook.checks.testwise.thresholds import (
    FEWEST_IN_BOOK,
    FEWEST_IN_FILE,
    LONGEST_IN_BOOK,
    LONGEST_IN_FILE,
)
from handbook.problem import Kind, Phrase, Problems, phrase, problem


def check(book: Book) -> Problems:
    """Files in which the longest option of a single-choice item is right too often; then the book.

    Self-checks and tests are two wholes. Files with less than FEWEST_IN_FILE such items, and wholes with less
    than FEWEST_IN_BOOK, are left out.
    """
    for is_test, whole in ((False, "dalam_latihan"), (True, "dalam_tes")):
        found = [item for item in of_kind(book, "pilihan-tunggal") if item.is_test is is_test]
        for _, group in groupby(found, key=lambda item: item.page.path):
            if len(here := list(group)) >= FEWEST_IN_FILE:
                yield from _judged(here, LONGEST_IN_FILE, phrase("dalam_berkas"))
        if len(found) >= FEWEST_IN_BOOK:
            yield from _judged(found, LONGEST_IN_BOOK, phrase(whole))


def _judged(found: list[QuizItem], most: int, whole: Phrase) -> Problems:
    share = percent(sum(map(_chance, found)), len(found))
    if share > most:
        place = densest([item for item in found if _chance(item)]).place("pilihan")
        yield problem(place, Kind.LONGEST_RIGHT, persen=share, jumlah=len(found), batas=most, di=whole)


def _chance(item: QuizItem) -> float:
    """The chance of being right by ticking the longest option; of equally long ones, any by lot."""
    lengths = item.lengths
    longest = [index for index, length in enumerate(lengths) if length == max(lengths)]
    return len({*longest} & {*item.right}) / len(longest)
