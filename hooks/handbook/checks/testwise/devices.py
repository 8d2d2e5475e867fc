"""A test asks for the subject, not for devices of the book: names of sheets, colours, *menurut modul ini*."""

import re

from handbook.book import Book
from handbook.book.uses import locator
from handbook.checks.testwise.items import QuizItem, items
from handbook.problem import Kind, Problem, Problems, problem
from handbook.source.authored import Readers
from handbook.source.prose import said_in


def check(book: Book) -> Problems:
    """Words of handbook.yml's `tes_tanpa_kata` in what a test shows: stems, options, pairs, steps.

    Explanations and feedback, which only the key has, may lead back to the book.
    """
    if words := book.settings.words_not_in_tests:
        ways = (re.escape(word).replace(r"\{nomor\}", r"\d\w*(?:\.\d\w*)*") for word in words)
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w-])", re.I)
        for item in items(book):
            if item.is_test:
                where = f"{item.page.path} {item.index}"
                yield from book.known.get("devices", where, (item.page, words), _leaning, item, pattern)


def _leaning(item: QuizItem, pattern: re.Pattern[str]) -> list[Problem]:
    leaning: list[Problem] = []
    for said in said_in(item.question):
        if said.readers is Readers.ALL and (found := pattern.search(said.words)):
            path = ("soal", item.index, *said.path)
            place = locator(item.page.yaml, item.page.node, path, said.words)(found.start())
            leaning.append(problem(place, Kind.TEST_LEANS, kata=found[0]))
    return leaning
