"""One structure tree out of many: a Document with a Part for each part of the book."""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String


class Trees:
    """Collects the structure of the parts; keys of the parent tree are numbered on."""

    def __init__(self, book: Pdf) -> None:
        self._book = book
        self._root = book.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = book.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root))
        self._parts = Array()
        self._numbers: list[Object | int] = []
        self._ids: list[tuple[bytes, Object]] = []
        self._roles = Dictionary()
        self._next = 0

    def add(self, pdf: Pdf, pages: Iterable[Page], title: str) -> None:
        """Take over the tree of a part whose pages are already in the book."""
        root = self._book.copy_foreign(pdf.Root.StructTreeRoot)
        for page in pages:
            self._renumber(page)
        numbers = list(root.ParentTree.Nums)
        for key, value in zip(numbers[::2], numbers[1::2], strict=True):
            self._numbers += [int(key) + self._next, value]
        self._next += max((int(key) for key in numbers[::2]), default=-1) + 1
        names = list(root.IDTree.Names) if Name.IDTree in root else []
        self._ids += [(bytes(key), value) for key, value in zip(names[::2], names[1::2], strict=True)]
        self._roles.update(root.get(Name.RoleMap, Dictionary()))
        self._hang(root.K[0].K, title)

    def finish(self) -> None:
        """Write the joined tree into the book."""
        self._document.K = self._parts
        self._root.K = Array([self._document])
        self._root.ParentTree = self._book.make_indirect(Dictionary(Nums=Array(self._numbers)))
        self._root.ParentTreeNextKey = self._next
        if self._ids:
            flat = [
                item
                for key, value in sorted(self._ids, key=lambda pair: pair[0])
                for item in (String(key), value)
            ]
            self._root.IDTree = self._book.make_indirect(Dictionary(Names=Array(flat)))
        if len(self._roles.keys()):
            self._root.RoleMap = self._roles
        self._book.Root.StructTreeRoot = self._root

    def _renumber(self, page: Page) -> None:
        """Move the parent tree keys of a page and of its annotations."""
        if Name.StructParents in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + self._next
        for annotation in page.obj.get(Name.Annots, ()):
            if Name.StructParent in annotation:
                annotation.StructParent = int(annotation.StructParent) + self._next

    def _hang(self, children: Object, title: str) -> None:
        """Hang a part's elements under an element of their own."""
        part = Dictionary(Type=Name.StructElem, S=Name.Part, T=String(title), P=self._document, K=children)
        part = self._book.make_indirect(part)
        for child in children:
            child.P = part
        self._parts.append(part)
