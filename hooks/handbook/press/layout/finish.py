"""Corrections of links, fields and tables in WeasyPrint's output before the file is written.

WeasyPrint hands over its pydyf objects (`finisher`); boxes know which of them they made:
`link_annotation`, `widget_annotation` and, for table cells, `mark` (the structure element).
"""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.formatting_structure.boxes import MarginBox

from handbook.press.layout.fields import equip
from handbook.press.layout.repair import LEADER_TAG
from handbook.press.layout.tables import cells_of, headers_of, scope_of
from handbook.press.values import SCHEME, Dead

Box = Any  # WeasyPrint and pydyf have no types
Page = Any


def tidy_links(page: Page, words: Mapping[Element, str], known: Mapping[str, Any], part: str) -> list[Dead]:
    """Leave the outermost boxes of each `<a>` as links, drop those whose target is on no page.

    WeasyPrint makes a link of every box inside an `<a>` too; only elements tagged Link may
    carry one. Empty boxes cannot be clicked. Running heads are no content and carry none.
    """
    dead, kept = [], []
    covered = {_key(box) for box in _in_margins(page)}
    for link in page.links:
        _, address, (left, top, right, bottom), box = link
        target = address.removeprefix(SCHEME)
        if box.element not in words or _key(box) in covered or left == right or top == bottom:
            _untag(box)
            continue
        covered.update(_key(inner) for inner in box.descendants(placeholders=True))
        if address.startswith(SCHEME) and target not in known:
            dead.append(Dead(part, target, words[box.element]))
            _untag(box)
        else:
            box.element_tag = "a"
            kept.append(link)
    page.links[:] = kept
    return dead


def _key(box: Box) -> int:
    """A key equal for a box and for the placeholder of a positioned box."""
    return id(getattr(box, "_box", box))


def _in_margins(page: Page) -> Iterator[Box]:
    """The boxes of a page's running heads and feet."""
    for box in page._page_box.children:
        if isinstance(box, MarginBox):
            yield from box.descendants(placeholders=True)


def tag_leaders(page: Page) -> None:
    """Tag the boxes of leaders so that repair.py finds them."""
    for box in page._page_box.descendants(placeholders=True):
        if box.is_leader:
            box.element_tag = LEADER_TAG


def _untag(box: Box) -> None:
    """Let a box that carries no link be tagged as a span, not as Link."""
    if box.element_tag and box.element_tag.split(":")[0] == "a":
        box.element_tag = "span"


def finish(
    document: Any,
    pdf: Any,
    words: Mapping[Element, str],
    names: Mapping[str, str],
    more: str,
    part: str,
    zoom: float,
) -> None:
    """Correct the pydyf objects of a painted part; `more` is a text for how many letters fit in a field."""
    for page in document.pages:
        for _, address, _, box in page.links:
            _finish_link(box.link_annotation, address, words[box.element])
        for box, _ in (entry for entries in page.forms.values() for entry in entries):
            if box.widget_annotation is not None:
                name = box.element.get("name", "")
                equip(box.element, box.widget_annotation, names.get(name, name), more, zoom)
    _finish_tables(document, pdf, part)
    for content in _contents(pdf):
        content.compress = False  # repair.py reads and changes it, then it is compressed


def _contents(pdf: Any) -> Iterator[Any]:
    """The drawing of each page."""
    for page in pdf.page_references:
        yield _referred(pdf, _referred(pdf, page)["Contents"])


def _referred(pdf: Any, reference: bytes) -> Any:
    """The object that a reference such as `12 0 R` means."""
    return pdf.objects[int(reference.split()[0])]


def _finish_link(annotation: Any, address: str, words: str) -> None:
    """Say where the link leads, in words; make a destination of the press's own scheme."""
    annotation["Contents"] = pydyf.String(words or address.removeprefix(SCHEME))
    if address.startswith(SCHEME):
        del annotation["A"]
        annotation["Dest"] = pydyf.String(address.removeprefix(SCHEME))


def _finish_tables(document: Any, pdf: Any, part: str) -> None:
    """Write /ID and /Scope of header cells, /Headers of data cells and the tree of ids."""
    tables = {id(table): table for table in document._html.etree_element.iter("table")}
    cells = {cell.element: cell for table in tables.values() for cell in cells_of(table)}
    headers = {cell: heads for table in tables.values() for cell, heads in headers_of(table).items()}
    ids: dict[Element, str] = {}
    tree: dict[str, bytes] = {}
    for number, page in enumerate(document.pages):
        marked = [(box.element, box.mark) for box in _cells(page) if box.element in cells]
        for element, mark in marked:
            if cells[element].scope:
                ids[element] = f"{part}/{number + 1}/{len(tree)}"
                tree[ids[element]] = mark.reference
                mark["ID"] = pydyf.String(ids[element])
                mark["A"]["Scope"] = f"/{scope_of(cells[element])}"
        for element, mark in marked:
            if element in headers:
                mark["A"]["Headers"] = pydyf.Array(
                    [pydyf.String(ids[head]) for head in headers[element] if head in ids]
                )
    _write_ids(pdf, tree)


def _cells(page: Page) -> Iterator[Box]:
    """The boxes of a page that were tagged as table cells."""
    for box in page._page_box.descendants(placeholders=True):
        if getattr(box, "mark", None) is not None and box.element is not None:
            yield box


def _write_ids(pdf: Any, tree: dict[str, bytes]) -> None:
    """Add the tree of ids to the structure tree's root."""
    names = pydyf.Array()
    for key in sorted(tree):
        names += [pydyf.String(key), tree[key]]
    if tree:
        _referred(pdf, pdf.catalog["StructTreeRoot"])["IDTree"] = pydyf.Dictionary({"Names": names})
