"""The number of answers of a question is stated by the engine, not by the author as well."""

import re

from handbook.book import Book, Page, holding
from handbook.content.quiz import Quiz
from handbook.problem import Kind, Problems, problem
from handbook.strings import Strings


def check(book: Book) -> Problems:
    """Questions with several right answers whose authors say their number too."""
    pattern = _pattern(book.settings.strings)
    for page, quiz in holding(book.all_pages, Quiz):
        yield from _quiz(page, quiz, pattern, book.settings.strings)


def _quiz(page: Page, quiz: Quiz, pattern: re.Pattern[str], strings: Strings) -> Problems:
    for index, question in enumerate(quiz.questions):
        said = question.how_many(strings) if question.offered else ""
        if said and (found := pattern.search(question.ask)):
            place = page.place_of("soal", index, "tanya")
            yield problem(place, Kind.COUNT_SAID, kata=found[0], harap=said)


def _pattern(strings: Strings) -> re.Pattern[str]:
    """Any of the language's ways to say a number of answers, in words or in digits."""
    numbers = "|".join([*strings.tree("angka.kata"), r"\d+"])
    ways = (re.escape(way) for way in strings.tree("kuis.jumlah_dalam_soal"))
    filled = (way.replace(r"\{jumlah\}", f"(?:{numbers})").replace("…", r"(?:\w+ ){0,2}\w+") for way in ways)
    return re.compile(rf"\b(?:{'|'.join(filled)})\b", re.I)
