"""One structure tree out of many: a Document with a Part for each part of the book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from handbook.press.assembly.pdffile import ObjectBlock, Ref, Value

Pair = tuple[Object | int, Object]
"""A key of a tree of keys, and what it leads to."""
ROOT, DOCUMENT = Ref(2), Ref(3)
"""The numbers of the root of the book's structure tree and of its Document element."""


@dataclass(frozen=True)
class Branch:
    """The objects of a part that the book's structure tree takes in, by their numbers."""

    part: int
    keys: int | None
    ids: int | None
    least_id: str
    """The first of its ids, in hexadecimal figures."""
    roles: dict[str, str]
    after: int
    """The first key of the next part."""

    def renumbered(self, numbers: Mapping[int, Ref]) -> "Branch":
        """The same objects in the book, where they have these numbers."""
        keys, ids = (numbers[item] if item else None for item in (self.keys, self.ids))
        return replace(self, part=numbers[self.part], keys=keys, ids=ids)


def places(pdf: Pdf) -> dict[int, Ref]:
    """The number by which a part's structure root is replaced: that of the book's Document element."""
    return {pdf.Root.StructTreeRoot.objgen[0]: DOCUMENT}


def prepare(pdf: Pdf, pages: Sequence[Page], title: str, first: int) -> Branch:
    """Make a part's tree ready to be added, within the part's own file; its keys begin with `first`."""
    root = pdf.Root.StructTreeRoot
    part = root.K[0]
    part.S, part.T = Name.Part, String(title)
    for page in pages:
        _renumber(page, first)
    keys: list[Pair] = [(int(key) + first, value) for key, value in _pairs(root.ParentTree.Nums)]
    after = max((int(key) + 1 for key, _ in keys), default=first)
    names = root.get(Name.IDTree, Dictionary(Names=Array()))
    ids = sorted(_pairs(names.Names), key=lambda pair: bytes(pair[0]))
    return Branch(
        part.objgen[0],
        _node(pdf, root.ParentTree, "/Nums", keys),
        _node(pdf, names, "/Names", ids),
        bytes(ids[0][0]).hex() if ids else "",
        {key: role.unparse().decode() for key, role in root.get(Name.RoleMap, Dictionary()).items()},
        after,
    )


def _renumber(page: Page, first: int) -> None:
    """Move the parent tree keys of a page and of its annotations."""
    if Name.StructParents in page.obj:
        page.obj.StructParents = int(page.obj.StructParents) + first
    for annotation in page.obj.get(Name.Annots, ()):
        if Name.StructParent in annotation:
            annotation.StructParent = int(annotation.StructParent) + first


def write_trunk(roots: ObjectBlock, branches: Sequence[Branch]) -> None:
    """Write the root of the book's tree, of which the parts' trees are branches."""
    parts = [Ref(branch.part) for branch in branches]
    document: dict[str, Value] = {"/Type": b"/StructElem", "/S": b"/Document", "/P": ROOT, "/K": parts}
    trunk: dict[str, Value] = {"/Type": b"/StructTreeRoot", "/K": [DOCUMENT]}
    trunk["/ParentTree"] = roots.add({"/Kids": [Ref(branch.keys) for branch in branches if branch.keys]})
    trunk["/ParentTreeNextKey"] = branches[-1].after
    ids = sorted((bytes.fromhex(branch.least_id), Ref(branch.ids)) for branch in branches if branch.ids)
    if ids:
        trunk["/IDTree"] = roots.add({"/Kids": [node for _, node in ids]})
    roles: dict[str, Value] = {
        key: role.encode() for branch in branches for key, role in branch.roles.items()
    }
    if roles:
        trunk["/RoleMap"] = roles
    roots.write(DOCUMENT, document)
    roots.write(ROOT, trunk)


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
