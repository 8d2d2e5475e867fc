"""A review asks what was learnt before: questions of self-checks, in a module those of earlier modules."""

import difflib

from handbook.book import Book, Page, holding
from handbook.book.recalls import self_checks
from handbook.content.review import Recall, Review
from handbook.problem import Kind, Problem, Problems, problem, repeated


def check(book: Book) -> Problems:
    """Questions that are not there, not public, not taught yet, or asked twice by one review."""
    for page, review in holding(book.pages.values(), Review):
        for index, recall in enumerate(review.recalls):
            yield from _recall(book, page, index, recall)
        asked = (
            (f"{recall.quiz}, {recall.question}", page.place_of("soal", index, "soal"))
            for index, recall in enumerate(review.recalls)
        )
        yield from repeated(asked, Kind.RECALL_REPEATED)


def _recall(book: Book, page: Page, index: int, recall: Recall) -> Problems:
    known, place = self_checks(book), page.place_of("soal", index, "kuis")
    if recall.quiz in {test.id for test in book.tests.values()}:
        yield problem(place, Kind.RECALL_SECRET, kata=recall.quiz)
        return
    if recall.quiz not in known:
        yield _missing(page, index, "kuis", recall.quiz, list(known))
        return
    there, quiz = known[recall.quiz]
    if page.module and (there.module or 0) >= page.module:
        label = book.settings.strings("modul.label", nomor=page.module)
        yield problem(place, Kind.RECALL_EARLY, kata=recall.quiz, modul=label)
    ids = [question.id for question in quiz.questions]
    if recall.question not in ids:
        yield _missing(page, index, "soal", recall.question, ids)


def _missing(page: Page, index: int, key: str, words: str, known: list[str]) -> Problem:
    hints = tuple(difflib.get_close_matches(words, known, n=3, cutoff=0.5))
    return problem(page.place_of("soal", index, key), Kind.REFERENCE_MISSING, hints, words, kata=words)
