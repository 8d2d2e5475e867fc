"""Some pages of a part in a file of their own, tags, fields and links kept.

WeasyPrint makes a tree of elements for each page, so whole branches of the structure tree go
with the pages that leave.
"""

from collections.abc import Container, Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf

Place = tuple[int, int]  # an object's number and generation


def cut(source: Path, out: Path, pages: range, known: Container[str]) -> None:
    """Write these pages of a part; links to targets that are not `known` become text."""
    with pikepdf.open(source) as pdf:
        del pdf.pages[pages.stop :]
        del pdf.pages[: pages.start]
        _prune(pdf, {page.obj.objgen for page in pdf.pages})
        for page in pdf.pages:
            _unlink(pdf, page, known)
        _keep_numbers(pdf)
        _keep_fields(pdf)
        pdf.save(out, static_id=True)


def _prune(pdf: Pdf, kept: set[Place]) -> None:
    """Take the branches of other pages out of the structure tree, and their table headers."""
    root = pdf.Root.StructTreeRoot
    document = root.K[0]
    document.K = Array([kid for kid in document.K if _page_of(kid) in kept])
    if Name.IDTree in root:
        names = list(root.IDTree.Names)
        pairs = zip(names[::2], names[1::2], strict=True)
        held = [item for key, element in pairs if _page_of(element) in kept for item in (key, element)]
        root.IDTree.Names = Array(held)


def _page_of(element: Object) -> Place:
    """The page of an element, or of the first of its descendants that names one."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if Name.Pg in here:
            return here.Pg.objgen
        kids = here.get(Name.K, Array())
        inner = list(kids) if isinstance(kids, Array) else [kids]
        waiting += [kid for kid in reversed(inner) if isinstance(kid, Dictionary)]
    return (0, 0)


def _unlink(pdf: Pdf, page: pikepdf.Page, known: Container[str]) -> None:
    """Take out the links of a page that would lead nowhere."""
    kept = []
    for annotation in page.obj.get(Name.Annots, ()):
        if Name.Dest in annotation and str(annotation.Dest) not in known:
            _to_text(pdf, annotation)
        else:
            kept.append(annotation)
    if Name.Annots in page.obj:
        page.obj.Annots = Array(kept)


def _to_text(pdf: Pdf, annotation: Object) -> None:
    """Let the element of a link be a span without it."""
    element = NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(annotation.StructParent)]
    kids = list(element.K) if isinstance(element.K, Array) else [element.K]
    element.K = Array([kid for kid in kids if not _refers(kid, annotation)])
    element.S = Name.Span


def _refers(kid: Object | int, annotation: Object) -> bool:
    """Whether a kid of an element is an object reference to an annotation."""
    return isinstance(kid, Dictionary) and Name.Obj in kid and kid.Obj.objgen == annotation.objgen


def _keep_numbers(pdf: Pdf) -> None:
    """Remove the entries of removed pages and annotations from the parent tree."""
    tree = pdf.Root.StructTreeRoot.ParentTree
    wanted = {key for page in pdf.pages for key in _keys(page)}
    numbers = list(tree.Nums)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    tree.Nums = Array([item for key, value in pairs if int(key) in wanted for item in (key, value)])


def _keep_fields(pdf: Pdf) -> None:
    """Remove the fields whose widgets were removed."""
    if Name.AcroForm in pdf.Root:
        annotations = (item for page in pdf.pages for item in page.obj.get(Name.Annots, ()))
        pdf.Root.AcroForm.Fields = Array([item for item in annotations if item.Subtype == Name.Widget])


def _keys(page: pikepdf.Page) -> Iterator[int]:
    """The keys of a page and of its annotations in the parent tree."""
    if Name.StructParents in page.obj:
        yield int(page.obj.StructParents)
    for annotation in page.obj.get(Name.Annots, ()):
        if Name.StructParent in annotation:
            yield int(annotation.StructParent)
