"""Every synonym of the search leads to words that participants read."""

import difflib
import re
from collections.abc import Iterator

from handbook.book import Book, Page, kept
from handbook.content.quiz import Quiz
from handbook.problem import Kind, Problems, problem
from handbook.source.authored import Readers
from handbook.source.mdblocks import without_notes
from handbook.source.prose import prose_in

_BETWEEN = r"[\W_]+"


def check(book: Book) -> Problems:
    """Words to which a synonym leads and which the book does not have side by side."""
    if not book.synonyms:
        return  # the text of a whole book costs a moment
    text = " ".join(_readable(book)).lower()
    for index, synonym in enumerate(book.synonyms):
        for number, words in enumerate(synonym.leads):
            if not _stand_in(text, words):
                place = book.place_in("sinonim", "sinonim", index, "menuju", number)
                yield problem(place, Kind.SYNONYM_LOST, _nearest(words, _folded(text)), kata=words)


def _stand_in(text: str, words: str) -> bool:
    """Whether words stand side by side in a text of small letters."""
    plain = _folded(words).strip()
    start = text.find(plain)
    end = start + len(plain)
    if start >= 0 and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
        return True  # most stand as they are written
    pattern = _BETWEEN.join(map(re.escape, _folded(words).split())) + r"(?![^\W_])"
    return any(not text[match.start() - 1 : match.start()].isalnum() for match in re.finditer(pattern, text))


def _readable(book: Book) -> Iterator[str]:
    """All words that participants read: without tests and quizzes, facilitators' notes and model answers."""
    yield from (_words_of(book, page) for page in book.pages.values() if not isinstance(page.value, Quiz))
    yield from (f"{term.name} {term.expansion or ''} {term.meaning}" for term in book.terms)
    yield from (f"{law.subject} {law.summary}" for law in book.regulations)


@kept
def _words_of(_: Book, page: Page) -> str:
    data = (said.words for said in prose_in(page.value) if said.readers is Readers.ALL)
    return " ".join((page.title, *data, without_notes(page.text.without_code)))


def _folded(text: str) -> str:
    """Words in small letters with one blank around each."""
    return f" {re.sub(_BETWEEN, ' ', text.lower()).strip()} "


def _nearest(words: str, text: str) -> tuple[str, ...]:
    """The same words spelled as the book does, when it has them in this order."""
    known = sorted(set(text.split()))
    spelled = [difflib.get_close_matches(word, known, n=1, cutoff=0.7) for word in _folded(words).split()]
    nearest = " ".join(word for found in spelled for word in found)
    is_there = len(nearest.split()) == len(spelled) and f" {nearest} " in text
    return (nearest,) if is_there else ()
