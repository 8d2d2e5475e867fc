"""The finished files: the book and the extracts. A file whose inputs are unchanged is kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from handbook.memory.keys import fingerprint
from handbook.memory.store import Store
from handbook.press.inputs import programs
from handbook.press.printjob import PrintJob
from handbook.press.run import PressRun
from handbook.press.values import Anchor, Bookmark, Extract, Note, Painted, Part, PartFile, PressError

NOTES = TypeAdapter(list[Note])
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


class FileWriter:
    """Makes the files of a job of the painted parts that a run left in a folder."""

    def __init__(
        self, job: PrintJob, run: PressRun, painted: Mapping[str, Painted], folder: Path, store: Store | None
    ) -> None:
        self._job, self._run, self._painted = job, run, painted
        self._folder, self._store = folder, store
        self._known = run.book()
        self._count = 0

    def book(self) -> FinishedFile:
        """All parts in one file."""
        job, metadata = self._job, self._job.metadata.dated()
        parts = [part for part in job.parts if part.bound]
        facts = [[part.name, part.title, repr(part.label), self._state(part)] for part in parts]
        files, names = self._files(parts), {part.name for part in parts}
        anchors = {key: anchor for key, anchor in self._known.items() if anchor.part in names}
        labels = {key: anchor.label for key, anchor in self._known.items()}

        def make(path: Path) -> list[Note]:
            from handbook.press.assembly.joined import KeptParts
            from handbook.press.assembly.merge import merge

            kept = KeptParts({part.name: self._shaping(part) for part in parts}, self._store)
            return merge(files, path, metadata, anchors, labels, job.recto, kept)

        key = fingerprint("book", facts, repr(metadata), job.recto)
        return self._product(job.out, job.out.name, key, make)

    def extract(self, extract: Extract) -> FinishedFile:
        """A part, or some of its pages, in a file of their own."""
        part = next((part for part in self._job.parts if part.name == extract.part), None)
        if part is None:
            raise PressError(f"{extract.out.name}: no part is called {extract.part}")
        pages = self._pages(extract)
        label = replace(part.label, start=part.label.start + pages.start)
        own = replace(part, title=extract.metadata.title, label=label)
        anchors = self._anchors(extract.part, pages)
        marks = _marks(self._painted[part.name].bookmarks, pages)
        then = [part for part in self._job.parts if part.name == extract.then]
        labels = self._labels(part, *then)
        facts = [own.title, repr(own.label), self._state(part), labels, pages.start, pages.stop]
        facts += [[repr(item), self._state(item)] for item in then]

        def make(path: Path) -> list[Note]:
            from handbook.press.assembly.cut import cut
            from handbook.press.assembly.merge import merge

            piece = path.with_suffix(".cut")
            cut(self._file(part), piece, pages, anchors)
            files = [(own, piece, marks), *self._files(then)]
            return merge(files, path, extract.metadata, anchors, labels)

        key = fingerprint("extract", facts, repr(extract.metadata))
        return self._product(extract.out, f"{part.name}/{extract.out.name}", key, make)

    def _product(self, out: Path, name: str, key: str, make: Make) -> FinishedFile:
        """The file of this key: the one kept, or a new one."""
        self._count += 1
        path = self._folder / f".{self._count}.pdf"  # no part is called so
        key = fingerprint(programs(), key)
        kept = self._store.get(key) if self._store else None
        if kept:
            path.write_bytes(kept[1])
            return FinishedFile(path, out, NOTES.validate_python(kept[0]))
        self._job.progress("merge", name)
        notes = make(path)
        if self._store:
            self._store.put(key, NOTES.dump_python(notes, mode="json"), path.read_bytes())
        return FinishedFile(path, out, notes)

    def _labels(self, *parts: Part) -> dict[str, str]:
        """The page labels that are printed in some parts."""
        found = (self._run.surveys[part.name].labels(self._known) for part in parts)
        return {key: label for labels in found for key, label in labels.items()}

    def _shaping(self, part: Part) -> list[object]:
        """All that shapes the pages of a part in the book, but for the parts before it."""
        return [part.title, self._state(part), self._labels(part)]

    def _files(self, parts: Iterable[Part]) -> list[PartFile]:
        """Painted parts with their bookmarks."""
        return [(part, self._file(part), self._painted[part.name].bookmarks) for part in parts]

    def _file(self, part: Part) -> Path:
        return self._job.of_part(part, self._folder).out

    def _state(self, part: Part) -> str:
        return self._run.typesetters.state(part.name)

    def _pages(self, extract: Extract) -> range:
        """The pages of an extract, as a range of indices in its part."""
        first = self._page(extract, extract.first) if extract.first else 0
        until = self._page(extract, extract.until) if extract.until else self._run.laid[extract.part].pages
        return range(first, max(until, first + 1))

    def _page(self, extract: Extract, target: str) -> int:
        anchor = self._known.get(target)
        if anchor is None or anchor.part != extract.part:
            raise PressError(f"{extract.out.name}: {target} is not in {extract.part}")
        return anchor.page

    def _anchors(self, part: str, pages: range) -> dict[str, Anchor]:
        """The targets on these pages, counted from the first of them."""
        return {
            key: replace(anchor, page=anchor.page - pages.start)
            for key, anchor in self._run.laid[part].anchors.items()
            if anchor.page in pages
        }


def _marks(bookmarks: list[Bookmark], pages: range) -> list[Bookmark]:
    """The bookmarks on these pages, counted from the first of them; orphans move up."""
    kept: list[Bookmark] = []
    for title, page, x, y, children, opened in bookmarks:
        below = _marks(children, pages)
        kept += [(title, page - pages.start, x, y, below, opened)] if page in pages else below
    return kept
