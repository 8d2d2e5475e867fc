"""Repairs of WeasyPrint's structure tree of one part according to PDF/UA, with pikepdf.

List items get a body, lists only items, groups of table rows are not nested. What should not
be read out (running heads, the dots of leaders) becomes an artifact: it leaves the tree and
its mark in the page's content changes.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf

from handbook.press.labels import Mark, note
from handbook.press.layout.typefaces import plain_fonts

LEADER_TAG = "main"  # finish.py tags boxes of leaders so; WeasyPrint makes it a Part
INLINE = frozenset({"/Link", "/Span", "/NonStruct", "/P", "/LBody", "/LI"})
ROW_GROUPS = frozenset({"/THead", "/TBody", "/TFoot"})
PARAGRAPHS = frozenset({"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"})
KEPT = frozenset({"/Type", "/Pages", "/StructTreeRoot", "/AcroForm"})
MARK = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")


def repair(stream: io.BytesIO, path: Path, labels: Iterable[Mark]) -> None:
    """Read a painted part, repair its tags, note where its page labels are, write it to its file."""
    with pikepdf.open(stream) as pdf:
        document = pdf.Root.StructTreeRoot.K[0]
        read: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
        waiting = [document]
        while waiting:
            element = waiting.pop()
            _repair_element(pdf, element)
            read[_page_of(element)].update(kid for kid in _kids(element) if isinstance(kid, int))
            waiting += _elements(element)
        for page in pdf.pages:
            _hide_unread(pdf, page, read[page.obj.objgen])
        plain_fonts(pdf)
        note(pdf, labels)
        _leave_out(pdf)
        pdf.save(path, static_id=True)


def _leave_out(pdf: Pdf) -> None:
    """Remove the entries that the book writes itself: bookmarks, destinations, metadata."""
    for key in set(pdf.Root.keys()) - KEPT:
        del pdf.Root[key]
    del pdf.docinfo


def _page_of(element: Object) -> tuple[int, int]:
    """The page that the marks of an element stand on."""
    return element.Pg.objgen if Name.Pg in element else (0, 0)


def _kids(element: Object) -> list[Object | int]:
    """The entries of /K as a list."""
    kids = element.get(Name.K)
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _elements(element: Object) -> list[Object]:
    """The structure elements among the children."""
    return [kid for kid in _kids(element) if isinstance(kid, Dictionary) and Name.S in kid]


def _repair_element(pdf: Pdf, element: Object) -> None:
    """Give one element the children that its tag allows."""
    tag = str(element.S)
    if tag in INLINE:
        _drop_leaders(element)
    if tag in PARAGRAPHS:
        for kid in _elements(element):
            kid.S = Name.NonStruct if kid.S == element.S else kid.S
    elif tag == "/L":
        _repair_list(pdf, element)
    elif tag == "/LI":
        _repair_item(pdf, element)
    elif tag in ROW_GROUPS:
        _adopt(element, list(_without(element, ROW_GROUPS)))


def _adopt(parent: Object, kids: list[Object | int]) -> Object:
    """Make these the children of an element."""
    for kid in kids:
        if isinstance(kid, Dictionary) and Name.S in kid:
            kid.P = parent
    parent.K = Array(kids)
    return parent


def _without(element: Object, tags: frozenset[str]) -> Iterator[Object | int]:
    """The children, with those of these tags replaced by their own children."""
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and str(kid.get(Name.S)) in tags:
            yield from _kids(kid)
        else:
            yield kid


def _new(pdf: Pdf, tag: str, like: Object, kids: list[Object | int]) -> Object:
    """An element on the page of another."""
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(tag)))
    if Name.Pg in like:
        element.Pg = like.Pg
    return _adopt(element, kids)


def _drop_leaders(element: Object) -> None:
    """Take the dots of leaders out of the tree."""
    kids = _kids(element)
    kept = [kid for kid in kids if not _is_leader(kid)]
    if len(kept) < len(kids):
        element.K = Array(kept)


def _is_leader(kid: Object | int) -> bool:
    """Whether this is a box of dots, tagged so by finish.py."""
    if not isinstance(kid, Dictionary) or kid.get(Name.S) != Name.Part:
        return False
    return all(Name.Span == inner.S for inner in _elements(kid))


def _repair_list(pdf: Pdf, element: Object) -> None:
    """Let a list hold items only: groups of a `<dl>` become one item, the rest is wrapped."""
    fixed: list[Object | int] = []
    for kid in _kids(element):
        if not isinstance(kid, Dictionary) or str(kid.get(Name.S)) in ("/LI", "/L", "/Caption"):
            fixed.append(kid)
        elif (inner := _elements(kid)) and all(item.S == Name.LI for item in inner):
            fixed.append(_joined_item(pdf, kid, inner))
        else:
            fixed.append(_new(pdf, "/LI", kid, [_new(pdf, "/LBody", kid, [kid])]))
    _adopt(element, fixed)


def _joined_item(pdf: Pdf, group: Object, items: list[Object]) -> Object:
    """A term and its descriptions as one item: the first is the label."""
    bodies = [body for item in items for body in _elements(item)]
    if len(bodies) > 1:
        bodies[0].S = Name.Lbl
    return _new(pdf, "/LI", group, list(bodies))


def _repair_item(pdf: Pdf, element: Object) -> None:
    """Let a list item hold a label and one body."""
    kids = _elements(element)
    others = [kid for kid in kids if str(kid.S) not in ("/Lbl", "/LBody")]
    if not others or len(kids) < len(_kids(element)):
        return
    labels = [kid for kid in kids if Name.Lbl == kid.S]
    rest = [kid for kid in _without(element, frozenset({"/LBody"})) if kid not in labels]
    _adopt(element, [*labels, _new(pdf, "/LBody", element, rest)])


def _hide_unread(pdf: Pdf, page: pikepdf.Page, read: set[int]) -> None:
    """Make artifacts of the marks that no element of the tree holds."""
    content = page.obj.Contents.read_bytes()
    unread = {int(match[1]) for match in MARK.finditer(content)} - read
    if not unread:
        return

    def mark(match: re.Match[bytes]) -> bytes:
        return b"/Artifact BMC" if int(match[1]) in unread else match[0]

    page.obj.Contents = pdf.make_stream(MARK.sub(mark, content))
    held = NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(page.obj.StructParents)]
    for number in unread:
        held[number] = None
