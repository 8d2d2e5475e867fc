"""No option stands for all the others."""

import re

from handbook.book import Book
from handbook.checks.testwise.items import items
from handbook.problem import Kind, Problems, problem


def check(book: Book) -> Problems:
    """Options that begin with one of the language's ways to say that all are right (`kuis.semua_benar`).

    Whoever knows two right options knows that one too, and whoever sees a wrong one rules it out.
    """
    ways = book.settings.strings.tree("kuis.semua_benar")
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, ways))})\b", re.I)
    for item in items(book):
        for index, (words, _) in enumerate(item.options):
            if pattern.match(words):
                yield problem(item.place("pilihan", index, "teks"), Kind.OPTION_CATCHALL, kata=words)
