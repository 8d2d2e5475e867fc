"""Words intended as a mention and not read as one: misspelt, oddly spelt, or with a hidden letter."""

from collections.abc import Callable, Iterable

from handbook.book import Book, Page
from handbook.book.known_pages import kept_clean
from handbook.book.texts import LocatedText, texts_in, texts_of
from handbook.checks.letters import HIDDEN
from handbook.mentions.misspellings import disguised
from handbook.problem import Kind, Place, Problem, Problems, problem


def check(book: Book) -> Problems:
    """Odd spellings with the right one, and mentions in which hidden or foreign letters stand."""
    for page in book.all_pages:
        yield from _misspelt_on(book, page)
    for name, (_, _, source) in book.registers.items():
        yield from book.known.get("misspelt", name, (source, book.scanner), _misspelt_in, book, name)


@kept_clean
def _misspelt_on(book: Book, page: Page) -> list[Problem]:
    return list(_misspelt(book, texts_of(book, page)))


def _misspelt_in(book: Book, register: str) -> list[Problem]:
    return list(_misspelt(book, texts_in(book, register)))


def _misspelt(book: Book, texts: Iterable[LocatedText]) -> Problems:
    for text, locate in texts:
        yield from _odd(book, text, locate)
        for start, words, letters in disguised(text, book.scanner):
            codes = ", ".join(f"U+{ord(letter):04X}" for letter in HIDDEN.sub("", letters))
            if codes:  # a hidden letter is named where it stands
                yield problem(locate(start), Kind.MENTION_DISGUISED, kata=words, huruf=codes)


def _odd(book: Book, text: str, locate: Callable[[int], Place]) -> Problems:
    for misspelling in book.misspellings.find(text):
        if not book.scanner.reads(text, misspelling.start):
            words = " ".join(text[misspelling.start : misspelling.end].split())
            yield problem(locate(misspelling.start), Kind.MENTION_ODD, kata=words, benar=misspelling.right)
