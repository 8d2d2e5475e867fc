"""All files of a book after a renaming, proved: every name in them leads to where it led before."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbook.authoring.moving.data_spots import data_spots
from handbook.authoring.moving.identity import identity_edits
from handbook.authoring.moving.markdown_spots import markdown_spots
from handbook.authoring.moving.mention_spots import mention_spots
from handbook.authoring.moving.plan_edits import plan_edits
from handbook.authoring.moving.ranges import ends_of_ranges
from handbook.authoring.moving.renaming import Renaming
from handbook.authoring.moving.settings_edits import settings_edits
from handbook.authoring.moving.spot import Spot
from handbook.authoring.sources import Edit, Sources, applied
from handbook.book import Book
from handbook.settings import FILE
from handbook.source.files import PLANS


@dataclass(frozen=True)
class SourceChange:
    """New contents of files by path; old and new path of each file that moves."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Old and new text by old path, of files whose text changes."""
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Counts of how often each file then names each target."""

    @property
    def removed(self) -> set[str]:
        """Paths at which there is no file any more."""
        return {*self.moved} - {*self.files}


def spots(book: Book, sources: Sources, renaming: Renaming) -> Iterator[Spot]:
    """Everything in the book's files that names a target."""
    yield from mention_spots(book, sources, renaming, ends_of_ranges(book, renaming))
    yield from markdown_spots(book, sources, renaming)
    yield from data_spots(book, renaming)


def change(book: Book, renaming: Renaming) -> SourceChange:
    """The files of a book after a renaming; RefusedError when a range would be torn apart."""
    sources = Sources(book.root)
    edits: dict[str, list[Edit]] = {}
    names: Counter[tuple[str, str]] = Counter()
    for spot in spots(book, sources, renaming):
        names[renaming.file(spot.path), spot.new_id] += bool(spot.new_id)
        edits.setdefault(spot.path, []).append(Edit(spot.start, spot.end, spot.words))
    for path, edit in identity_edits(book, renaming):
        edits.setdefault(path, []).append(edit)
    edits[FILE] = [*settings_edits(book, sources.text(FILE), renaming, edits.get(FILE, []))]
    for file in sorted((book.root / PLANS).glob("*.yml")):
        path = f"{PLANS}/{file.name}"
        edits[path] = [*plan_edits(book, path, sources.text(path), renaming)]
    moved = {old: new for old, new in renaming.files.items() if old != new}
    return replace(_made(book.root, sources, edits, moved), names=names)


def _made(
    root: Path, sources: Sources, edits: Mapping[str, list[Edit]], moved: Mapping[str, str]
) -> SourceChange:
    files: dict[str, bytes] = {}
    texts: dict[str, tuple[str, str]] = {}
    for path, own in edits.items():
        old = sources.text(path)
        new = applied(old, own)
        if new != old:
            texts[path] = (old, new)
            files[moved.get(path, path)] = sources.bytes(path, new)
    for old_path, new_path in moved.items():
        files.setdefault(new_path, (root / old_path).read_bytes())
    return SourceChange(files, moved, texts)


def left_behind(made: SourceChange, after: Book) -> list[str]:
    """Files of the changed book in which a name leads elsewhere than it should; none when all went well."""
    found = Counter((spot.path, spot.id) for spot in spots(after, Sources(after.root), Renaming()))
    return sorted({path for path, _ in ((made.names - found) + (found - made.names))})
