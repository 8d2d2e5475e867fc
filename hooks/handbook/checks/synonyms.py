"""Every synonym of the search leads to words that participants read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from handbook.book.book import Book
from handbook.book.uses import HIDDEN_KEYS
from handbook.content.quiz import Quiz
from handbook.problem import Kind, Problem, problem
from handbook.source.mdtext import MarkdownText
from handbook.source.validation import prose_in

_BETWEEN = r"[\W_]+"


def check(book: Book) -> Iterator[Problem]:
    """Words to which a synonym leads and which the book does not have side by side."""
    if not book.synonyms:
        return
    node = book.registers["sinonim"][1]
    text = " ".join(_readable(book)).lower()
    for index, synonym in enumerate(book.synonyms):
        for number, words in enumerate(synonym.leads):
            if not _stand_in(text, words):
                place = node.at(["sinonim", index, "menuju", number]).place
                yield problem(place, Kind.SYNONYM_LOST, _nearest(words, _folded(text)), kata=words)


def _stand_in(text: str, words: str) -> bool:
    """Whether words stand side by side in a text of small letters."""
    pattern = _BETWEEN.join(map(re.escape, _folded(words).split())) + r"(?![^\W_])"
    return any(not text[match.start() - 1 : match.start()].isalnum() for match in re.finditer(pattern, text))


def _readable(book: Book) -> Iterator[str]:
    """All words that participants read: without tests and quizzes, facilitators' notes and model answers."""
    for page in book.pages.values():
        if not isinstance(page.value, Quiz):
            yield page.title
            yield from (words for path, words in prose_in(page.value) if HIDDEN_KEYS.isdisjoint(path))
            yield from _readable_lines(page.text) if page.text else ()
    yield from (f"{term.name} {term.expansion or ''} {term.meaning}" for term in book.terms)
    yield from (f"{law.subject} {law.summary}" for law in book.regulations)


def _readable_lines(text: MarkdownText) -> Iterator[str]:
    hidden = text.lines_in("fasilitator")
    return (line for number, line in enumerate(text.without_code.split("\n")) if number not in hidden)


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
