"""One change put into the text of a file, and the proof that nothing else is different.

Several ways of writing it are tried, the plainest first; the first is taken after which readers see exactly
what was intended, all else is as it was, and Python-Markdown says so too. If none does, it is refused.
"""

from collections.abc import Iterable, Iterator, Sequence

from handbook.authoring.review.atoms import Atom
from handbook.authoring.review.changes import Deed, TextChange, parts
from handbook.authoring.review.passage import Role, SourcePassage
from handbook.authoring.review.passages import passages_of
from handbook.authoring.review.proof import agrees, data_of
from handbook.authoring.review.relocation import moved
from handbook.authoring.review.variants import rewritten, without
from handbook.book import Page
from handbook.book.page import read_page
from handbook.problem import RefusedError
from handbook.strings import Strings

Signature = tuple[object, ...]


class SourceWriter:
    """One file of the book while accepted changes are put into it."""

    def __init__(self, page: Page, strings: Strings) -> None:
        self.page, self.strings = page, strings
        self.passages = passages_of(page, strings)
        self._is_understood: bool | None = None

    @property
    def text(self) -> str:
        """The text so far."""
        return self.page.text.text

    @property
    def is_understood(self) -> bool:
        """Whether Python-Markdown reads the page as it is read here; it does so until a page is very odd."""
        if self._is_understood is None:
            self._is_understood = agrees(self.page, self.passages)
        return self._is_understood

    def again(self, passage: SourcePassage | None) -> SourcePassage | None:
        """A passage of the file as it was, found again after changes behind it or before it."""
        if passage is None:
            return None
        known = [item for item in self.passages if item.is_free and item.role is passage.role]
        here = [item for item in known if item.start == passage.start]
        same = [item for item in known if item.source == passage.source]
        return here[0] if here else same[0] if len(same) == 1 else None

    def put(self, passage: SourcePassage, change: TextChange, beside: SourcePassage | None = None) -> None:
        """Put in a change of a passage as it is now; RefusedError when it cannot be written."""
        if beside and beside.path != passage.path:
            raise RefusedError("lain_berkas")
        if passage not in self.passages or (beside and beside not in self.passages):
            raise RefusedError("berubah")
        wanted = self._wanted(passage, change, beside)
        if wanted == _signatures(self.passages):
            raise RefusedError("tanpa_akibat")
        for text in dict.fromkeys(self._ways(passage, change, beside)):
            page, _ = read_page(self.page.path, text, self.page.module)
            if page is not None and self._proves(page, wanted, passage, change):
                self.page, self.passages = page, passages_of(page, self.strings)
                return
        raise RefusedError("tak_tertulis")

    def _ways(
        self, passage: SourcePassage, change: TextChange, beside: SourcePassage | None
    ) -> Iterator[str]:
        if change.deed is Deed.MOVE:
            return moved(self.text, passage, beside, is_before=change.is_before) if beside else iter(())
        if change.deed in (Deed.DELETE, Deed.DELETE_ROW):
            return without(self.text, passage)
        return rewritten(self.text, passage, change)

    def _wanted(
        self, passage: SourcePassage, change: TextChange, beside: SourcePassage | None
    ) -> list[Signature]:
        """The passages that readers shall see, the changed one as texts of its parts."""
        others = [item for item in self.passages if item.is_free]
        at = others.index(passage)
        if change.deed is Deed.DELETE_ROW and passage.cell:
            row = passage.cell[:2]
            return _signatures(item for item in others if item.cell is None or item.cell[:2] != row)
        if change.deed is Deed.CHANGE:
            texts = intended(passage, change)
            return [*_signatures(others[:at]), *((text,) for text in texts), *_signatures(others[at + 1 :])]
        rest = [*others[:at], *others[at + 1 :]]
        if beside is not None:
            rest.insert(rest.index(beside) + (not change.is_before), passage)
        return _signatures(rest)

    def _proves(
        self, page: Page, wanted: Sequence[Signature], passage: SourcePassage, change: TextChange
    ) -> bool:
        """Whether a page shows what is wanted, and differs in nothing else."""
        found = passages_of(page, self.strings)
        seen = _signatures(found)
        if len(seen) != len(wanted):
            return False
        same = all(here == there or there == (here[0],) for here, there in zip(seen, wanted, strict=True))
        is_new = page.text.body != self.page.text.body
        if not same or (is_new and self.is_understood and not agrees(page, found)):
            return False
        is_kept = change.deed is not Deed.CHANGE or _marks_stay(passage, change, found)
        is_split = change.deed is not Deed.CHANGE or len(intended(passage, change)) != 1
        return is_kept and (is_split or data_of(page, passage.key) == data_of(self.page, passage.key))


def intended(passage: SourcePassage, change: TextChange) -> list[str]:
    """The texts that a change of words makes of a passage, empty ones left out."""
    shown = passage.shown
    words = shown[: change.start] + change.text + shown[change.end :]
    if passage.role is Role.CELL:
        words = "\n".join(part.strip() for part in parts(words))
    return [part.strip() for part in parts(words) if part.strip()]


def _signatures(passages: Iterable[SourcePassage]) -> list[Signature]:
    return [
        (
            item.shown,
            item.role,
            item.level,
            item.blocks,
            tuple(_marked(item.atoms)),
        )
        for item in passages
        if item.is_free
    ]


def _marks_stay(passage: SourcePassage, change: TextChange, found: Sequence[SourcePassage]) -> bool:
    """Whether letters around a change look and lead as before."""
    count = len(intended(passage, change))
    before = next((n for n, item in enumerate(found) if item.is_free and item.start >= passage.start), 0)
    new = [atom for item in found[before : before + 2 * count] if item.is_free for atom in item.atoms]
    total = sum(len(text) for text in intended(passage, change))
    letters = _marked(new)[:total]
    old = _marked(passage.atoms)
    tail = len(old) - change.end
    head = [mark for mark in old[: change.start] if not mark[0].isspace()]
    end = [mark for mark in old[len(old) - tail :] if not mark[0].isspace()] if tail else []
    solid = [mark for mark in letters if not mark[0].isspace()]
    return solid[: len(head)] == head and (not end or solid[-len(end) :] == end)


def _marked(atoms: Sequence[Atom]) -> list[tuple[str, frozenset[str]]]:
    return [(letter, atom.marks) for atom in atoms for letter in atom.shown]
