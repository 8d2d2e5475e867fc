"""Exported passages, found again in the book of today: the same, changed since, or gone.

Nothing is guessed: what is called the same has the same source, letter by letter.
"""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from handbook.authoring.review.exporting import pages_of
from handbook.authoring.review.passage import SourcePassage
from handbook.authoring.review.passages import passages_of
from handbook.authoring.review.stamp import Exported, ExportStamp
from handbook.book import Book
from handbook.problem import Place, RefusedError

_ALIKE = 0.5
"""From this likeness on a passage that changed counts as the one that was exported, for comments alone."""


class PassageState(StrEnum):
    """The state of a passage since it was exported."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class Found(NamedTuple):
    """A passage today; where it is gone, the one before it."""

    fate: PassageState
    passage: SourcePassage


class Today:
    """The passages of the book as it is, beside those of a stamp."""

    def __init__(self, book: Book, stamp: ExportStamp) -> None:
        self.book, self.stamp = book, stamp
        self.passages = _passages(book, stamp)
        self.found = _matched(stamp.passages, self.passages)
        self._elsewhere()
        self._likely()

    def find(self, number: int) -> Found:
        """The passage with a number in the document."""
        if number in self.found:
            return self.found[number]
        before = next((self.found[n] for n in range(number - 1, -1, -1) if n in self.found), None)
        return Found(PassageState.GONE, before.passage if before else self.passages[0])

    def place(self, number: int, offset: int = 0) -> Place:
        """The place today of an offset in a passage as it was exported."""
        fate, passage = self.find(number)
        text = self.text(passage.path)
        if fate is PassageState.GONE:
            return passage.place(text)
        if fate is PassageState.CHANGED:
            offset = _carried(self.stamp.passages[number].shown, passage.shown, offset)
        return passage.place(text, offset)

    def text(self, path: str) -> str:
        """The text of a file of the book."""
        return next(page.text.text for page in self.book.all_pages if page.path == path)

    def _elsewhere(self) -> None:
        """Passages that stand at another place now, if only one is the same."""
        taken = {id(found.passage) for found in self.found.values()}
        here = _by_digest(passage for passage in self.passages if id(passage) not in taken)
        missing = [number for number in range(len(self.stamp.passages)) if number not in self.found]
        wanted = [self.stamp.passages[number].digest for number in missing]
        for number, digest in zip(missing, wanted, strict=True):
            same = here.get(digest, [])
            if len(same) == 1 and wanted.count(digest) == 1:
                self.found[number] = Found(PassageState.SAME, same[0])

    def _likely(self) -> None:
        """Passages between two that are the same, of the same role and in like words."""
        taken = {id(found.passage) for found in self.found.values()}
        order = {id(passage): number for number, passage in enumerate(self.passages)}
        for number, exported in enumerate(self.stamp.passages):
            if number in self.found:
                continue
            before = order.get(id(self.find(number).passage), -1)
            likely = (
                (SequenceMatcher(None, exported.shown, passage.shown, autojunk=False).ratio(), -at, passage)
                for at, passage in enumerate(self.passages[before + 1 : before + 12])
                if id(passage) not in taken
                and passage.role is exported.role
                and passage.path == exported.path
            )
            best = max(likely, default=None, key=lambda item: item[:2])
            if best and best[0] >= _ALIKE:
                self.found[number] = Found(PassageState.CHANGED, best[2])
                taken.add(id(best[2]))


def _passages(book: Book, stamp: ExportStamp) -> list[SourcePassage]:
    """The passages of all files that were exported and are still there, in today's order."""
    paths = dict.fromkeys(exported.path for exported in stamp.passages)
    try:
        pages = pages_of(book, stamp.subject)
    except RefusedError:
        pages = []
    known = {page.path for page in pages}
    pages += [page for page in book.all_pages if page.path in paths and page.path not in known]
    found = [passage for page in pages for passage in passages_of(page, book.settings.strings)]
    if not found:
        raise RefusedError("tak_ada", kata=stamp.subject)
    return found


def _matched(exported: Sequence[Exported], today: Sequence[SourcePassage]) -> dict[int, Found]:
    old, new = [item.digest for item in exported], [passage.digest for passage in today]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {
        a + step: Found(PassageState.SAME, today[b + step]) for a, b, size in blocks for step in range(size)
    }


def _by_digest(passages: Iterable[SourcePassage]) -> dict[str, list[SourcePassage]]:
    found: dict[str, list[SourcePassage]] = {}
    for passage in passages:
        found.setdefault(passage.digest, []).append(passage)
    return found


def _carried(old: str, new: str, offset: int) -> int:
    """An offset in an old text as one in the new."""
    for tag, a, end, b, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if a <= offset < end:
            return b + offset - a if tag == "equal" else min(b, last)
    return len(new)
