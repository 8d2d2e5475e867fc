"""Join the parts' PDFs into the book, one after the other: no more than one part is in memory."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from handbook.press.assembly import fields as form
from handbook.press.assembly.catalog import labels_of, write_bookmarks, write_destinations, write_metadata
from handbook.press.assembly.fields import Fields
from handbook.press.assembly.joined import TRUNK, Before, JoinedPart, KeptParts
from handbook.press.assembly.pdffile import ObjectBlock, PdfFile, Ref, Value
from handbook.press.assembly.tree import DOCUMENT, ROOT, Branch, write_trunk
from handbook.press.values import Anchor, Metadata, Note, NoteKind, PartFile

NOTHING_KEPT = KeptParts({}, None)
ROOTS = 5  # objects above those of the parts: the trunk of the pages, four of the structure tree


def merge(
    parts: Sequence[PartFile],
    out: Path,
    metadata: Metadata,
    anchors: Mapping[str, Anchor],
    labels: Mapping[str, str],
    recto: bool = False,
    kept: KeptParts = NOTHING_KEPT,
) -> list[Note]:
    """Write the book; the notes are about fields that two parts have.

    `labels` are the page labels of all targets that the pages name. With `recto` each part begins
    on a right-hand page, after an empty one where it has to.
    """
    with PdfFile(out) as file, _not_collecting():
        book = _BookWriter(file, len(parts))
        firsts = []
        for part in parts:
            if recto and len(book.pages) % 2:
                book.add_empty_page()
            firsts.append(len(book.pages))
            book.add(kept.part(part, labels, book.before))
        book.finish(parts, firsts, metadata, anchors)
    pairs = zip(parts, book.fields, strict=True)
    return [
        Note(part.name, NoteKind.FIELD_REPEATED, name) for (part, _, _), own in pairs for name in own.repeated
    ]


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Switch garbage collection off meanwhile: the many objects of a part are no cycles."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


class _BookWriter:
    """The book's file while it is written, and what its trees of pages, structure and fields are made of."""

    def __init__(self, file: PdfFile, parts: int) -> None:
        self._file = file
        self._kids: list[Ref] = []
        self._size = ""
        self._roots = ObjectBlock(TRUNK)
        for _ in (TRUNK, ROOT, DOCUMENT):
            self._roots.reserve()
        self._branches: list[Branch] = []
        self.fields: list[Fields] = []
        self.pages: list[Ref] = []
        self.before = Before(TRUNK + ROOTS + parts)  # before each part an empty page may come

    def add(self, part: JoinedPart) -> None:
        """Write a part's pages and all that belongs to them."""
        self._file.append(part.block)
        part.leave(self.before)
        self._size = part.size
        self._kids.append(Ref(part.branch))
        self._branches.append(part.tree)
        self.fields.append(part.fields)
        self.pages += map(Ref, part.pages)

    def add_empty_page(self) -> None:
        """Write an empty page as large as those of the part before it."""
        entries: dict[str, Value] = {"/Type": b"/Page", "/Parent": TRUNK, "/MediaBox": self._size.encode()}
        page = self._roots.add({**entries, "/Resources": {}})
        self._kids.append(page)
        self.pages.append(page)

    def finish(
        self,
        parts: Sequence[PartFile],
        firsts: Sequence[int],
        metadata: Metadata,
        anchors: Mapping[str, Anchor],
    ) -> None:
        """Write the trunks and the catalog of a book whose parts begin on these pages."""
        last, placed = ObjectBlock(self.before.number), list(zip(firsts, parts, strict=True))
        facts, info = write_metadata(last, metadata)
        marks = [(first, part.title, tree) for first, (part, _, tree) in placed]
        starts = {part.name: first for first, (part, _, _) in placed}
        catalog: dict[str, Value] = {
            "/Type": b"/Catalog",
            "/Pages": TRUNK,
            "/PageLabels": labels_of([(first, part.label) for first, (part, _, _) in placed]),
            "/StructTreeRoot": ROOT,
            **facts,
            **form.entries(self.fields),
            **write_bookmarks(last, marks, self.pages),
            **write_destinations(last, anchors, starts, self.pages),
        }
        root = last.add(catalog)
        self._roots.write(TRUNK, {"/Type": b"/Pages", "/Count": len(self.pages), "/Kids": self._kids})
        write_trunk(self._roots, self._branches)
        self._file.append(self._roots.end())
        self._file.append(ended := last.end())
        self._file.finish(ended.after, root, info)
