"""The pages of a finished PDF in another order: repeated, with blank ones between, stamped.

A repeated page is a reference: it shares contents, fonts and pictures with the first of its kind
and costs a few hundred bytes. Structure and bookmarks stay with the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from handbook.press.assembly import halves

FIRST_ONLY = ("/StructParents", "/Annots", "/B", "/Tabs")
BRANCH = 64  # pages


class Stamp(NamedTuple):
    """A page of the file of stamps (from 0), and where on a page its lower left corner comes, in points."""

    page: int
    left: float
    bottom: float


@dataclass(frozen=True)
class OutputPage:
    """One page of the new file: a page of the source (from 0), or none for a blank one.

    The `stamps` are put on top. With a page `beside` it, to its right,
    both are halves of a sheet of paper that is cut through the middle; `turned` is upside down.
    """

    page: int | None
    stamps: tuple[Stamp, ...] = ()
    beside: OutputPage | None = None
    turned: bool = False


def arrange(source: Path, out: Path, leaves: Sequence[OutputPage], stamps: Path | None = None) -> None:
    """Write the pages of `source` in the order of `leaves`, numbered from 1, to `out`."""
    with pikepdf.open(source) as pdf:
        originals = [page.obj for page in pdf.pages]
        printer = _PageMaker(pdf, originals, stamps)
        pages = [printer.page(leaf) for leaf in leaves]
        _build_page_tree(pdf, pages)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        modes = pikepdf.ObjectStreamMode
        pdf.save(out, deterministic_id=True, object_stream_mode=modes.generate)


def _build_page_tree(pdf: Pdf, pages: Sequence[Object]) -> None:
    """Build the tree of pages anew in branches: appending page by page takes quadratic time."""
    trunk = pdf.Root.Pages
    branches = []
    for start in range(0, len(pages), BRANCH):
        leaves = pages[start : start + BRANCH]
        branch = pdf.make_indirect(Dictionary(Type=Name.Pages, Parent=trunk, Count=len(leaves)))
        for leaf in leaves:
            leaf.Parent = branch
        branch.Kids = Array(leaves)
        branches.append(branch)
    trunk.Kids, trunk.Count = Array(branches), len(pages)


class _PageMaker:
    """Makes the page objects; tracks which originals are already used."""

    def __init__(self, pdf: Pdf, originals: Sequence[Object], stamps: Path | None) -> None:
        self._pdf, self._originals = pdf, originals
        self._used: set[int] = set()
        self._halves: dict[int, Object] = {}
        self._size = originals[0].MediaBox
        self._stamps = self._forms(stamps) if stamps else []
        self._before = pdf.make_stream(b"q ")
        self._after: dict[str, Object] = {}

    def page(self, leaf: OutputPage) -> Object:
        """The original for its first use, then copies that share all it shows."""
        if leaf.page is None:
            return self._blank()
        if leaf.beside is not None:
            return self._two(leaf.page, leaf, leaf.beside)
        original = self._originals[leaf.page]
        self._size = original.MediaBox
        is_first = leaf.page not in self._used
        self._used.add(leaf.page)
        if is_first and not leaf.stamps:
            return original
        left_out = ("/Parent", *(() if is_first else FIRST_ONLY))
        copy = self._pdf.make_indirect(
            Dictionary({key: value for key, value in original.items() if key not in left_out})
        )
        if leaf.stamps:
            self._stamp(copy, leaf.stamps)
        return copy

    def _two(self, number: int, left: OutputPage, right: OutputPage) -> Object:
        """Two halves side by side; the first time the left one is the original, with its structure."""
        shown = [self._half(number, left), [] if right.page is None else self._half(right.page, right)]
        original = self._originals[number]
        is_original = number not in self._used and not left.stamps and not left.turned
        self._used.add(number)
        page = original if is_original else self._pdf.make_indirect(Dictionary(Type=Name.Page))
        halves.join(self._pdf, page, shown, turned=left.turned)
        self._size = page.MediaBox
        return page

    def _half(self, number: int, half: OutputPage) -> list[halves.Shown]:
        """The page as it was before anything stood beside it, and its stamps, to be painted on a half."""
        if number not in self._halves:
            self._halves[number] = self._pdf.make_indirect(Page(self._originals[number]).as_form_xobject())
        stamps = ((self._stamps[stamp.page], stamp.left, stamp.bottom) for stamp in half.stamps)
        return [(self._halves[number], 0, 0), *stamps]

    def _blank(self) -> Object:
        """An empty page as large as the one before it."""
        return self._pdf.make_indirect(
            Dictionary(Type=Name.Page, MediaBox=self._size, Resources=Dictionary())
        )

    def _stamp(self, page: Object, stamps: Sequence[Stamp]) -> None:
        """Paint stamps over a page's own contents, whatever graphics state these leave."""
        contents = page.Contents
        own = list(contents) if isinstance(contents, Array) else [contents]
        page.Contents = Array([self._before, *own, self._painted(stamps)])
        resources = Dictionary(dict(page.Resources.items()))
        pictures = dict(resources.get(Name.XObject, Dictionary()).items())
        named = {f"/Stamp{number}": self._stamps[stamp.page] for number, stamp in enumerate(stamps)}
        resources.XObject = Dictionary({**pictures, **named})
        page.Resources = resources

    def _painted(self, stamps: Sequence[Stamp]) -> Object:
        """The operators that paint stamps; those at the same points share them."""
        placed = (
            f"q 1 0 0 1 {stamp.left:.2f} {stamp.bottom:.2f} cm /Stamp{number} Do Q"
            for number, stamp in enumerate(stamps)
        )
        words = " ".join([" Q", *placed])
        if words not in self._after:
            self._after[words] = self._pdf.make_stream(words.encode())
        return self._after[words]

    def _forms(self, stamps: Path) -> list[Object]:
        """Each page of the stamps as a form XObject."""
        with pikepdf.open(stamps) as other:
            return [self._pdf.copy_foreign(page.as_form_xobject()) for page in other.pages]
