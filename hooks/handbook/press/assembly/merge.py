"""Join the parts' PDFs into the book, one after the other: no more than one part is in memory."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from handbook.press.assembly.catalog import labels_of, write_bookmarks, write_destinations, write_metadata
from handbook.press.assembly.copying import Shared, copy
from handbook.press.assembly.fields import Form
from handbook.press.assembly.pdffile import PdfFile, Ref, Value
from handbook.press.assembly.tree import Trees
from handbook.press.labels import fill
from handbook.press.values import Anchor, Metadata, Note, Part, PartFile


def merge(
    parts: Sequence[PartFile],
    out: Path,
    metadata: Metadata,
    anchors: Mapping[str, Anchor],
    labels: Mapping[str, str],
    recto: bool = False,
) -> list[Note]:
    """Write the book; the notes are about fields that two parts have.

    `labels` are the page labels of all targets that the pages name. With `recto` each part begins
    on a right-hand page, after an empty one where it has to.
    """
    with PdfFile(out) as file, _not_collecting():
        book = _BookWriter(file, labels)
        firsts = []
        for part, path, _ in parts:
            if recto and len(book.pages) % 2:
                book.add_empty_page()
            firsts.append(len(book.pages))
            with pikepdf.open(path) as pdf:
                book.add(pdf, part)
        book.finish(parts, firsts, metadata, anchors)
    return book.form.notes


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
    """The book's file while it is written, and the roots of its trees of pages, structure and names."""

    def __init__(self, file: PdfFile, labels: Mapping[str, str]) -> None:
        self._file, self._labels = file, labels
        self._trunk = file.reserve()
        self._branches: list[Ref] = []
        self._trees = Trees(file)
        self._shared: Shared = {}
        self._size: Value = []
        self.form = Form()
        self.pages: list[Ref] = []

    def add(self, pdf: Pdf, part: Part) -> None:
        """Write a part's pages and all that belongs to them."""
        pages = list(pdf.pages)
        self._size = pages[0].mediabox.unparse()
        for page in pages:
            fill(page, self._labels)
        branch = self._trees.prepare(pdf, pages, part.title)
        fields = self.form.prepare(pdf, pages, part.name)
        pdf.Root.Pages.Parent = pdf.Root  # which becomes the trunk
        places = {pdf.Root.objgen[0]: self._trunk, **self._trees.places(pdf), **self.form.places(pdf)}
        numbers = copy(pdf, self._file, places, self._shared)
        self._trees.attach(branch, numbers)
        self.form.add(fields, numbers)
        self._branches.append(numbers[pdf.Root.Pages.objgen[0]])
        self.pages += [numbers[page.obj.objgen[0]] for page in pages]

    def add_empty_page(self) -> None:
        """Write an empty page as large as those of the part before it."""
        entries: dict[str, Value] = {"/Type": b"/Page", "/Parent": self._trunk, "/MediaBox": self._size}
        page = self._file.add({**entries, "/Resources": {}})
        self._branches.append(page)
        self.pages.append(page)

    def finish(
        self,
        parts: Sequence[PartFile],
        firsts: Sequence[int],
        metadata: Metadata,
        anchors: Mapping[str, Anchor],
    ) -> None:
        """Write the trunks and the catalog of a book whose parts begin on these pages."""
        file, placed = self._file, list(zip(firsts, parts, strict=True))
        facts, info = write_metadata(file, metadata)
        file.write(self._trunk, {"/Type": b"/Pages", "/Count": len(self.pages), "/Kids": self._branches})
        catalog: dict[str, Value] = {
            "/Type": b"/Catalog",
            "/Pages": self._trunk,
            "/PageLabels": labels_of([(first, part.label) for first, (part, _, _) in placed]),
            "/StructTreeRoot": self._trees.finish(),
            **facts,
            **self.form.entries(),
            **write_bookmarks(
                file, [(first, part.title, tree) for first, (part, _, tree) in placed], self.pages
            ),
            **write_destinations(
                file, anchors, {part.name: first for first, (part, _, _) in placed}, self.pages
            ),
        }
        file.finish(file.add(catalog), info)
