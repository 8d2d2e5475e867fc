"""The finished files: the book and the extracts. A file whose inputs are unchanged is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbook.press.codec import packed_notes, unpacked_notes
from handbook.press.inputs import fingerprint, programs
from handbook.press.store import Store
from handbook.press.values import (
    Anchor,
    Bookmark,
    Extract,
    Metadata,
    Note,
    Painted,
    Part,
    PartFile,
    PressError,
    Tell,
)

Make = Callable[[Path], list[Note]]


@dataclass(frozen=True)
class FinishedFile:
    """A finished file, not yet in its place."""

    made: Path
    out: Path
    notes: list[Note]

    def put_in_place(self) -> None:
        """Replace the file of an earlier run."""
        self.out.parent.mkdir(parents=True, exist_ok=True)
        self.made.replace(self.out)


@dataclass
class FileWriter:
    """Makes files of painted parts, which have `counts` pages, are known by their `states` and print
    the page labels of the targets `shown`."""

    parts: Sequence[Part]
    painted: Mapping[str, Painted]
    anchors: Mapping[str, Anchor]
    counts: Mapping[str, int]
    states: Mapping[str, str]
    shown: Mapping[str, Collection[str]]
    store: Store | None
    folder: Path
    recto: bool
    tell: Tell
    _count: int = field(default=0, init=False)

    def book(self, out: Path, metadata: Metadata) -> FinishedFile:
        """All parts in one file."""
        files = self._files(self.parts)
        facts = [[part.name, part.title, repr(part.label), self.states[part.name]] for part in self.parts]

        def make(path: Path) -> list[Note]:
            from handbook.press.assembly.merge import merge

            return merge(files, path, metadata, self.anchors, self._labels(), self.recto)

        return self._product(out, out.name, fingerprint("book", facts, repr(metadata), self.recto), make)

    def extract(self, extract: Extract) -> FinishedFile:
        """A part, or some of its pages, in a file of their own."""
        part = next((part for part in self.parts if part.name == extract.part), None)
        if part is None:
            raise PressError(f"{extract.out.name}: no part is called {extract.part}")
        pages = self._pages(extract)
        own = replace(
            part,
            title=extract.metadata.title,
            label=replace(part.label, start=part.label.start + pages.start),
        )
        anchors = self._anchors(extract.part, pages)
        marks = _marks(self.painted[part.name].bookmarks, pages)
        then = [part for part in self.parts if part.name == extract.then]
        labels = self._labels(key for item in (part, *then) for key in self.shown[item.name])
        facts = [own.title, repr(own.label), self.states[part.name], labels, pages.start, pages.stop]
        facts += [[repr(item), self.states[item.name]] for item in then]

        def make(path: Path) -> list[Note]:
            from handbook.press.assembly.cut import cut
            from handbook.press.assembly.merge import merge

            piece = path.with_suffix(".cut")
            cut(self._file(part.name), piece, pages, anchors)
            files = [(own, piece, marks), *self._files(then)]
            return merge(files, path, extract.metadata, anchors, labels)

        return self._product(
            extract.out,
            f"{part.name}/{extract.out.name}",
            fingerprint("extract", facts, repr(extract.metadata)),
            make,
        )

    def _product(self, out: Path, name: str, key: str, make: Make) -> FinishedFile:
        """The file of this key: the one kept, or a new one."""
        self._count += 1
        path = self.folder / f".{self._count}.pdf"  # no part is called so
        key = fingerprint(programs(), key)
        kept = self.store.get(key) if self.store else None
        if kept:
            path.write_bytes(kept[1])
            return FinishedFile(path, out, unpacked_notes(kept[0]))
        self.tell("merge", name)
        notes = make(path)
        if self.store:
            self.store.put(key, packed_notes(notes), path.read_bytes())
        return FinishedFile(path, out, notes)

    def _labels(self, shown: Iterable[str] | None = None) -> dict[str, str]:
        """The page labels of these targets, or of all."""
        wanted = self.anchors if shown is None else [key for key in sorted(shown) if key in self.anchors]
        return {key: self.anchors[key].label for key in wanted}

    def _files(self, parts: Iterable[Part]) -> list[PartFile]:
        """Painted parts with their bookmarks."""
        return [(part, self._file(part.name), self.painted[part.name].bookmarks) for part in parts]

    def _file(self, name: str) -> Path:
        return self.painted[name].path

    def _pages(self, extract: Extract) -> range:
        """The pages of an extract, as a range of indices in its part."""
        first = self._page(extract, extract.first) if extract.first else 0
        until = self._page(extract, extract.until) if extract.until else self.counts[extract.part]
        return range(first, max(until, first + 1))

    def _page(self, extract: Extract, target: str) -> int:
        anchor = self.anchors.get(target)
        if anchor is None or anchor.part != extract.part:
            raise PressError(f"{extract.out.name}: {target} is not in {extract.part}")
        return anchor.page

    def _anchors(self, part: str, pages: range) -> dict[str, Anchor]:
        """The targets on these pages, counted from the first of them."""
        return {
            key: replace(anchor, page=anchor.page - pages.start)
            for key, anchor in self.anchors.items()
            if anchor.part == part and anchor.page in pages
        }


def _marks(bookmarks: list[Bookmark], pages: range) -> list[Bookmark]:
    """The bookmarks on these pages, counted from the first of them; orphans move up."""
    kept: list[Bookmark] = []
    for title, page, x, y, children, opened in bookmarks:
        below = _marks(children, pages)
        kept += [(title, page - pages.start, x, y, below, opened)] if page in pages else below
    return kept
