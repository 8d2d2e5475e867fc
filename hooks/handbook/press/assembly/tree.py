"""One structure tree out of many: a Document with a Part for each part of the book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from handbook.press.assembly.pdffile import PdfFile, Ref, Value

Pair = tuple[Object | int, Object]
"""A key of a tree of keys, and what it leads to."""


@dataclass(frozen=True)
class Branch:
    """The objects of a part that the book's structure tree takes in, by their numbers in the part."""

    part: int
    keys: int | None
    ids: int | None
    least_id: bytes


class Trees:
    """The structure trees of the parts, collected; keys of the parent tree are renumbered."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._root, self._document = file.reserve(), file.reserve()
        self._parts: list[Ref] = []
        self._keys: list[Ref] = []
        self._ids: list[tuple[bytes, Ref]] = []
        self._roles: dict[str, Value] = {}
        self._next = 0

    def places(self, pdf: Pdf) -> dict[int, Ref]:
        """The number by which a part's structure root is replaced: that of the book's Document element."""
        return {pdf.Root.StructTreeRoot.objgen[0]: self._document}

    def prepare(self, pdf: Pdf, pages: Sequence[Page], title: str) -> Branch:
        """Make a part's tree ready to be added, within the part's own file."""
        root = pdf.Root.StructTreeRoot
        part = root.K[0]
        part.S, part.T = Name.Part, String(title)
        for page in pages:
            self._renumber(page)
        self._roles |= {key: role.unparse() for key, role in root.get(Name.RoleMap, Dictionary()).items()}
        keys: list[Pair] = [(int(key) + self._next, value) for key, value in _pairs(root.ParentTree.Nums)]
        self._next = max((int(key) for key, _ in keys), default=self._next - 1) + 1
        names = root.get(Name.IDTree, Dictionary(Names=Array()))
        ids = sorted(_pairs(names.Names), key=lambda pair: bytes(pair[0]))
        least = bytes(ids[0][0]) if ids else b""
        return Branch(
            part.objgen[0],
            _node(pdf, root.ParentTree, "/Nums", keys),
            _node(pdf, names, "/Names", ids),
            least,
        )

    def attach(self, branch: Branch, numbers: Mapping[int, Ref]) -> None:
        """Add a part's tree that has been copied under these numbers."""
        self._parts.append(numbers[branch.part])
        if branch.keys:
            self._keys.append(numbers[branch.keys])
        if branch.ids:
            self._ids.append((branch.least_id, numbers[branch.ids]))

    def finish(self) -> Ref:
        """Write the root of the tree; gives its number."""
        document: dict[str, Value] = {
            "/Type": b"/StructElem",
            "/S": b"/Document",
            "/P": self._root,
            "/K": self._parts,
        }
        trunk: dict[str, Value] = {"/Type": b"/StructTreeRoot", "/K": [self._document]}
        trunk["/ParentTree"] = self._file.add({"/Kids": self._keys})
        trunk["/ParentTreeNextKey"] = self._next
        if self._ids:
            trunk["/IDTree"] = self._file.add({"/Kids": [node for _, node in sorted(self._ids)]})
        if self._roles:
            trunk["/RoleMap"] = self._roles
        self._file.write(self._document, document)
        self._file.write(self._root, trunk)
        return self._root

    def _renumber(self, page: Page) -> None:
        """Move the parent tree keys of a page and of its annotations."""
        if Name.StructParents in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + self._next
        for annotation in page.obj.get(Name.Annots, ()):
            if Name.StructParent in annotation:
                annotation.StructParent = int(annotation.StructParent) + self._next


def _pairs(flat: Object) -> list[Pair]:
    """The keys of a tree with what they lead to."""
    items = list(flat)
    return list(zip(items[::2], items[1::2], strict=True))


def _node(pdf: Pdf, tree: Object, name: str, pairs: Sequence[Pair]) -> int | None:
    """Make a tree of these pairs a node that says where its keys begin and end; gives its number."""
    if not pairs:
        return None
    tree[name] = Array([item for pair in pairs for item in pair])
    tree.Limits = Array([pairs[0][0], pairs[-1][0]])
    return int((tree if tree.is_indirect else pdf.make_indirect(tree)).objgen[0])
