"""Orders to the press for sheets; what names stand on is kept in a store of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from handbook import press
from handbook.memory.store import CACHE
from handbook.packs import name_overlays
from handbook.packs.name_overlays import Spot, Words
from handbook.packs.occasion import Occasion
from handbook.packs.order import Format
from handbook.press.assembly.arrange import Stamp
from handbook.print.printing import STYLES, order

BATCH = 100
"""Names in one part of the press."""


@dataclass(frozen=True)
class NameStore:
    """The press's store for what names of people stand on: never the one that other runs share.

    With `earlier`, the store of the last run, what comes out the same is taken over; the rest is not.
    """

    folder: Path
    earlier: Path | None = None


@dataclass(frozen=True)
class Presswork:
    """Runs of the press for an occasion."""

    occasion: Occasion
    names: NameStore | None = None
    """For sheets on which names of people stand."""
    styles: tuple[str, ...] = ("pack.css",)

    def sheets(
        self, parts: Sequence[press.Part], out: Path, title: str, extracts: Sequence[press.Extract] = ()
    ) -> press.Report:
        """Print the parts, and cut the extracts out of them."""
        book = self.occasion.book
        job = order(book, parts, out, title, self.occasion.options.paper)
        sheets = [*job.stylesheets, *(STYLES / name for name in self.styles)]
        names = self.names or NameStore(book.root / CACHE)
        job = replace(job, cache=names.folder, earlier_cache=names.earlier)
        return press.press(replace(job, stylesheets=sheets, extracts=extracts, fillable=False))


@dataclass(frozen=True)
class NamePrints:
    """The names of all participants, laid out once for all sheets that they are printed over."""

    occasion: Occasion
    folder: Path
    """A temporary one."""
    store: NameStore

    @cached_property
    def _pages(self) -> dict[Words, int]:
        """The number of each text's page."""
        found = name_overlays.every(self.occasion.options.people.participants)
        return {words: number for number, words in enumerate(found)}

    @cached_property
    def file(self) -> Path:
        """The file of names, printed when it is first asked for."""
        words, language = [*self._pages], self.occasion.book.settings.book.language
        parts = [
            press.Part(f"cap-{start}", "-", name_overlays.html(words[start : start + BATCH], language))
            for start in range(0, len(words), BATCH)
        ]
        job = order(self.occasion.book, parts, self.folder / "cap.pdf", self.occasion.title)
        sheets = [STYLES / "fonts.css", STYLES / "stamp.css"]
        job = replace(job, cache=self.store.folder, earlier_cache=self.store.earlier)
        return press.press(replace(job, stylesheets=sheets, fillable=False)).out

    def stamps(
        self, person: int | None, spots: Sequence[tuple[str, Spot]], format_: Format
    ) -> tuple[Stamp, ...]:
        """A participant's name and office at places of a sheet; nothing without a name."""
        people = self.occasion.options.people.participants
        if person is None or person >= len(people):
            return ()
        found = name_overlays.written(people[person], spots, format_)
        return tuple(name_overlays.stamp(self._pages[words], spot) for words, spot in found)
